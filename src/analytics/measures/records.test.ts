/** The records behind figures, what is refused, fiscal quarters and notes, on the little world (test/figures/stories.ts). */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { idOf } from "../../../test/figures/names.ts";
import { tell } from "../../../test/figures/tell.ts";
import { openWorld, type World, writeWorld } from "../../../test/figures/world.ts";
import { askMeasure, listMeasures, measureRecords } from "./contract.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const q1 = { from: "2026-01-01", to: "2026-03-31" };
const q2 = { from: "2026-04-01", to: "2026-06-30" };

describe("the records behind", () => {
  test.each<[string, string, Parameters<World["behind"]>[1], string[]]>([
    ["bookings", "bookings", {}, ["Anvil: won", "Crane: won", "Flint: won", "Grove: won", "Haven: won"]],
    ["bookings of a quarter", "bookings", q2, ["Grove: won", "Haven: won"]],
    [
      "a row by quarter",
      "bookings",
      { by: "quarter", key: "2026-Q1" },
      ["Anvil: won", "Crane: won", "Flint: won"],
    ],
    ["a row by region", "bookings", { by: "region", key: "East" }, ["Crane: won"]],
    [
      "a row by person, named by id",
      "bookings",
      { by: "person", key: idOf("person", "Cal") },
      ["Flint: won"],
    ],
    ["a row by product", "bookings", { by: "product", key: "Drill" }, ["Anvil: won", "Flint: won"]],
    [
      "a row by family",
      "bookings",
      { by: "product-family", key: "Tools" },
      ["Anvil: won", "Crane: won", "Flint: won"],
    ],
    ["a row of what has no product", "bookings", { by: "product", key: "(none)" }, ["Grove: won"]],
    [
      "a row by a custom field",
      "bookings",
      { by: "field.segment", key: "large" },
      ["Anvil: won", "Crane: won"],
    ],
    ["all rows together", "bookings", { by: "product-family", ...q2 }, ["Grove: won", "Haven: won"]],
    [
      "a slice",
      "bookings",
      { where: "region=West" },
      ["Anvil: won", "Flint: won", "Grove: won", "Haven: won"],
    ],
    [
      "the pipeline of a past day",
      "open-pipeline",
      { asOf: "2026-03-31" },
      ["Dock: open", "Ember: open", "Haven: open", "Inlet: open", "Jetty: open"],
    ],
    ["a win rate", "win-rate", q1, ["Anvil: won", "Bolt: lost", "Crane: won", "Flint: won"]],
    [
      "a win rate out of all",
      "win-rate",
      { ...q2, switches: "denominator=all" },
      ["Dock: lost", "Ember: open", "Grove: won", "Haven: won", "Kiln: open"],
    ],
    [
      "a win rate by cohort",
      "win-rate",
      { from: "2026-02-01", to: "2026-02-28", switches: "basis=cohort" },
      ["Dock: lost", "Grove: won"],
    ],
    [
      "pipeline generated when opened",
      "pipeline-generated",
      { ...q2, switches: "amount=opening" },
      ["Kiln: created", "Lathe: created"],
    ],
    [
      "a sales cycle of losses",
      "sales-cycle",
      { switches: "outcome=lost" },
      ["Bolt: closed", "Dock: closed"],
    ],
    [
      "a conversion of a stage",
      "stage-conversion",
      { by: "stage", key: "Propose" },
      ["Anvil: went on", "Bolt: entered", "Crane: went on", "Ember: went on", "Lathe: entered"],
    ],
    [
      "stays that run",
      "stage-age",
      { switches: "stays=running" },
      ["Ember: stay", "Jetty: stay", "Kiln: stay", "Lathe: stay"],
    ],
    ["coverage", "coverage", q2, ["Ember: open", "Grove: won", "Haven: won", "Kiln: open"]],
    ["a cost per sale", "cost-per-sale", q2, ["Grove: won", "Haven: won"]],
    [
      "pushes",
      "push-rate",
      { ...q2, where: "person=Ana" },
      ["Ember: open", "Grove: open", "Jetty: pushed", "Kiln: open"],
    ],
    ["nothing", "bookings", { asOf: "2026-01-31" }, []],
  ])("%s", async (_, measure, query, expected) => {
    expect(await world.behind(measure, query)).toEqual(expected);
  });

  test("slippage: what slipped and what did not", async () => {
    const behind = await world.behind("slippage", { from: "2026-03-01", to: "2026-03-31" });
    expect(behind.map((one) => one.split(":")[0])).toEqual(["Anvil", "Bolt", "Crane", "Dock", "Grove"]);
    expect(behind.filter((one) => one.endsWith("slipped"))).toEqual(["Dock: slipped"]);
  });

  test("come a page at a time, the largest first, as they stood on the day", async () => {
    const ask = (offset: number) =>
      world.client.call(measureRecords, { params: { name: "bookings" }, query: { limit: 2, offset } });
    const pages = [await ask(0), await ask(2), await ask(4), await ask(6)];
    expect(pages.map((page) => page.rows.map((row) => row.name))).toEqual([
      ["Anvil", "Crane"],
      ["Grove", "Haven"],
      ["Flint"],
      [],
    ]);
    expect(pages.map((page) => page.nextOffset)).toEqual([2, 4, null, null]);
    expect(pages.map((page) => page.count)).toEqual([5, 5, 5, 5]);
    expect(pages[0]?.rows[1]).toEqual({
      ...{
        id: idOf("opportunity", "Crane"),
        name: "Crane",
        account: "Borg",
        person: "Ben",
        pipeline: "New business",
      },
      ...{ stage: "Won", status: "won", amount: "1000.00", currency: "EUR", createdOn: "2026-01-20" },
      ...{ closeOn: "2026-03-25", part: "won" },
    });
  });
});

