import { describe, expect, test } from "vitest";
import { areaPath, linePath, scaleOf, stacked } from "./scale.ts";

describe("an axis", () => {
  test.each([
    ["money from zero", [12_300_000, 44_000_000], {}, [0, 20_000_000, 40_000_000, 60_000_000]],
    ["a rate", [0.26, 0.555], {}, [0, 0.2, 0.4, 0.6]],
    ["small counts in whole steps", [0, 1, 2], { whole: true }, [0, 1, 2]],
    ["a loss and a gain", [-3, 7], {}, [-5, -2.5, 0, 2.5, 5, 7.5]],
    ["nothing but zero", [0, 0], {}, [0, 1]],
    ["nothing at all", [], {}, [0, 1]],
    ["values close together, floating", [104, 98, 109], { floating: true }, [95, 100, 105, 110]],
    ["values close together, from zero", [104, 98, 109], {}, [0, 50, 100, 150]],
  ] as const)("%s", (_, values, options, ticks) => {
    expect(scaleOf(values, options).ticks).toEqual(ticks);
  });

  test("places a value between its ends", () => {
    const scale = scaleOf([0, 40]);
    expect([scale.part(0), scale.part(20), scale.part(40)]).toEqual([0, 0.5, 1]);
  });
});

describe("paths", () => {
  test("a missing value leaves a gap in the line", () => {
    expect(linePath([[0, 1], [1, 2], null, [3, 4]])).toBe("M0 1L1 2M3 4");
  });

  test("an area goes along the upper line and comes back along the lower", () => {
    expect(
      areaPath(
        [
          [0, 1],
          [1, 2],
        ],
        [
          [0, 5],
          [1, 6],
        ],
      ),
    ).toBe("M0 1L1 2L1 6L0 5Z");
  });

  test("series stand upon each other", () => {
    expect(
      stacked([
        [1, 2],
        [3, 4],
      ]),
    ).toEqual([
      { from: [0, 0], to: [1, 2] },
      { from: [1, 2], to: [4, 6] },
    ]);
  });
});
