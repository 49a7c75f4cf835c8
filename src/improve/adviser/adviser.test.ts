/** The adviser through HTTP: questions, advice, what is read from the company's data, and advices that are kept. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Clock, newId } from "#base/kernel";
import { exchangeRates, moneyMacros, openReplica } from "#base/platform";
import { crmReplica } from "#crm";
import { peopleReplica } from "#people";
import { planReplica } from "#plan";
import { type Client, foundTestWorkspace, signedInClient } from "../../../test/client.ts";
import { freshDatabase } from "../../../test/database.ts";
import * as adviser from "./contract.ts";
import { questions } from "./questions.ts";
import { adviserRoutes } from "./routes.ts";

/** Every look at it is a millisecond later, so that what was saved last is the newest. */
let moment = Temporal.Instant.from("2026-03-10T15:00:00Z");
const clock: Clock = {
  now() {
    moment = moment.add({ milliseconds: 1 });
    return moment;
  },
};
const tables = [exchangeRates, ...peopleReplica, ...crmReplica, ...planReplica];
let desk: Client;
let close: () => Promise<void>;

beforeAll(async () => {
  const database = await freshDatabase(clock);
  const directory = mkdtempSync(join(tmpdir(), "quarterdeck-adviser-"));
  const replica = openReplica({ db: database.db, directory, tables, macros: moneyMacros });
  desk = await signedInClient(adviserRoutes, { clock, database, replica });
  close = async () => {
    await desk.close();
    await replica.close();
    await database.close();
    rmSync(directory, { recursive: true, force: true });
  };
});
afterAll(() => close());

const save = (
  body: { title: string; answers: Record<string, number> },
  id: string = newId(clock),
  workspaceId: string = desk.workspaceId,
) => desk.call(adviser.saveAdvice, { params: { id }, body, workspaceId });
const ask = (answer: string[], own: "yes" | "no" = "yes") =>
  desk.call(adviser.askAdvice, { query: { answer: ["draws=200", ...answer], own } });

test("the questions are given with what is assumed, and every criterion with its ratings", async () => {
  const given = await desk.call(adviser.getAdviserQuestions, {});
  expect(given.questions.map(({ key }) => key)).toEqual(questions.map(({ key }) => key));
  expect(given.questions.find(({ key }) => key === "growth")).toMatchObject({
    assumed: 0.2,
    assumedInWords: "20 %",
    own: "growth",
  });
  expect(given.criteria.find(({ key }) => key === "scope")?.ratings).toMatchObject({
    director: [1, 0.7, 0.25],
  });
  expect(given.bands.filter(({ used }) => !used).map(({ source }) => source)).toEqual([
    "getgangly.com",
    "prospeo.io",
  ]);
});

test("an advice shows the bands of pay as they come along, and those that disagree stand beside each other", async () => {
  const profiles = "Quarterdeck role profiles (in line with fullenrich.com)";
  const { bands } = await ask([]);
  expect(
    bands.map(({ seat, of, low, middle, high, source }) => [seat, of, low, middle, high, source]),
  ).toEqual([
    ["vp", "base", 150_000, null, 250_000, profiles],
    ["vp", "total", null, null, 400_000, profiles],
    ["vp", "total", 280_000, null, null, "getgangly.com"],
    ["director", "base", 100_000, null, 175_000, profiles],
    ["director", "total", null, null, 225_000, profiles],
    ["director", "total", 157_000, 197_000, 253_000, "prospeo.io"],
    ["manager", "base", 111_000, null, 160_000, "therevopsreport.com"],
    ["fractional", "fee", 96_000, null, 180_000, "Assumption without a source"],
  ]);
});

test("an advice is given on answers and keeps nothing", async () => {
  const advice = await ask(["sellers=180", "challenge=overhaul", "growth=0.4"]);
  expect(advice.inputs.find(({ key }) => key === "sellers")).toMatchObject({
    value: 180,
    origin: "answered",
  });
  expect(advice.ranking).toHaveLength(7);
  expect(advice.draws).toBe(200);
  expect((await desk.call(adviser.getSavedAdvices, {})).items).toEqual([]);
});

test.each([
  [["selers=3"], "selers", "is no question. Did you mean sellers?"],
  [["sellers=many"], "sellers", "is a number (people), not “many”."],
  [["growth=25"], "growth", "lies between -0.5 and 3 (rate, 0.25 is 25 %), and 25 does not."],
])("answers %j are refused for %s, which %s", async (answer, field, message) => {
  await expect(ask(answer)).rejects.toMatchObject({ problem: { status: 422, fields: [{ field, message }] } });
});

test("an answer without an equals sign is refused with the way to write it", async () => {
  await expect(ask(["sellers"])).rejects.toMatchObject({
    problem: { status: 422, fix: "Write it as question=answer, such as sellers=40." },
  });
});

