import { afterAll, beforeAll, expect, test } from "vitest";
import { systemClock } from "#base/kernel";
import { endOfRun, endOfUndo, importRoutesWith } from "#crm";
import {
  createImport,
  getImport,
  getImportUndo,
  type ImportOptionsIn,
  lookAtUndo,
  planOfImport,
  putImportFile,
  startImport,
  tryImport,
  undoImport,
} from "#crm/contract";
import { organizationRoutes } from "#people";
import { createPerson } from "#people/contract";
import { type Client, foundTestWorkspace, signedInClient } from "../../../test/client.ts";
import { createTarget, getTargets } from "./contract.ts";
import { targetImport } from "./import-actions.ts";
import { targetRoutes } from "./routes.ts";

const routes = [...organizationRoutes, ...targetRoutes, ...importRoutesWith({ kinds: [targetImport] })];
let house: Client;
let desk: Client;
beforeAll(async () => {
  house = await signedInClient(routes, { clock: systemClock });
});
afterAll(() => house.close());

/** A desk in a workspace of its own. */
async function newDesk(name: string): Promise<void> {
  const workspaceId = await foundTestWorkspace(house.database, systemClock, name);
  desk = await signedInClient(routes, { clock: systemClock, database: house.database, workspaceId });
}

async function opened(files: Record<string, string>, options: ImportOptionsIn = {}) {
  const { id } = await desk.call(createImport, { body: { label: "targets", options } });
  for (const [name, text] of Object.entries(files))
    await desk.upload(putImportFile, { params: { id, name } }, Buffer.from(text));
  return { id, plan: await desk.call(planOfImport, { params: { id }, body: {} }) };
}

async function imported(files: Record<string, string>, options: ImportOptionsIn = {}) {
  const { id } = await opened(files, options);
  await desk.call(startImport, { params: { id } });
  await endOfRun(id);
  const end = await desk.call(getImport, { params: { id } });
  expect([end.state, end.problem]).toEqual(["done", null]);
  return end;
}

const targets = async () =>
  (await desk.call(getTargets, {})).items.map(
    ({ person, startsOn, endsOn, amount }) =>
      `${person?.name ?? "company"} ${startsOn} – ${endsOn}: ${amount.amount} ${amount.currency}`,
  );
const counts = (run: Awaited<ReturnType<typeof imported>>) =>
  run.files.map(
    (one) =>
      `${one.object}: ${one.created} ${one.updated} ${one.unchanged} ${one.rejected}${one.duplicate > 0 ? `, ${one.duplicate} twice` : ""}`,
  );

const head = "Employee,Quota,Month";
const monthly = (...lines: string[]) => ({ "quotas.csv": [head, ...lines].join("\n") });

test("targets come in, a later file changes them, what it lacks is told, and undoing gives back what was there", async () => {
  await newDesk("Targets");
  const first = await imported(monthly("Ann,100,2026-01", "Ann,200,2026-02", ",900,2026-01"));
  expect(counts(first)).toEqual(["target: 3 0 0 0"]);
  const before = [
    "Ann 2026-01-01 – 2026-02-01: 100.00 USD",
    "company 2026-01-01 – 2026-02-01: 900.00 USD",
    "Ann 2026-02-01 – 2026-03-01: 200.00 USD",
  ];
  expect(await targets()).toEqual(before);
  expect(counts(await imported(monthly("Ann,100,2026-01", "Ann,200,2026-02", ",900,2026-01")))).toEqual([
    "target: 0 0 3 0",
  ]);

  const later = await imported(monthly("Ann,150,2026-01", ",900,2026-01"), { removeVanished: true });
  expect(counts(later)).toEqual(["target: 0 1 1 0"]);
  expect(later.vanished).toEqual([{ object: "target", count: 1, removed: true, sample: [] }]);
  expect(await targets()).toEqual([
    "Ann 2026-01-01 – 2026-02-01: 150.00 USD",
    "company 2026-01-01 – 2026-02-01: 900.00 USD",
  ]);

  await desk.call(lookAtUndo, { params: { id: later.id } });
  const looked = () => desk.call(getImportUndo, { params: { id: later.id } });
  await expect.poll(async () => (await looked()).state, { timeout: 20_000 }).toBe("ready");
  expect((await looked()).touched).toContainEqual({ noun: "plan.target", created: 0, changed: 2 });
  await desk.call(undoImport, { params: { id: later.id }, body: {} });
  await endOfUndo(later.id);
  expect(await targets()).toEqual(before);
  await desk.call(undoImport, { params: { id: first.id }, body: {} });
  await endOfUndo(first.id);
  expect(await targets()).toEqual([]);
});