test.each([
  ["/api/measures/sales", 404, /no measure called “sales”.*bookings/s],
  ["/api/measures/Sales", 400, /kebab-case/],
  ["/api/measures/bookings?by=colour", 422, /cannot be broken down by “colour”.*person/s],
  ["/api/measures/bookings?by=field.colour", 422, /field\.colour/],
  ["/api/measures/bookings?where=colour%3Dred", 422, /colour/],
  ["/api/measures/bookings?where=region", 422, /name=value.*region=West/s],
  ["/api/measures/velocity?by=quarter", 422, /cannot be broken down by “quarter”/],
  ["/api/measures/coverage?by=stage", 422, /cannot be broken down by “stage”/],
  ["/api/measures/win-rate?switches=weight%3Dcolour", 422, /no choice “weight=colour”.*weight=count\|value/s],
  ["/api/measures/bookings?switches=weight%3Dvalue", 422, /no choices/],
  ["/api/measures/bookings?from=2026-13-01", 400, /from/],
  ["/api/measures/bookings?asOf=2026-02-29", 400, /asOf/],
  [
    "/api/measures/bookings?from=2026-04-01&to=2026-03-31",
    422,
    /ends \(2026-03-31\) before it starts \(2026-04-01\)/,
  ],
  ["/api/measures/bookings?since=2026", 400, /since/],
  ["/api/measures/bookings?by=day&from=1900-01-01&to=2026-01-01", 422, /too many/],
  ["/api/measures/bookings/records?offset=-1", 400, /offset/],
])("%s is refused with what to do", async (url, status, says) => {
  const answer = await world.client.inject({ method: "GET", url });
  expect([answer.statusCode, answer.body]).toEqual([status, expect.stringMatching(says)]);
});

test("the catalogue offers every measure with what it can be cut by, and every offer can be taken up", async () => {
  const { measures, dimensions } = await world.client.call(listMeasures, {});
  expect(dimensions.map((one) => one.name)).toEqual(
    expect.arrayContaining(["field.segment", "account.tier", "person.grade"]),
  );
  for (const measure of measures) {
    for (const by of measure.dimensions) {
      const query = { by, ...q1, where: by === "product" ? "product-family=Tools" : [] };
      if (!measure.dimensions.includes("product-family")) query.where = [];
      const answer = await world.client.call(askMeasure, { params: { name: measure.name }, query });
      expect(answer.by, measure.name).toBe(by);
    }
    for (const one of measure.switches) {
      for (const { value } of one.options) {
        const query = { switches: `${one.name}=${value}` };
        const answer = await world.client.call(askMeasure, { params: { name: measure.name }, query });
        expect(answer.switches[one.name]).toBe(value);
      }
    }
  }
});

test("a fiscal year that starts in February names its quarters by the year in which it ends", async () => {
  const february = await openWorld({ fiscalStartMonth: 2 });
  try {
    expect(await february.rows("bookings", { by: "quarter" })).toEqual({
      "FY2027-Q1": ["3050.00", 4],
      "FY2027-Q2": ["600.00", 1],
    });
    expect(await february.rows("bookings", { by: "year" })).toEqual({ FY2027: ["3650.00", 5] });
    // Ember moved from April to June and Dock from March to May: now both into a later quarter; Jetty from July to October.
    expect(await february.rows("push-rate", { by: "quarter", from: "2026-02-01", to: "2026-07-31" })).toEqual(
      {
        "FY2027-Q1": [2 / 10, 10],
        "FY2027-Q2": [1 / 6, 6],
      },
    );
    // Without a period: May to July. Two of three months of the target of the second calendar quarter, 61 of 91 days.
    expect(await february.total("coverage")).toEqual([140_000 / (268_132 - 60_000), 2]);
  } finally {
    await february.close();
  }
});

test("what cannot be converted is left out of the sum, and the answer says so", async () => {
  const other = await openWorld();
  try {
    await writeWorld(other.database, other.workspaceId, (trx) =>
      tell(trx, other.workspaceId, {
        ...{
          name: "Mast",
          account: "Acme",
          pipeline: "New business",
          currency: "EUR",
          createdOn: "2025-12-01",
        },
        steps: [{ at: "2025-12-01", stage: "Qualify", amount: "70.00", closeOn: "2026-02-01", owner: "Ana" }],
      }),
    );
    const ask = (asOf: string) =>
      other.client.call(askMeasure, { params: { name: "open-pipeline" }, query: { asOf } });
    const december = await ask("2025-12-31");
    expect(december.total).toMatchObject({ value: null, n: 1 });
    expect(december.notes).toEqual([expect.stringMatching(/in EUR .* no exchange rate/)]);
    const january = await ask("2026-01-01");
    expect([january.total.value, january.notes]).toEqual(["77.00", []]);
  } finally {
    await other.close();
  }
});
