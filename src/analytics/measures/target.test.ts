/** What is booked against the target, on the little world (test/figures/stories.ts), worked out by hand. Today is 15 June 2026. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { openWorld, type World } from "../../../test/figures/world.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const q1 = { from: "2026-01-01", to: "2026-03-31" };
const q2 = { from: "2026-04-01", to: "2026-06-30" };
const q3 = { from: "2026-07-01", to: "2026-09-30" };
const noTarget = "No target is entered for the period.";

test.each([
  // Second quarter: the company's target 4,000; Grove 600 and Haven 450 won.
  ["in a running quarter", q2, [1050 / 4000, 2], ["2950.00", 2]],
  // First quarter: people's targets 3,000; Anvil 1,200, Crane 1,100 and Flint 300 won.
  ["in a quarter that is over", q1, [2600 / 3000, 3], ["400.00", 3]],
  ["on an earlier day of it", { ...q1, asOf: "2026-03-01" }, [300 / 3000, 1], ["2700.00", 1]],
  // 30 of 91 days of 4,000, cut to whole cents; Haven 450.
  [
    "in a month of a quarter's target",
    { from: "2026-04-01", to: "2026-04-30", asOf: "2026-04-15" },
    [45_000 / 131_868, 1],
    ["868.68", 1],
  ],
  // The company's target stands for all; those of its people are not added to it: Q1 and Q2 together, 3,650 won.
  [
    "where people and the company have targets",
    { from: q1.from, to: q2.to },
    [3650 / 4000, 5],
    ["350.00", 5],
  ],
  ["without a target", q3, [null, 0, noTarget], [null, 0, noTarget]],
])("attainment and what is missing %s", async (_, query, attained, missing) => {
  expect(await world.total("attainment", query)).toEqual(attained);
  expect(await world.total("missing-to-target", query)).toEqual(missing);
});

test("of a person, below zero once the target is passed, and none without a target of their own", async () => {
  expect(await world.rows("attainment", { ...q1, by: "person" })).toEqual({
    Ben: [1100 / 1000, 1],
    Ana: [1200 / 2000, 1],
    Cal: [null, 1],
  });
  expect(await world.rows("missing-to-target", { ...q1, by: "person" })).toEqual({
    Ana: ["800.00", 1],
    Ben: ["-100.00", 1],
    Cal: [null, 1],
  });
});

test("by quarter, each against its own target", async () => {
  const both = { by: "quarter", from: q1.from, to: q2.to };
  expect(await world.rows("attainment", both)).toEqual({
    "2026-Q1": [2600 / 3000, 3],
    "2026-Q2": [1050 / 4000, 2],
  });
  expect(await world.rows("missing-to-target", both)).toEqual({
    "2026-Q1": ["400.00", 3],
    "2026-Q2": ["2950.00", 2],
  });
});

test("what is missing and what is booked add up to the target, to the cent", async () => {
  for (const query of [q1, q2, { from: "2026-04-01", to: "2026-04-30", asOf: "2026-04-15" }]) {
    const cents = async (measure: string) => {
      const [value] = await world.total(measure, query);
      return Math.round(Number(value) * 100);
    };
    const booked = await cents("bookings");
    const [share] = await world.total("attainment", query);
    expect(booked / ((await cents("missing-to-target")) + booked)).toBe(share);
  }
});

test("behind what is missing stands what was won", async () => {
  expect(await world.behind("missing-to-target", q2)).toEqual(["Grove: won", "Haven: won"]);
});
