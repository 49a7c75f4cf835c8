/** The pipeline as of days, over time, and its records, on the little world (test/figures/stories.ts). */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openWorld, type World } from "../../../test/figures/world.ts";
import { askPipeline, pipelineRecords, pipelineTrend } from "./contract.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

async function rowsOf(query: Record<string, string | string[]>) {
  const { rows } = await world.client.call(askPipeline, { query });
  return rows.map((row) => [row.key, row.amount, row.count]);
}
async function namesOf(query: Record<string, string | string[]>) {
  const { rows, count } = await world.client.call(pipelineRecords, { query });
  expect(count).toBe(rows.length);
  return rows.map((row) => `${row.name} ${row.amount} ${row.currency}`);
}

describe("the pipeline as of a day", () => {
  test.each([
    ["today", {}, ["2650.00", 4]],
    ["at the end of March, with what was opened at 23:30", { asOf: "2026-03-31" }, ["4550.00", 5]],
    ["a day before", { asOf: "2026-03-30" }, ["4300.00", 4]],
    ["before the first", { asOf: "2026-01-01" }, ["0.00", 0]],
    [
      "of what was expected to close in the second quarter",
      { asOf: "2026-03-31", closingFrom: "2026-04-01", closingTo: "2026-06-30" },
      ["4300.00", 4],
    ],
    ["of a region of that day", { asOf: "2026-03-31", where: "region=East" }, ["3500.00", 3]],
    ["of a product", { asOf: "2026-02-13", where: "product=Saw" }, ["1450.00", 3]],
    ["of a family", { asOf: "2026-02-13", where: "product-family=Tools" }, ["2400.00", 3]],
    ["of a custom field", { asOf: "2026-02-13", where: "field.segment=large" }, ["2100.00", 2]],
  ])("%s", async (_, query, expected) => {
    expect(await world.pipeline(query)).toEqual(expected);
  });

  test("by stage in the order of the stages, by person the largest first, by quarter of the expected close", async () => {
    expect(await rowsOf({})).toEqual([
      ["Qualify", "250.00", 1],
      ["Propose", "1000.00", 1],
      ["Negotiate", "800.00", 1],
      ["Review", "600.00", 1],
    ]);
    expect(await rowsOf({ by: "person", asOf: "2026-03-31" })).toEqual([
      ["Ben", "3500.00", 3],
      ["Cal", "800.00", 1],
      ["Ana", "250.00", 1],
    ]);
    expect(await rowsOf({ by: "quarter" })).toEqual([
      ["2026-Q2", "1400.00", 2],
      ["2026-Q3", "1000.00", 1],
      ["2026-Q4", "250.00", 1],
    ]);
  });

  test.each([
    [
      "the whole, the largest first",
      { asOf: "2026-03-31" },
      ["Dock 2000.00 EUR", "Inlet 900.00 USD", "Ember 800.00 USD", "Haven 400.00 USD", "Jetty 250.00 USD"],
    ],
    ["a stage", { asOf: "2026-03-31", key: "Propose" }, ["Ember 800.00 USD"]],
    ["a quarter", { by: "quarter", key: "2026-Q2" }, ["Ember 800.00 USD", "Kiln 500.00 EUR"]],
    [
      "a family, each opportunity once",
      { asOf: "2026-02-13", by: "product-family", key: "Tools" },
      ["Crane 1000.00 EUR", "Anvil 1000.00 USD", "Flint 300.00 USD"],
    ],
    ["a slice", { where: ["person=Ana", "pipeline=Renewal"] }, ["Kiln 500.00 EUR"]],
    ["a closing window", { closingFrom: "2026-08-01", closingTo: "2026-08-31" }, ["Lathe 1000.00 USD"]],
  ])("the records behind %s", async (_, query, expected) => {
    expect(await namesOf(query)).toEqual(expected);
  });

  test("a page of the records says how many there are and where the next begins", async () => {
    const first = await world.client.call(pipelineRecords, { query: { limit: 3 } });
    const second = await world.client.call(pipelineRecords, { query: { limit: 3, offset: 3 } });
    expect([first.rows.map((row) => row.name), first.count, first.nextOffset]).toEqual([
      ["Lathe", "Ember", "Kiln"],
      4,
      3,
    ]);
    expect([second.rows.map((row) => row.name), second.count, second.nextOffset]).toEqual([
      ["Jetty"],
      4,
      null,
    ]);
    const beyond = await world.client.call(pipelineRecords, { query: { limit: 3, offset: 30 } });
    expect(beyond).toEqual({ rows: [], count: 4, nextOffset: null });
  });
});

