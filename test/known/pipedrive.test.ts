/** Known answers of a Pipedrive change log: the measures over the history rebuilt from it. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { dataSet, type Imported, imported, knownAnswers } from "./imported.ts";

interface Known {
  deals: number;
  deals_reaching_stage: Record<string, number>;
  days_in_stage: Record<string, { n: number; mean: number; median: number; p90: number }>;
  lost_reason_codes: Record<string, number>;
}

const folder = dataSet("pipedrive_enpal");

describe.skipIf(folder === null)("pipedrive change log", () => {
  let known: Known;
  let world: Imported;
  beforeAll(async () => {
    known = knownAnswers<Known>(folder ?? "");
    world = await imported(folder ?? "");
  });
  afterAll(() => world.close());

  test("each stage is reached by as many opportunities as the log says", async () => {
    const { rows } = await world.measure("stage-conversion", { by: "stage" });
    for (const [stage, reached] of Object.entries(known.deals_reaching_stage)) {
      const row = Object.entries(rows).find(([key]) => key.toLowerCase() === stage.toLowerCase())?.[1];
      expect(row?.n, stage).toBe(reached);
    }
  });

  test.each(["median", "mean"] as const)("the %s of the days in each stage", async (statistic) => {
    const { rows } = await world.measure("stage-age", { by: "stage", switches: `statistic=${statistic}` });
    for (const [stage, days] of Object.entries(known.days_in_stage)) {
      const row = Object.entries(rows).find(([key]) => key.toLowerCase() === stage.toLowerCase())?.[1];
      expect(row?.n, stage).toBe(days.n);
      expect(Number(row?.value), stage).toBeCloseTo(days[statistic], 1);
    }
  });
});
