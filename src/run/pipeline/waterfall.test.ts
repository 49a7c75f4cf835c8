/** What moved the pipeline, on the little world (test/figures/stories.ts). The residual is checked in every question. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openWorld, type World } from "../../../test/figures/world.ts";
import { waterfallRecords } from "./contract.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const march = { from: "2026-03-01", to: "2026-03-31" };
const spring = { from: "2026-03-31", to: "2026-06-15" };

test.each<
  [string, { from: string; to: string } & Record<string, string | string[]>, Record<string, [string, number]>]
>([
  // Anvil 1,200, Bolt 500, Crane 1,100, Dock 2,200, Ember 800, Grove 700; new: Haven, Inlet, Jetty.
  [
    "in March",
    march,
    {
      start: ["6500.00", 6],
      new: ["1550.00", 3],
      won: ["2300.00", 2],
      lost: ["1200.00", 2],
      end: ["4550.00", 5],
    },
  ],
  // Haven is won 50 higher; Grove was lost in between and comes back to be won; Inlet is removed; Dock is lost.
  [
    "from April until today",
    spring,
    {
      ...{ start: ["4550.00", 5], new: ["2200.00", 3], increased: ["50.00", 1], won: ["1050.00", 2] },
      ...{ lost: ["2200.00", 1], removed: ["900.00", 1], end: ["2650.00", 4] },
    },
  ],
  [
    "when only the exchange rate moves",
    { from: "2026-03-31", to: "2026-04-01" },
    {
      ...{ start: ["4550.00", 5], "exchange-rate": ["200.00", 1], end: ["4750.00", 5] },
    },
  ],
  [
    "on one and the same day",
    { from: "2026-03-31", to: "2026-03-31" },
    { start: ["4550.00", 5], end: ["4550.00", 5] },
  ],
  ["before anything", { from: "2025-01-01", to: "2025-12-31" }, {}],
  [
    "of what closes in the first quarter, when Dock is pushed out of it",
    { ...march, closingFrom: "2026-01-01", closingTo: "2026-03-31" },
    {
      ...{ start: ["5700.00", 5], "pushed-out": ["2200.00", 1], won: ["2300.00", 2], lost: ["1200.00", 2] },
    },
  ],
  [
    "of what closes in the second quarter, when Dock comes into it",
    { ...march, closingFrom: "2026-04-01", closingTo: "2026-06-30" },
    {
      ...{ start: ["800.00", 1], new: ["1300.00", 2], "pulled-in": ["2200.00", 1], end: ["4300.00", 4] },
    },
  ],
  [
    "when an amount grows",
    { from: "2026-02-23", to: "2026-02-24" },
    {
      ...{ start: ["6300.00", 6], increased: ["200.00", 1], end: ["6500.00", 6] },
    },
  ],
  [
    "when an amount becomes known",
    { from: "2026-05-31", to: "2026-06-01" },
    {
      ...{ start: ["1650.00", 4], increased: ["1000.00", 1], end: ["2650.00", 4] },
    },
  ],
  [
    "of a person",
    { ...march, where: "person=Ben" },
    {
      ...{ start: ["3300.00", 2], new: ["1300.00", 2], won: ["1100.00", 1], end: ["3500.00", 3] },
    },
  ],
  // Saw: 250 of Anvil, Crane whole, 100 of Flint; Anvil is won with 300 of Saw.
  [
    "of a product, by its lines",
    { from: "2026-02-13", to: "2026-03-31", where: "product=Saw" },
    {
      ...{ start: ["1450.00", 3], increased: ["50.00", 1], won: ["1500.00", 3] },
    },
  ],
  [
    "of a family with two products, each opportunity once",
    { from: "2026-02-13", to: "2026-03-31", where: "product-family=Tools" },
    {
      ...{ start: ["2400.00", 3], increased: ["200.00", 1], won: ["2600.00", 3] },
    },
  ],
  [
    "of two slices of one dimension, which nothing can be in",
    { ...march, where: ["person=Ben", "person=Ana"] },
    {},
  ],
  [
    "of a custom field",
    { ...march, where: "field.segment=small" },
    { start: ["500.00", 1], lost: ["500.00", 1] },
  ],
])("the waterfall %s", async (_, query, expected) => {
  expect(await world.waterfall(query)).toEqual(expected);
});

describe("the records of a step", () => {
  test.each([
    ["start", ["Dock", "Anvil", "Crane", "Ember", "Grove", "Bolt"]],
    ["new", ["Inlet", "Haven", "Jetty"]],
    ["won", ["Anvil", "Crane"]],
    ["lost", ["Grove", "Bolt"]],
    ["end", ["Dock", "Inlet", "Ember", "Haven", "Jetty"]],
    ["removed", []],
  ] as const)("%s", async (step, names) => {
    const { rows, count } = await world.client.call(waterfallRecords, { query: { ...march, step } });
    expect(rows.map((row) => row.name)).toEqual(names);
    expect(count).toBe(names.length);
  });

  test("come with how they stood before and after, a page at a time", async () => {
    const query = { ...spring, step: "won", limit: 1, offset: 1 } as const;
    const { rows, count, nextOffset } = await world.client.call(waterfallRecords, { query });
    expect([count, nextOffset]).toEqual([2, null]);
    const standing = {
      amount: "400.00",
      closeOn: "2026-04-15",
      person: "Ben",
      stage: "Review",
      status: "open",
    };
    expect(rows).toMatchObject([
      {
        ...{ name: "Haven", account: "Borg", change: "450.00", before: standing },
        after: { ...standing, amount: "450.00", closeOn: "2026-04-10", stage: "Agreed", status: "won" },
      },
    ]);
  });
});
