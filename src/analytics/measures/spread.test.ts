/** How single values lie, on the little world (test/figures/stories.ts), worked out by hand. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openWorld, type World } from "../../../test/figures/world.ts";
import { listMeasures, measureSpread } from "./contract.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const spreadOf = (name: string, query: object = {}) =>
  world.client.call(measureSpread, { params: { name }, query });
const counts = (ranges: readonly { from: number; to: number | null; count: number }[]) =>
  ranges.filter((range) => range.count > 0).map(({ from, to, count }) => [from, to, count]);

describe("the distribution of the sales cycle", () => {
  // Won: Flint 30 days, Haven 39, Anvil 64, Crane 64, Grove 105.
  test("counts each value once, with the figures that the measure itself gives", async () => {
    const { n, median, p75, p90, ranges } = await spreadOf("sales-cycle");
    expect([n, median, p75]).toEqual([5, 64, 64]);
    expect(p90).toBeCloseTo(88.6, 9);
    expect(counts(ranges)).toEqual([
      [30, 40, 2],
      [60, 70, 2],
      [100, 110, 1],
    ]);
    expect(ranges).toHaveLength(8);
    expect(await world.total("sales-cycle")).toEqual([median, n]);
  });

  test("follows switches, slices and the day", async () => {
    const lost = await spreadOf("sales-cycle", { switches: "outcome=lost" });
    expect(counts(lost.ranges)).toEqual([
      [50, 60, 1],
      [100, 110, 1],
    ]);
    const east = await spreadOf("sales-cycle", { where: "region=East" });
    expect([east.n, east.median]).toEqual([1, 64]);
  });

  test("is empty where nothing closed, and refused for a measure without single values", async () => {
    expect(await spreadOf("sales-cycle", { asOf: "2026-02-01" })).toMatchObject({
      n: 0,
      ranges: [],
      median: null,
    });
    await expect(spreadOf("win-rate")).rejects.toMatchObject({
      problem: { status: 422, detail: expect.stringContaining("no distribution") },
    });
  });

  test("the catalogue says which measures have one", async () => {
    const { measures } = await world.client.call(listMeasures, {});
    expect(measures.filter((measure) => measure.spread).map(({ name }) => name)).toEqual([
      "sales-cycle",
      "stage-age",
    ]);
  });
});
