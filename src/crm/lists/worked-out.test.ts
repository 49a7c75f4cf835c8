import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { assignTeam, createTeam } from "#people/contract";
import { type Listed, listedOpportunities } from "../../../test/listed.ts";
import { getAccounts } from "../accounts/contract.ts";
import { createActivity, getActivities } from "../activities/contract.ts";
import { createContact, getContacts } from "../contacts/contract.ts";
import { createOpportunity, getOpportunities } from "../opportunities/contract.ts";
import { replaceLines } from "../opportunities/verb-contract.ts";
import { createProduct, getProducts } from "../products/contract.ts";
import { getListOutline, getListValues } from "./contract.ts";

let listed: Listed;
let acme = "";
beforeAll(async () => {
  listed = await listedOpportunities();
  acme = listed.ids["Acme Docks"] ?? "";
  await moreOfAcme();
});
afterAll(() => listed.desk.close());

/** Acme has an open opportunity of 1,000 euros (1,500 dollars today) already. */
async function moreOfAcme() {
  const { desk, ids } = listed;
  const won = { stageId: ids.Won ?? "", closeOn: "2025-06-30" };
  const make = (name: string, amount: string, currency: string, more: object) =>
    desk.call(createOpportunity, { body: { name, accountId: acme, amount: { amount, currency }, ...more } });
  // Won in June 2025, when a euro was 1.25 dollars.
  const past = await make("Won once", "80", "EUR", won);
  const present = await make("Open too", "300.10", "USD", {});
  const body = { name: "Buoy", family: "Hardware", listPrice: { amount: "10", currency: "EUR" } };
  const buoy = await desk.call(createProduct, { body });
  await desk.call(createProduct, { body: { name: "Radar" } });
  for (const [opportunity, amount] of [
    [past, { amount: "80.00", currency: "EUR" }],
    [present, { amount: "300.10", currency: "USD" }],
  ] as const) {
    const lines = [{ productId: buoy.id, amount }];
    await desk.call(replaceLines, {
      params: { id: opportunity.id },
      ifMatch: opportunity.version,
      body: { lines },
    });
  }
  const contact = await desk.call(createContact, { body: { name: "Zoë", accountId: acme } });
  const call = { kind: "call" as const, accountId: acme };
  await desk.call(createActivity, {
    body: { ...call, subject: "Rang", contactId: contact.id, doneAt: "2026-03-02T10:00:00Z" },
  });
  await desk.call(createActivity, { body: { ...call, subject: "Wrote", doneAt: "2026-03-05T10:00:00Z" } });
  await desk.call(createActivity, { body: { ...call, subject: "Ring back", dueAt: "2026-03-12T10:00:00Z" } });
}

describe("accounts", () => {
  test("tell of their opportunities in the workspace's currency, and when something was last done", async () => {
    const { items } = await listed.desk.call(getAccounts, { query: { sort: "-openPipeline" } });
    expect(items.map((one) => [one.name, one.openPipeline, one.openOpportunities, one.wonTotal])).toEqual([
      ["Acme Docks", { amount: "1800.10", currency: "USD" }, 2, { amount: "100.00", currency: "USD" }],
      ["Émile & Co", null, 1, null],
    ]);
    expect(items.map((one) => one.lastActivityAt)).toEqual(["2026-03-05T10:00:00Z", null]);
  });

  test.each([
    ["openPipeline.at-least(1800.1)", ["Acme Docks"]],
    ["openPipeline.empty()", ["Émile & Co"]],
    ["openOpportunities.more(1)", ["Acme Docks"]],
    ["lastActivityAt.in(last-7d)", ["Acme Docks"]],
    ["lastActivityAt.before(today-7d)", []],
  ])("%s", async (filter, names) => {
    const { items } = await listed.desk.call(getAccounts, { query: { filter } });
    expect(items.map(({ name }) => name)).toEqual(names);
  });

  test("add up over the whole list", async () => {
    const outline = await listed.desk.call(getListOutline, { params: { noun: "account" }, query: {} });
    expect(outline.sums.map(({ column, sum }) => [column, sum])).toEqual([
      ["openPipeline", "1800.10"],
      ["openOpportunities", "3"],
      ["wonTotal", "100.00"],
    ]);
  });
});

test("products tell of the lines that opportunities have of them", async () => {
  const { items } = await listed.desk.call(getProducts, { query: { sort: "listPrice" } });
  expect(items.map((one) => [one.name, one.openPipeline, one.wonTotal, one.opportunities])).toEqual([
    ["Buoy", { amount: "300.10", currency: "USD" }, { amount: "100.00", currency: "USD" }, 2],
    ["Radar", null, null, 0],
  ]);
});

test("contacts tell when something was last done with them", async () => {
  const { items } = await listed.desk.call(getContacts, { query: { search: "zoë" } });
  expect(items.map((one) => [one.name, one.lastActivityAt])).toEqual([["Zoë", "2026-03-02T10:00:00Z"]]);
});

test("the team and region of a record are those of its owner today, and narrow lists down", async () => {
  const { desk, ids } = listed;
  const europe = await desk.call(createTeam, { body: { name: "Europe", kind: "region" } });
  const north = await desk.call(createTeam, { body: { name: "North", parentId: europe.id } });
  const past = await desk.call(createTeam, { body: { name: "Past" } });
  const join = (teamId: string, startsOn: string | null) =>
    desk.call(assignTeam, { params: { id: ids["Ines Berg"] ?? "" }, body: { teamId, startsOn } });
  await join(past.id, null);
  await join(north.id, "2026-03-01");
  const found = async (filter: string) =>
    (await desk.call(getOpportunities, { query: { filter } })).items.map((one) => [
      one.name,
      one.team,
      one.region,
    ]);
  const hers = [
    ["Pilot 2", "North", "Europe"],
    ["Pilot 10", "North", "Europe"],
  ];
  expect(await found("region.is(europe)")).toEqual(hers);
  expect(await found(`team.one-of(${north.id})`)).toEqual(hers);
  expect(await found("team.is(past)")).toEqual([]);
  expect(await found('owner.is("ines berg")')).toEqual(hers);
  const outline = await desk.call(getListOutline, {
    params: { noun: "opportunity" },
    query: { group: "team", filter: "owner.filled()" },
  });
  expect(outline.groups?.map(({ label, count }) => [label, count])).toEqual([
    ["North", 2],
    [null, 1],
  ]);
  const values = await desk.call(getListValues, {
    params: { noun: "opportunity" },
    query: { column: "region" },
  });
  expect(values.items.map(({ label, count }) => [label, count])).toEqual([["Europe", 2]]);
});

test.each([
  ["done.is(false)", ["Ring back"]],
  ["and(done.is(true),kind.one-of(call))", ["Wrote", "Rang"]],
  ["dueAt.in(next-7d)", ["Ring back"]],
  ["contact.contains(zo)", ["Rang"]],
  ["account.filled()", ["Ring back", "Wrote", "Rang"]],
])("activities: %s", async (filter, subjects) => {
  const { items } = await listed.desk.call(getActivities, { query: { filter } });
  expect(items.map(({ subject }) => subject)).toEqual(subjects);
});
