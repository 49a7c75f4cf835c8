/** Measures of value on the little world (test/figures/stories.ts), worked out by hand. Today is 15 June 2026. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openWorld, type World } from "../../../test/figures/world.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const q1 = { from: "2026-01-01", to: "2026-03-31" };
const q2 = { from: "2026-04-01", to: "2026-06-30" };

describe("bookings", () => {
  // Anvil 1,200 (10 March), Crane EUR 1,000 at 1.10 (25 March), Flint 300 (14 February), Grove 600 (18 May), Haven 450 (10 April).
  test.each([
    ["in all", {}, ["3650.00", 5]],
    ["in the first quarter", q1, ["2600.00", 3]],
    ["in the second quarter", q2, ["1050.00", 2]],
    ["on the last day of a period", { from: "2026-03-25", to: "2026-03-25" }, ["1100.00", 1]],
    ["as of the day before a win", { asOf: "2026-03-09" }, ["300.00", 1]],
    ["as of the day of the win", { asOf: "2026-03-10" }, ["1500.00", 2]],
    ["before anything was won", { asOf: "2026-02-13" }, [null, 0, "Nothing was won."]],
  ])("%s", async (_, query, expected) => {
    expect(await world.total("bookings", query)).toEqual(expected);
  });

  test.each([
    ["quarter", { "2026-Q1": ["2600.00", 3], "2026-Q2": ["1050.00", 2] }],
    [
      "month",
      {
        "2026-02": ["300.00", 1],
        "2026-03": ["2300.00", 2],
        "2026-04": ["450.00", 1],
        "2026-05": ["600.00", 1],
      },
    ],
    [
      "week",
      {
        "2026-W07": ["300.00", 1],
        "2026-W11": ["1200.00", 1],
        "2026-W13": ["1100.00", 1],
        "2026-W15": ["450.00", 1],
        "2026-W21": ["600.00", 1],
      },
    ],
    [
      "day",
      {
        "2026-02-14": ["300.00", 1],
        "2026-03-10": ["1200.00", 1],
        "2026-03-25": ["1100.00", 1],
        "2026-04-10": ["450.00", 1],
        "2026-05-18": ["600.00", 1],
      },
    ],
    ["year", { "2026": ["3650.00", 5] }],
    ["person", { Ana: ["1800.00", 2], Ben: ["1550.00", 2], Cal: ["300.00", 1] }],
    // Anvil was won under Max, Grove under Mia: what is closed stays with the manager of the closing day.
    ["manager", { Mia: ["2150.00", 3], Max: ["1500.00", 2] }],
    // Ben won Crane in East and Haven in West.
    ["region", { West: ["2550.00", 4], East: ["1100.00", 1] }],
    ["team", { Harbor: ["2550.00", 4], Summit: ["1100.00", 1] }],
    // Anvil 900 + 300 by line amounts, Flint 200 + 100 by list prices, Crane whole, Grove has no lines.
    ["product", { Saw: ["1500.00", 3], Drill: ["1100.00", 2], "(none)": ["600.00", 1], Care: ["450.00", 1] }],
    // Anvil and Flint have two products of one family and are still one opportunity each.
    ["product-family", { Tools: ["2600.00", 3], "(none)": ["600.00", 1], Service: ["450.00", 1] }],
    ["account", { Acme: ["2100.00", 3], Borg: ["1550.00", 2] }],
    ["industry", { Metal: ["2100.00", 3], Ships: ["1550.00", 2] }],
    ["country", { US: ["2100.00", 3], SE: ["1550.00", 2] }],
    ["pipeline", { "New business": ["3200.00", 4], Renewal: ["450.00", 1] }],
    ["stage", { Won: ["3200.00", 4], Agreed: ["450.00", 1] }],
    ["status", { won: ["3650.00", 5] }],
    ["currency", { USD: ["2550.00", 4], EUR: ["1100.00", 1] }],
    ["forecast-category", { closed: ["3650.00", 5] }],
    ["lead-source", { "(none)": ["2450.00", 4], Fair: ["1200.00", 1] }],
    ["lost-reason", { "(none)": ["3650.00", 5] }],
    ["field.segment", { large: ["2300.00", 2], "(none)": ["1350.00", 3] }],
    ["account.tier", { gold: ["2100.00", 3], "(none)": ["1550.00", 2] }],
    ["person.grade", { senior: ["1800.00", 2], junior: ["1550.00", 2], "(none)": ["300.00", 1] }],
  ])("by %s", async (by, expected) => {
    expect(Object.entries(await world.rows("bookings", { by }))).toEqual(Object.entries(expected));
  });

  test.each([
    ["of a region", "region=West", ["2550.00", 4]],
    ["of a product", "product=Saw", ["1500.00", 3]],
    ["of a product family", "product-family=Tools", ["2600.00", 3]],
    ["of a product in its family", ["product=Saw", "product-family=Tools"], ["1500.00", 3]],
    [
      "of a product in another family",
      ["product=Saw", "product-family=Service"],
      [null, 0, "Nothing was won."],
    ],
    ["of two regions at once", ["region=West", "region=East"], [null, 0, "Nothing was won."]],
    ["of a person in a region", ["person=Ben", "region=East"], ["1100.00", 1]],
    ["of a custom field", "field.segment=large", ["2300.00", 2]],
    ["of what has no lead source", "lead-source=(none)", ["2450.00", 4]],
    [
      "of an account by its id",
      "account=00000003-0000-4000-8000-000000000000",
      [null, 0, "Nothing was won."],
    ],
  ])("%s", async (_, where, expected) => {
    expect(await world.total("bookings", { where })).toEqual(expected);
  });

  test("by product within a family, and by family within a product", async () => {
    expect(await world.rows("bookings", { by: "product", where: "product-family=Tools" })).toEqual({
      Saw: ["1500.00", 3],
      Drill: ["1100.00", 2],
    });
    expect(await world.rows("bookings", { by: "product-family", where: "product=Drill" })).toEqual({
      Tools: ["1100.00", 2],
    });
  });
});

describe("the open pipeline", () => {
  test.each([
    // Ember 800, Jetty 250, Kiln EUR 500 at 1.20, Lathe 1,000.
    ["today", {}, ["2650.00", 4]],
    ["expected to close in the quarter", q2, ["1400.00", 2]],
    // Dock EUR 2,000 at 1.10, Ember 800, Haven 400, Inlet 900 (removed since), Jetty 250 (opened at 23:30 that day).
    ["at the end of March", { asOf: "2026-03-31" }, ["4550.00", 5]],
    ["a day earlier, without what was opened at 23:30", { asOf: "2026-03-30" }, ["4300.00", 4]],
    ["a day later, at the new rate", { asOf: "2026-04-01" }, ["4750.00", 5]],
    ["before the first", { asOf: "2026-01-04" }, [null, 0, "Nothing was open."]],
  ])("%s", async (_, query, expected) => {
    expect(await world.total("open-pipeline", query)).toEqual(expected);
  });

  test("says so when nothing open has an amount", async () => {
    const query = { asOf: "2026-05-31", where: "person=Ben", from: "2026-08-01", to: "2026-08-31" };
    expect(await world.total("open-pipeline", query)).toEqual([
      null,
      1,
      "None of these records has an amount.",
    ]);
  });

  test("belongs to the organization of the day asked about", async () => {
    expect(await world.rows("open-pipeline", { by: "region", asOf: "2026-03-31" })).toEqual({
      East: ["3500.00", 3],
      West: ["1050.00", 2],
    });
    expect(await world.rows("open-pipeline", { by: "region", asOf: "2026-04-01" })).toEqual({
      West: ["4750.00", 5],
    });
    expect(await world.rows("open-pipeline", { by: "person", asOf: "2026-03-31" })).toEqual({
      Ben: ["3500.00", 3],
      Cal: ["800.00", 1],
      Ana: ["250.00", 1],
    });
  });

  test("by stage stands in the order of the pipelines", async () => {
    expect(Object.entries(await world.rows("open-pipeline", { by: "stage" }))).toEqual([
      ["Qualify", ["250.00", 1]],
      ["Propose", ["1000.00", 1]],
      ["Negotiate", ["800.00", 1]],
      ["Review", ["600.00", 1]],
    ]);
  });

  test("weighted takes an opportunity's own probability before its stage's", async () => {
    // Ember 800 × 0.8, Jetty 250 × 0.1, Kiln 600 × 0.6, Lathe 1,000 × its own 0.25.
    expect(await world.total("weighted-pipeline")).toEqual(["1275.00", 4]);
    expect(await world.rows("weighted-pipeline", { by: "pipeline" })).toEqual({
      "New business": ["915.00", 3],
      Renewal: ["360.00", 1],
    });
    const unpriced = { asOf: "2026-05-31", from: "2026-08-01", to: "2026-08-31" };
    expect(await world.total("weighted-pipeline", unpriced)).toEqual([
      ...[null, 1, "No open opportunity has both an amount and a probability."],
    ]);
  });
});

describe("the win rate", () => {
  test.each([
    // Won: Anvil, Crane, Flint, Grove, Haven. Lost: Bolt 500, Dock EUR 2,000 at 1.20.
    ["in all", {}, [5 / 7, 7]],
    ["in the first quarter", q1, [3 / 4, 4]],
    ["in the second quarter", q2, [2 / 3, 3]],
    ["as of March, when Grove was lost", { asOf: "2026-03-31" }, [3 / 5, 5]],
    ["by value", { switches: "weight=value" }, [3650 / 6550, 7]],
    ["of those created in the first quarter", { ...q1, switches: "basis=cohort" }, [5 / 7, 7]],
    [
      "of all created in the first quarter",
      { ...q1, switches: ["basis=cohort", "denominator=all"] },
      [5 / 9, 9],
    ],
    ["of all that close in the second quarter", { ...q2, switches: "denominator=all" }, [2 / 5, 5]],
    [
      "of those created in the second quarter",
      { ...q2, switches: "basis=cohort" },
      [null, 0, "Nothing was decided."],
    ],
  ])("%s", async (_, query, expected) => {
    expect(await world.total("win-rate", query)).toEqual(expected);
  });

  test("by person, by lost reason and by quarter", async () => {
    expect(await world.rows("win-rate", { by: "person" })).toEqual({
      Cal: [1, 1],
      Ana: [2 / 3, 3],
      Ben: [2 / 3, 3],
    });
    expect(await world.rows("win-rate", { by: "lost-reason" })).toEqual({
      "(none)": [5 / 6, 6],
      Price: [0, 1],
    });
    expect(await world.rows("win-rate", { by: "quarter" })).toEqual({
      "2026-Q1": [3 / 4, 4],
      "2026-Q2": [2 / 3, 3],
    });
  });
});

describe("average deal and pipeline generated", () => {
  test("average deal is rounded once", async () => {
    expect(await world.total("average-deal")).toEqual(["730.00", 5]);
    expect(await world.rows("average-deal", { by: "quarter" })).toEqual({
      "2026-Q1": ["866.67", 3],
      "2026-Q2": ["525.00", 2],
    });
    expect(await world.total("average-deal", { asOf: "2026-01-31" })).toEqual([null, 0, "Nothing was won."]);
  });

  test("pipeline generated, as it stands and as it was when opened, without what was removed", async () => {
    expect(await world.total("pipeline-generated")).toEqual(["9200.00", 11]);
    // Anvil 1,000, Bolt 500, Crane 1,100, Dock 2,200, Ember 800, Flint 300, Grove 700, Haven 400, Jetty 250, Kiln 600.
    expect(await world.total("pipeline-generated", { switches: "amount=opening" })).toEqual(["7850.00", 11]);
    expect(
      await world.total("pipeline-generated", { switches: "amount=opening", asOf: "2026-05-04" }),
    ).toEqual([...["8750.00", 12]]);
    expect(await world.rows("pipeline-generated", { by: "month", switches: "amount=opening" })).toEqual({
      "2026-01": ["2900.00", 4],
      "2026-02": ["3700.00", 3],
      "2026-03": ["650.00", 2],
      "2026-04": ["600.00", 1],
      "2026-05": [null, 1],
    });
    expect(await world.total("pipeline-generated", { from: "2026-06-01", to: "2026-06-15" })).toEqual([
      ...[null, 0, "Nothing was created."],
    ]);
  });
});
