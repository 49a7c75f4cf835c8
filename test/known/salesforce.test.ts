/** Known answers of a Salesforce developer organization: its records, and the figures over them. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { dataSet, type Imported, imported, knownAnswers } from "./imported.ts";

interface Known {
  opps: number;
  won: number;
  closed: number;
  won_amount: number;
  open_amount: number;
  open_expected: number;
  by_stage: Record<string, number>;
}

const folder = dataSet("salesforce_demo_powerbi");

describe.skipIf(folder === null)("salesforce export", () => {
  let known: Known;
  let world: Imported;
  beforeAll(async () => {
    known = knownAnswers<Known>(folder ?? "");
    world = await imported(folder ?? "");
  });
  afterAll(() => world.close());

  test("won, open and expected amounts as the export has them", async () => {
    expect((await world.measure("bookings")).total).toMatchObject({
      value: known.won_amount.toFixed(2),
      n: known.won,
    });
    expect((await world.measure("open-pipeline")).total).toMatchObject({
      value: known.open_amount.toFixed(2),
      n: known.opps - known.closed,
    });
    expect((await world.measure("weighted-pipeline")).total.value).toBe(known.open_expected.toFixed(2));
  });

  test("every stage holds as many opportunities as the export says", async () => {
    const { rows } = await world.measure("win-rate", { by: "stage", switches: "denominator=all" });
    for (const [stage, count] of Object.entries(known.by_stage)) expect(rows[stage]?.n, stage).toBe(count);
  });
});
