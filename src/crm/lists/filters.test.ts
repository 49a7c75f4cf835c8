import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Listed, listedOpportunities } from "../../../test/listed.ts";
import { getOpportunities } from "../opportunities/contract.ts";

let listed: Listed;
beforeAll(async () => {
  listed = await listedOpportunities();
});
afterAll(() => listed.desk.close());

const names = async (query: object) =>
  (await listed.desk.call(getOpportunities, { query })).items.map(({ name }) => name);

describe("filters keep exactly the records that they ask for", () => {
  const everything = ["École", "Old win", "Pilot 2", "Pilot 10", "Renewal", "Yen"];
  test.each<[string, string[]]>([
    ["none", everything],
    ["name.contains(PILOT)", ["Pilot 2", "Pilot 10"]],
    ["name.contains(éco)", ["École"]],
    ["name.contains(ÉCO)", ["École"]],
    ["name.excludes(pilot)", ["École", "Old win", "Renewal", "Yen"]],
    ["name.is(yen)", ["Yen"]],
    ["name.is-not(yen)", ["École", "Old win", "Pilot 2", "Pilot 10", "Renewal"]],
    ["name.starts(p)", ["Pilot 2", "Pilot 10"]],
    ["name.ends(win)", ["Old win"]],
    ['nextStep.contains("50%")', ["Pilot 2"]],
    ['nextStep.contains("5_%")', []],
    ["nextStep.empty()", ["École", "Old win", "Pilot 10", "Renewal", "Yen"]],
    ["nextStep.excludes(offer)", everything],
    // In dollars: Pilot 10 is worth 1,500, Pilot 2 1,400, Old win 125, and the yen nobody knows.
    ["amount.at-least(1400)", ["Pilot 2", "Pilot 10"]],
    ["amount.more(1400)", ["Pilot 10"]],
    ["amount.is(125)", ["Old win"]],
    ["amount.less(125)", ["École"]],
    ["amount.at-most(125)", ["École", "Old win"]],
    ["amount.between(20,1400)", ["École", "Old win", "Pilot 2"]],
    ["amount.is-not(20)", ["Old win", "Pilot 2", "Pilot 10", "Renewal", "Yen"]],
    ["amount.empty()", ["Renewal"]],
    ["amount.filled()", ["École", "Old win", "Pilot 2", "Pilot 10", "Yen"]],
    ["closeOn.is(2026-03-31)", ["Pilot 10"]],
    ["closeOn.before(today)", ["Old win"]],
    ["closeOn.until(today)", ["Old win", "Yen"]],
    ["closeOn.after(2026-04-30)", ["École"]],
    ["closeOn.since(2026-04-30)", ["École", "Pilot 2"]],
    ["closeOn.between(2026-03-31,2026-04-30)", ["Pilot 2", "Pilot 10"]],
    ["closeOn.in(this-quarter)", ["Pilot 2", "Pilot 10", "Yen"]],
    ["closeOn.in(next-quarter)", ["École"]],
    ["closeOn.in(this-month,FY2026-Q2)", ["Old win", "Pilot 10", "Yen"]],
    ["closeOn.not-in(this-quarter)", ["École", "Old win", "Renewal"]],
    ["closeOn.in(next-7d)", ["Yen"]],
    ["closeOn.before(today+3w)", ["Old win", "Yen"]],
    ["closeOn.empty()", ["Renewal"]],
    ["trueSince.in(today)", everything],
    ["trueSince.before(today)", []],
    ["createdOn.in(this-month)", everything],
    ["createdOn.is(2026-03-01)", ["Yen"]],
    ["status.one-of(won)", ["Old win"]],
    ["status.none-of(won,lost)", ["École", "Pilot 2", "Pilot 10", "Renewal", "Yen"]],
    ["leadSource.one-of(Fair)", ["Renewal"]],
    ["leadSource.none-of(Fair)", ["École", "Old win", "Pilot 2", "Pilot 10", "Yen"]],
    ["leadSource.starts(fair)", ["École", "Renewal"]],
    ["account.contains(docks)", ["Pilot 10"]],
    ["account.empty()", ["École", "Old win", "Pilot 2", "Yen"]],
    ["custom.tier.one-of(gold)", ["Pilot 10"]],
    ["custom.units.more(3)", ["Old win"]],
    ["custom.units.between(3,20.5)", ["Old win", "Pilot 10"]],
    ["custom.trial.is(true)", ["Renewal"]],
    ["custom.trial.empty()", ["École", "Old win", "Pilot 2", "Pilot 10", "Yen"]],
    ["custom.survey.in(this-month)", ["Renewal"]],
    ["or(name.is(yen),and(status.one-of(won),amount.more(100)))", ["Old win", "Yen"]],
    ["and(or(name.is(yen),name.is(renewal)),amount.empty())", ["Renewal"]],
  ])("%s", async (filter, found) => {
    expect(await names({ filter })).toEqual(found);
  });

  test("people are asked by their ids, and nobody is meant by me where no person asks", async () => {
    expect(await names({ filter: `owner.one-of(${listed.ids["Ines Berg"]})` })).toEqual([
      "Pilot 2",
      "Pilot 10",
    ]);
    expect(
      await names({ filter: `owner.none-of(${listed.ids["Ines Berg"]},${listed.ids["Odd Lund"]})` }),
    ).toEqual(["Old win", "Renewal", "Yen"]);
    expect(await names({ filter: "owner.one-of(me)" })).toEqual([]);
  });

  test("search looks in names of opportunities and accounts, and conditions beside the filter hold as well", async () => {
    expect(await names({ search: "émile" })).toEqual(["Renewal"]);
    expect(await names({ search: "pilot", filter: "amount.more(1400)" })).toEqual(["Pilot 10"]);
    expect(await names({ stageId: listed.ids.Offer, filter: "name.contains(pilot)" })).toEqual(["Pilot 2"]);
  });
});

describe("orders", () => {
  test.each<[string, string[]]>([
    ["-amount,name", ["Pilot 10", "Pilot 2", "Old win", "École", "Renewal", "Yen"]],
    ["amount,-name", ["École", "Old win", "Pilot 2", "Pilot 10", "Yen", "Renewal"]],
    ["stage,-name", ["Yen", "Renewal", "Pilot 10", "École", "Pilot 2", "Old win"]],
    ["status,closeOn", ["Yen", "Pilot 10", "Pilot 2", "École", "Renewal", "Old win"]],
    ["-closeOn", ["École", "Pilot 2", "Pilot 10", "Yen", "Old win", "Renewal"]],
    ["owner,-closeOn", ["Pilot 2", "Pilot 10", "École", "Yen", "Old win", "Renewal"]],
    ["custom.tier,-custom.units,name", ["Pilot 10", "Old win", "École", "Pilot 2", "Renewal", "Yen"]],
  ])("%s, and page by page it is the same", async (sort, order) => {
    expect(await names({ sort })).toEqual(order);
    const paged: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await listed.desk.call(getOpportunities, {
        query: { sort, limit: 1, ...(cursor ? { cursor } : {}) },
      });
      paged.push(...page.items.map(({ name }) => name));
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
    expect(paged).toEqual(order);
  });

  test("a cursor of another order is refused", async () => {
    const { nextCursor } = await listed.desk.call(getOpportunities, { query: { sort: "name", limit: 1 } });
    const query = { sort: "-name", cursor: nextCursor ?? "" };
    await expect(listed.desk.call(getOpportunities, { query })).rejects.toMatchObject({
      problem: { status: 422, fields: [{ field: "cursor" }] },
    });
  });
});