describe("the pipeline over time", () => {
  test.each([
    "stage",
    "person",
    "region",
    "manager",
    "product",
    "product-family",
    "account.tier",
    "lead-source",
    "quarter",
  ])("is, by %s, what each day itself gives", async (by) => {
    const { points } = await world.client.call(pipelineTrend, {
      query: { from: "2026-01-01", grain: "month", by },
    });
    expect(points.map((point) => point.asOf)).toEqual([
      ...["2026-01-31", "2026-02-28", "2026-03-31", "2026-04-30", "2026-05-31", "2026-06-15"],
    ]);
    for (const point of points) {
      const day = await world.client.call(askPipeline, { query: { asOf: point.asOf, by } });
      const rows = day.rows.map(({ key, count, amount }) => ({ key, count, amount }));
      const { count, amount } = day.total;
      expect(point).toEqual({ asOf: point.asOf, count, amount, inferred: 0, rows });
    }
  });

  test("keeps to a slice and to a closing window", async () => {
    const query = {
      from: "2026-03-01",
      to: "2026-04-05",
      where: "region=East",
      closingTo: "2026-06-30",
    } as const;
    const { points, earliest } = await world.client.call(pipelineTrend, { query });
    expect(points.map((point) => [point.asOf, point.amount, point.count])).toEqual([
      ["2026-03-01", "3300.00", 2],
      ["2026-03-08", "3700.00", 3],
      ["2026-03-15", "3700.00", 3],
      ["2026-03-22", "4600.00", 4],
      ["2026-03-29", "3500.00", 3],
      ["2026-04-05", "0.00", 0],
    ]);
    expect(earliest).toBe("2026-01-05");
  });
});

describe("what cannot be answered", () => {
  test.each([
    ["/api/pipeline?by=colour", 422, /colour/],
    ["/api/pipeline?where=colour%3Dred", 422, /colour/],
    ["/api/pipeline?where=region", 422, /name=value/],
    ["/api/pipeline?asOf=2026-02-30", 400, /asOf|day|date/i],
    ["/api/pipeline?closingFrom=2026-05-01&closingTo=2026-04-01", 422, /ends .* before it starts/],
    ["/api/pipeline/records?limit=500", 400, /limit/],
    ["/api/pipeline/trend?by=colour", 422, /colour/],
    ["/api/pipeline/trend?from=2026-05-01&to=2026-04-01", 422, /ends .* before it starts/],
    ["/api/pipeline/trend?from=1990-01-01", 422, /more than 600 weeks.*by month/s],
    ["/api/pipeline/trend?grain=day", 400, /grain/],
    ["/api/waterfall?from=2026-04-01&to=2026-03-01", 422, /ends .* before it starts/],
    ["/api/waterfall?from=2026-04-01", 400, /to/],
    ["/api/waterfall?from=2026-03-01&to=2026-04-01&where=colour%3Dred", 422, /colour/],
    ["/api/waterfall/records?from=2026-03-01&to=2026-04-01&step=sideways", 400, /step/],
  ])("%s is refused", async (url, status, says) => {
    const answer = await world.client.inject({ method: "GET", url });
    expect(answer.statusCode).toBe(status);
    expect(answer.body).toMatch(says);
  });
});