/** Three sellers in two layers under a head of sales, with an open opportunity each, in a workspace of its own. */
async function companyOfThree(): Promise<string> {
  const workspaceId = await foundTestWorkspace(desk.database, clock, "Three sellers");
  const { db } = desk.database;
  const person = async (name: string, managerId: string | null) => {
    const id = newId(clock);
    await db.insertInto("people.person").values({ workspace_id: workspaceId, id, name }).execute();
    const line = { workspace_id: workspaceId, id: newId(clock), person_id: id };
    if (managerId !== null)
      await db
        .insertInto("people.reporting_line")
        .values({ ...line, manager_id: managerId })
        .execute();
    return id;
  };
  const pipelines = [newId(clock), newId(clock)];
  for (const [at, id] of pipelines.entries())
    await db
      .insertInto("crm.pipeline")
      .values({ workspace_id: workspaceId, id, name: `Pipeline ${at}` })
      .execute();
  const head = await person("Head", null);
  const manager = await person("Manager", head);
  for (const owner of [
    await person("One", manager),
    await person("Two", manager),
    await person("Three", head),
  ]) {
    const row = {
      workspace_id: workspaceId,
      pipeline_id: pipelines[0] ?? "",
      currency: "USD",
      owner_id: owner,
    };
    await db
      .insertInto("crm.opportunity")
      .values({ ...row, id: newId(clock), name: "Open" })
      .execute();
  }
  return workspaceId;
}

test("sellers, layers and pipelines are read from the company's data, and an answer goes before them", async () => {
  const workspaceId = await companyOfThree();
  const read = await desk.call(adviser.askAdvice, {
    query: { answer: ["draws=200", "layers=4"] },
    workspaceId,
  });
  const input = (key: string) => read.inputs.find((one) => one.key === key);
  expect(input("sellers")).toMatchObject({ value: 3, origin: "read", path: "/pipeline?by=person" });
  expect(input("pipelines")).toMatchObject({ value: 2, origin: "read", path: "/settings/pipelines" });
  expect(input("layers")).toMatchObject({ value: 4, origin: "answered", path: "/people" });
  expect(input("layers")?.because).toMatch(/^In place of 2 layers: Managers above a seller/);
  // Nothing was won, so that neither a cycle nor growth can be read.
  expect(input("cycle")).toMatchObject({ origin: "assumed", value: 60 });
  const not = await desk.call(adviser.askAdvice, { query: { answer: "draws=200", own: "no" }, workspaceId });
  expect(not.inputs.find(({ key }) => key === "sellers")).toMatchObject({ origin: "assumed", value: 20 });
});

test("advices are saved, opened as they were told, compared and removed", async () => {
  const small = { title: "As we are", answers: { sellers: 20, draws: 200 } };
  const large = { title: "In three years", answers: { sellers: 200, draws: 200 } };
  const one = await save(small);
  const other = await save(large);
  expect(one).toMatchObject({ version: 1, title: "As we are", answers: small.answers });
  expect(await desk.call(adviser.getSavedAdvice, { params: { id: one.id } })).toEqual(one);
  expect(await save(small, one.id)).toEqual(one);
  await expect(save(large, one.id)).rejects.toMatchObject({
    problem: { status: 422, fields: [{ field: "id" }] },
  });
  const listed = (await desk.call(adviser.getSavedAdvices, {})).items;
  expect(listed.map(({ title }) => title)).toEqual(["In three years", "As we are"]);
  const { answers: _, advice, ...head } = one;
  expect(listed[1]).toEqual(head);
  expect(advice.ranking[0]).toMatchObject({ option: head.recommendation, share: head.share });
  const compared = await desk.call(adviser.compareAdvices, { params: { id: one.id, other: other.id } });
  expect(compared.inputs).toEqual([
    {
      key: "sellers",
      words: "How many people carry a quota?",
      one: "20 people (answered)",
      other: "200 people (answered)",
    },
  ]);
  const vp = compared.options.find(({ option }) => option === "vp");
  expect(vp?.other.worth).toBeGreaterThan(vp?.one.worth ?? 1);
  await expect(
    desk.call(adviser.removeSavedAdvice, { params: { id: one.id }, ifMatch: 2 }),
  ).rejects.toMatchObject({ problem: { status: 412, currentVersion: 1 } });
  await desk.call(adviser.removeSavedAdvice, { params: { id: one.id }, ifMatch: 1 });
  await expect(desk.call(adviser.getSavedAdvice, { params: { id: one.id } })).rejects.toMatchObject({
    problem: { status: 404 },
  });
});

test("an advice without a title or with an answer that is none is not saved", async () => {
  const refused = (title: string, answers: Record<string, number>) => save({ title, answers });
  await expect(refused(" ", {})).rejects.toMatchObject({
    problem: { status: 400, fields: [{ field: "title" }] },
  });
  await expect(refused("x", { sellers: -1 })).rejects.toMatchObject({
    problem: { status: 422, fields: [{ field: "sellers" }] },
  });
});

test("another workspace's advice is not there", async () => {
  const workspaceId = await foundTestWorkspace(desk.database, clock, "Other company");
  const saved = await save({ title: "Theirs", answers: { draws: 200 } }, newId(clock), workspaceId);
  await expect(desk.call(adviser.getSavedAdvice, { params: { id: saved.id } })).rejects.toMatchObject({
    problem: { status: 404 },
  });
});