test("a dry run tells which targets would be made, and makes none", async () => {
  await newDesk("Tried");
  const { id } = await opened(monthly("Ann,100,2026-01"));
  await desk.call(tryImport, { params: { id } });
  await endOfRun(id);
  const { preview } = await desk.call(getImport, { params: { id } });
  const shown = preview?.created.find((one) => one.noun === "plan.target");
  expect([shown?.name, shown?.fields.find((one) => one.field === "amount")?.after]).toEqual([
    "Ann from 2026-01-01",
    "100.00",
  ]);
  expect(await targets()).toEqual([]);
});

test("what is no target is refused row by row", async () => {
  await newDesk("Refused");
  const run = await imported(
    monthly("Ann,-5,2026-01", "Ann,,2026-02", "Ann,5,soon", "Ann,7,2026-03", "Ann,8,"),
  );
  expect(counts(run)).toEqual(["target: 1 0 0 4"]);
  expect(run.rejects.sample.map((one) => `${one.line} ${one.field}: ${one.reason}`)).toEqual([
    "2 amount: A target is not less than nothing.",
    "3 amount: The row has no amount.",
    "4 period: “soon” is no period of the fiscal calendar.",
    "6 startsOn: The row does not say when the target begins.",
  ]);
});

test("a target that was set by hand is the one that a row means", async () => {
  await newDesk("By hand");
  const ann = await desk.call(createPerson, { body: { name: "Ann" } });
  const days = { startsOn: "2026-01-01", endsOn: "2026-02-01" };
  await desk.call(createTarget, {
    body: { personId: ann.id, ...days, amount: { amount: "70", currency: "USD" } },
  });
  const run = await imported(monthly("Ann,100,2026-01"));
  expect(counts(run)).toEqual(["target: 0 1 0 0"]);
  expect(await targets()).toEqual(["Ann 2026-01-01 – 2026-02-01: 100.00 USD"]);
  await desk.call(undoImport, { params: { id: run.id }, body: {} });
  await endOfUndo(run.id);
  expect(await targets()).toEqual(["Ann 2026-01-01 – 2026-02-01: 70.00 USD"]);
});

test("how long a target holds is asked where the days do not tell, and can be said", async () => {
  await newDesk("Asked");
  const files = {
    "quotas.csv": "Employee,Quota,Start Date,Territory\nAnn,5,2026-01-01,North\nAnn,7,2026-01-01,South\n",
  };
  const { plan } = await opened(files);
  expect(plan.kinds).toEqual([{ object: "target", title: "Targets" }]);
  expect(plan.files[0]).toMatchObject({ object: "target", key: ["Employee", "Start Date", "Territory"] });
  expect(plan.questions.map((one) => one.question)).toEqual([
    "How long does a target hold that begins in Start Date: a month, a quarter or a year? The days do not tell.",
  ]);
  const said = (settings: Record<string, string>) => ({ mapping: { files: { "quotas.csv": { settings } } } });
  await expect(opened(files, said({ period: "week" }))).rejects.toMatchObject({
    problem: {
      fields: [{ field: "quotas.csv, period", message: "“week” is none of month, quarter, year, next." }],
    },
  });
  expect(counts(await imported(files, said({ period: "year" })))).toEqual(["target: 2 0 0 0"]);
  expect((await targets()).toSorted()).toEqual([
    "Ann 2026-01-01 – 2027-01-01: 5.00 USD",
    "Ann 2026-01-01 – 2027-01-01: 7.00 USD",
  ]);
});

test("targets of regions are no targets of people or of the company, and are named as such", async () => {
  await newDesk("Regions");
  const { plan } = await opened({ "targets.csv": "Region,Target,Month\nNorth,5,2026-01\n" });
  expect([plan.files[0]?.object, plan.files[0]?.reason]).toEqual([
    null,
    "These look like targets. Only those of people and of the company as a whole have a place: a column must say whose they are, one from when on, and one the amount.",
  ]);
});

test("a kind of rows that nobody knows is refused with those that there are", async () => {
  await newDesk("Unknown");
  const mapping = { files: { "a.csv": { object: "goal" } } };
  await expect(opened({ "a.csv": "a,b\n1,2\n" }, { mapping })).rejects.toMatchObject({
    problem: {
      fields: [{ field: "a.csv, object", message: expect.stringMatching(/no kind of rows.*, target\.$/) }],
    },
  });
});
