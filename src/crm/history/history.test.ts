import { afterAll, beforeAll, expect, test } from "vitest";
import { type Clock, newId } from "#base/kernel";
import { writeAs } from "#base/platform";
import { organizationRoutes } from "#people";
import { assignManager, createPerson } from "#people/contract";
import { type Client, foundTestWorkspace, signedInClient } from "../../../test/client.ts";
import { createField } from "../fields/contract.ts";
import { fieldRoutes } from "../fields/routes.ts";
import * as opportunities from "../opportunities/contract.ts";
import { opportunityRoutes } from "../opportunities/routes.ts";
import * as verbs from "../opportunities/verb-contract.ts";
import { createProduct } from "../products/contract.ts";
import { productRoutes } from "../products/routes.ts";
import * as contract from "./contract.ts";
import { historyRoutes } from "./routes.ts";

let now = Temporal.Instant.from("2026-03-10T15:00:00Z");
const clock: Clock = { now: () => now };
const later = (hours: number) => {
  now = now.add({ hours });
};
let desk: Client;

beforeAll(async () => {
  const routes = [
    ...organizationRoutes,
    ...fieldRoutes,
    ...productRoutes,
    ...opportunityRoutes,
    ...historyRoutes,
  ];
  desk = await signedInClient(routes, { clock });
  const stages = [
    { name: "Qualify" },
    { name: "Proposal", probability: 0.5 },
    { name: "Signed", outcome: "won" as const },
  ];
  await desk.call(verbs.createPipeline, { body: { name: "New business", stages } });
});
afterAll(() => desk.close());

const historyOf = (id: string, query: object = {}) =>
  desk.call(contract.getHistory, { params: { noun: "opportunity", id }, query });
const told = (entry: contract.ChangeOut) =>
  Object.fromEntries(
    entry.changes.map((one) => [one.label, [one.before?.text ?? null, one.after?.text ?? null]]),
  );

test("a record's history tells who changed what, in names and amounts, the newest first", async () => {
  const ines = await desk.call(createPerson, { body: { name: "Ines" } });
  const field = { noun: "opportunity", key: "renewal", label: "Is a renewal", type: "boolean" } as const;
  await desk.call(createField, { body: field });
  const body = { name: "Harbor lights", amount: { amount: "90071992547409.93", currency: "USD" } };
  const made = await desk.call(opportunities.createOpportunity, { body });
  later(1);
  const changed = {
    params: { id: made.id },
    ifMatch: 1,
    body: { ownerId: ines.id, amount: { amount: "1500", currency: "JPY" }, custom: { renewal: true } },
  };
  await desk.call(opportunities.changeOpportunity, changed);
  later(1);
  const proposal = (await desk.call(verbs.getPipelines, {})).items[0]?.stages[1]?.id ?? "";
  await desk.call(verbs.moveToStage, { params: { id: made.id }, ifMatch: 2, body: { stageId: proposal } });

  const { name, items } = await historyOf(made.id);
  expect([name, items.map((one) => one.action)]).toEqual([
    "Harbor lights",
    ["updated", "updated", "created"],
  ]);
  const [moved, updated, created] = items;
  if (!moved || !updated || !created) throw new Error("Three changes were made.");
  expect(moved).toMatchObject({ trueSince: "2026-03-10T17:00:00Z", of: "opportunity", source: "app" });
  expect(moved.author).not.toBe("");
  expect(told(moved)).toEqual({ Stage: ["Qualify", "Proposal"], Probability: [null, "0.500000"] });
  expect(told(updated)).toEqual({
    Owner: [null, "Ines"],
    Amount: ["90071992547409.93", "1500"],
    Currency: ["USD", "JPY"],
    "Is a renewal": [null, "yes"],
  });
  expect(told(created)).toMatchObject({
    Amount: [null, "90071992547409.93"],
    Pipeline: [null, "New business"],
  });
});

test("lines and splits belong to the history of their opportunity, also when they are gone", async () => {
  const harbor = await desk.call(createProduct, { body: { name: "Harbor" } });
  const tom = await desk.call(createPerson, { body: { name: "Tom" } });
  const made = await desk.call(opportunities.createOpportunity, { body: { name: "Lined" } });
  const params = { id: made.id };
  const line = { productId: harbor.id, amount: { amount: "12.50", currency: "USD" } };
  await desk.call(verbs.replaceLines, { params, ifMatch: 1, body: { lines: [line] } });
  await desk.call(verbs.replaceLines, { params, ifMatch: 2, body: { lines: [] } });
  const splits = [{ personId: tom.id, share: 1 }];
  await desk.call(verbs.replaceSplits, { params, ifMatch: 3, body: { splits } });
  await desk.call(verbs.replaceSplits, { params, ifMatch: 4, body: { splits: [] } });
  const { items } = await historyOf(made.id);
  expect(items.map((one) => [one.of, one.action])).toEqual([
    ["opportunity split", "deleted"],
    ["opportunity split", "created"],
    ["opportunity", "updated"],
    ["opportunity line", "deleted"],
    ["opportunity", "updated"],
    ["opportunity line", "created"],
    ["opportunity", "created"],
  ]);
  expect(told(items[3] as contract.ChangeOut)).toMatchObject({
    Product: ["Harbor", null],
    Amount: ["12.50", null],
  });
  expect(told(items[0] as contract.ChangeOut)).toMatchObject({ Person: ["Tom", null] });
});

