import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { foundTestWorkspace } from "../../../test/client.ts";
import { type Listed, listedClock, listedOpportunities } from "../../../test/listed.ts";
import { getOpportunities } from "../opportunities/contract.ts";
import { getListOutline, getListValues } from "./contract.ts";

let listed: Listed;
beforeAll(async () => {
  listed = await listedOpportunities();
});
afterAll(() => listed.desk.close());

const noun = { noun: "opportunity" as const };
const names = async (query: object) =>
  (await listed.desk.call(getOpportunities, { query })).items.map(({ name }) => name);

describe("the outline of a list", () => {
  const outline = (query: object) => listed.desk.call(getListOutline, { params: noun, query });
  const shown = async (group: string) =>
    (await outline({ group })).groups?.map(({ key, label, count, sums }) => [
      label ?? key,
      count,
      sums[0]?.sum,
      sums[0]?.withoutRate,
    ]);

  test("counts and adds up in the workspace's currency, and says what has no rate", async () => {
    expect(await outline({})).toEqual({
      count: 6,
      sums: [{ column: "amount", sum: "3045.00", currency: "USD", withoutRate: 1 }],
      groups: null,
      markEvery: 200,
      marks: [],
      place: null,
    });
  });

  test.each<[string, unknown[]]>([
    [
      "status",
      [
        ["open", 5, "2920.00", 1],
        ["won", 1, "125.00", 0],
      ],
    ],
    [
      "-status",
      [
        ["won", 1, "125.00", 0],
        ["open", 5, "2920.00", 1],
      ],
    ],
    [
      "stage",
      [
        ["Talk · New", 4, "1520.00", 1],
        ["Offer · New", 1, "1400.00", 0],
        ["Won · New", 1, "125.00", 0],
      ],
    ],
    [
      "owner",
      [
        ["Ines Berg", 2, "2900.00", 0],
        ["Odd Lund", 1, "20.00", 0],
        [null, 3, "125.00", 1],
      ],
    ],
    [
      "closeOn:quarter",
      [
        ["FY2026-Q2", 1, "125.00", 0],
        ["FY2027-Q1", 3, "2900.00", 1],
        ["FY2027-Q2", 1, "20.00", 0],
        [null, 1, "0.00", 0],
      ],
    ],
    ["trueSince:month", [["2026-03", 6, "3045.00", 1]]],
    [
      "custom.tier",
      [
        ["gold", 1, "1500.00", 0],
        [null, 5, "1545.00", 1],
      ],
    ],
    [
      "custom.trial",
      [
        ["true", 1, "0.00", 0],
        [null, 5, "3045.00", 1],
      ],
    ],
    [
      "leadSource",
      [
        ["Fair", 1, "0.00", 0],
        ["fair play", 1, "20.00", 0],
        [null, 4, "3025.00", 1],
      ],
    ],
  ])("by %s", async (group, groups) => {
    expect(await shown(group)).toEqual(groups);
  });

  test("groups come first in the order of the rows", async () => {
    expect(await names({ group: "-status", sort: "-name" })).toEqual([
      "Old win",
      "Yen",
      "Renewal",
      "Pilot 10",
      "Pilot 2",
      "École",
    ]);
  });

  test("finds the place of a record, and none for what the filter leaves out", async () => {
    const [first] = (await listed.desk.call(getOpportunities, { query: { filter: "name.is(yen)" } })).items;
    expect((await outline({ sort: "name", find: first?.id })).place).toBe(5);
    expect((await outline({ filter: "status.one-of(won)", find: first?.id })).place).toBeNull();
  });

  test.each([
    [{ filter: "closeOn.more(1)" }, "filter"],
    [{ filter: "and(" }, "filter"],
    [{ sort: "size" }, "sort"],
    [{ group: "name" }, "group"],
    [{ filter: "closeOn.in(2026-Q1)" }, "filter"],
    [{ filter: "closeOn.between(2026-02-01,2026-01-01)" }, "filter"],
  ])("%j is refused by its field", async (query, field) => {
    await expect(outline(query)).rejects.toMatchObject({ problem: { fields: [{ field }] } });
  });
});

test("values of a column come with how often they are there, the most frequent first", async () => {
  const values = async (query: { column: string; label?: string; filter?: string }) =>
    (await listed.desk.call(getListValues, { params: noun, query })).items.map(({ label, count }) => [
      label,
      count,
    ]);
  expect(await values({ column: "owner" })).toEqual([
    ["Ines Berg", 2],
    ["Odd Lund", 1],
  ]);
  expect(await values({ column: "leadSource", label: "FAIR P" })).toEqual([["fair play", 1]]);
  expect(await values({ column: "stage", filter: "status.one-of(won)" })).toEqual([["Won · New", 1]]);
  await expect(values({ column: "size" })).rejects.toMatchObject({
    problem: { fields: [{ field: "column" }] },
  });
});

test("another workspace's records are in no list, count or group", async () => {
  const other = await foundTestWorkspace(listed.desk.database, listedClock, "Other company");
  const workspaceId = other;
  expect((await listed.desk.call(getOpportunities, { workspaceId })).items).toEqual([]);
  const outline = await listed.desk.call(getListOutline, {
    params: noun,
    query: { group: "status" },
    workspaceId,
  });
  expect(outline).toMatchObject({ count: 0, groups: [], marks: [] });
});