test("pages of a history go on where the last one ended, amounts in the currency of their time", async () => {
  const made = await desk.call(opportunities.createOpportunity, {
    body: { name: "Long", amount: { amount: "1", currency: "EUR" } },
  });
  const amounts = ["2", "3", "4", "5"];
  for (const [at, amount] of amounts.entries()) {
    const currency = at < 2 ? "EUR" : "JPY";
    await desk.call(opportunities.changeOpportunity, {
      params: { id: made.id },
      ifMatch: at + 1,
      body: { amount: { amount, currency } },
    });
  }
  const seen: unknown[] = [];
  let cursor: string | undefined;
  do {
    const page = await historyOf(made.id, { limit: 2, ...(cursor ? { cursor } : {}) });
    seen.push(...page.items.map((one) => told(one).Amount));
    expect(page.intervals === null).toBe(cursor !== undefined);
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  expect(seen).toEqual([
    ["4", "5"],
    ["3.00", "4"],
    ["2.00", "3.00"],
    ["1.00", "2.00"],
    [null, "1.00"],
  ]);
});

test("imported earlier states become intervals before the present one, and better ones supersede them", async () => {
  const made = await desk.call(opportunities.createOpportunity, {
    body: { name: "Imported", amount: { amount: "30", currency: "USD" } },
  });
  const { workspaceId } = desk;
  const imported = { workspaceId, authorId: null, author: "Import", source: "import:1" };
  const state = (amountMinor: bigint, validFrom: string) => ({
    workspace_id: workspaceId,
    opportunity_id: made.id,
    valid_from: Temporal.Instant.from(validFrom),
    basis: "source",
    status: "open",
    pipeline_id: made.pipeline.id,
    amount_minor: amountMinor,
    currency: "USD",
    forecast_category: "pipeline",
  });
  await writeAs(desk.database.db, imported, clock, async (trx) => {
    await trx
      .insertInto("crm.opportunity_version")
      .values([state(1000n, "2026-01-05T05:00:00Z"), state(2000n, "2026-02-01T00:00:00Z")])
      .execute();
    await trx
      .updateTable("crm.opportunity_version")
      .set({ superseded_at: clock.now() })
      .where("workspace_id", "=", workspaceId)
      .where("opportunity_id", "=", made.id)
      .where("amount_minor", "=", 2000n)
      .execute();
    await trx.insertInto("crm.opportunity_version").values(state(2500n, "2026-02-01T00:00:00Z")).execute();
  });
  const { intervals, items } = await historyOf(made.id);
  expect(
    intervals?.map((one) => [
      one.amount.amount,
      one.validFrom,
      one.validTo,
      one.basis,
      one.supersededAt !== null,
    ]),
  ).toEqual([
    ["10.00", "2026-01-05T05:00:00Z", "2026-02-01T00:00:00Z", "source", false],
    ["20.00", "2026-02-01T00:00:00Z", null, "source", true],
    ["25.00", "2026-02-01T00:00:00Z", made.trueSince, "source", false],
    ["30.00", made.trueSince, null, "recorded", false],
  ]);
  expect(items.filter((one) => one.action === "restated").length).toBeGreaterThan(0);
  const on = async (date: string) =>
    (await desk.call(contract.getOpportunityAsOf, { params: { id: made.id, date } })).state;
  // The day ends at midnight in New York, five hours after midnight UTC: a state from that instant on is the next day's.
  expect(await on("2026-01-04")).toBeNull();
  expect((await on("2026-01-05"))?.amount.amount).toBe("10.00");
  expect((await on("2026-01-31"))?.amount.amount).toBe("25.00");
  expect((await on("2026-12-31"))?.amount.amount).toBe("30.00");
});

test("a person's history has their managers; another workspace's records have none", async () => {
  const [kim, lea] = [
    await desk.call(createPerson, { body: { name: "Kim" } }),
    await desk.call(createPerson, { body: { name: "Lea" } }),
  ];
  await desk.call(assignManager, {
    params: { id: kim.id },
    body: { managerId: lea.id, startsOn: "2026-03-01" },
  });
  const { items } = await desk.call(contract.getHistory, { params: { noun: "person", id: kim.id } });
  expect(items.map((one) => one.of)).toEqual(["reporting line", "person"]);
  expect(told(items[0] as contract.ChangeOut)).toMatchObject({
    Manager: [null, "Lea"],
    From: [null, "2026-03-01"],
  });
  const other = await foundTestWorkspace(desk.database, clock, "Other company");
  const asked = { params: { noun: "person" as const, id: kim.id }, workspaceId: other };
  await expect(desk.call(contract.getHistory, asked)).rejects.toMatchObject({ problem: { status: 404 } });
  const missing = { params: { id: newId(clock), date: "2026-03-01" } };
  await expect(desk.call(contract.getOpportunityAsOf, missing)).rejects.toMatchObject({
    problem: { status: 404 },
  });
});

test("with a clock that was set back the order of changes stays", async () => {
  const deal = await desk.call(opportunities.createOpportunity, { body: { name: "Two clocks" } });
  const say = (version: number, nextStep: string) =>
    desk.call(opportunities.changeOpportunity, {
      params: { id: deal.id },
      ifMatch: version,
      body: { nextStep },
    });
  later(2);
  await say(1, "before");
  later(-5);
  await say(2, "after");
  later(6);
  await say(3, "later still");
  const { items } = await historyOf(deal.id);
  expect(items.map((entry) => told(entry)["Next step"])).toEqual([
    ["after", "later still"],
    ["before", "after"],
    [null, "before"],
    undefined,
  ]);
  const known = items.map((entry) => Temporal.Instant.from(entry.recordedAt));
  expect(known).toEqual([...known].sort(Temporal.Instant.compare).reverse());
});
