import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  criticalWeight,
  dominates,
  dominators,
  reweighted,
  valueAlong,
  valueBetween,
  weightsOf,
  worth,
} from "./value.ts";

describe("worth", () => {
  test("points become weights that add up to 1, and worth is their sum of values", () => {
    expect(weightsOf([60, 40])).toEqual([0.6, 0.4]);
    expect(worth([0.6, 0.4], [1, 0.5])).toBeCloseTo(0.8, 12);
    expect(() => weightsOf([0, 0])).toThrow(RangeError);
    expect(() => weightsOf([-1, 2])).toThrow(RangeError);
  });

  test("a bent line is read between its points and stays at its ends", () => {
    const line = [
      [5, 0],
      [25, 0.4],
      [75, 1],
    ] as const;
    expect([0, 5, 15, 25, 50, 75, 900].map((at) => valueAlong(line, at))).toEqual([
      0, 0, 0.2, 0.4, 0.7, 1, 1,
    ]);
  });

  test("a value does not depend on the unit of its scale", () => {
    const number = fc.double({ min: -1e3, max: 1e3, noNaN: true });
    const factor = fc.double({ min: 0.01, max: 100, noNaN: true });
    fc.assert(
      fc.property(number, number, number, factor, number, (worst, best, at, times, plus) => {
        fc.pre(Math.abs(worst - best) > 0.1);
        const moved = (one: number) => one * times + plus;
        expect(valueBetween(moved(worst), moved(best), moved(at))).toBeCloseTo(
          valueBetween(worst, best, at),
          6,
        );
      }),
    );
  });
});

describe("dominance", () => {
  test("an option that is nowhere better and somewhere worse is dominated, its equal is not", () => {
    expect(dominates([1, 0.5], [1, 0.4])).toBe(true);
    expect(dominates([1, 0.5], [1, 0.5])).toBe(false);
    expect(
      dominators([
        [0.2, 0.9],
        [0.1, 0.9],
        [0.9, 0.1],
      ]),
    ).toEqual([null, 0, null]);
  });

  test("a dominated option never wins under any weights", () => {
    const value = fc.double({ min: 0, max: 1, noNaN: true });
    const points = fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 4, maxLength: 4 });
    const row = fc.array(value, { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(points, fc.array(row, { minLength: 2, maxLength: 6 }), (said, options) => {
        fc.pre(said.some((one) => one > 0));
        const weights = weightsOf(said);
        const best = Math.max(...options.map((one) => worth(weights, one)));
        dominators(options).forEach((by, at) => {
          if (by === null) return;
          expect(worth(weights, options[at] ?? [])).toBeLessThanOrEqual(worth(weights, options[by] ?? []));
          expect(best).toBeGreaterThanOrEqual(worth(weights, options[at] ?? []));
        });
      }),
    );
  });
});

describe("critical weights", () => {
  test("weights .6 and .4 with differences +2 and -1 turn at a third", () => {
    const weights = [0.6, 0.4];
    expect(worth(weights, [2, -1])).toBeCloseTo(0.8, 12);
    expect(criticalWeight(weights, [2, -1], 0)).toBeCloseTo(1 / 3, 12);
    expect(criticalWeight(weights, [2, -1], 1)).toBeCloseTo(2 / 3, 12);
  });

  test("where one option is better everywhere, no weight turns it", () => {
    expect(criticalWeight([0.5, 0.5], [1, 2], 0)).toBeNull();
    expect(criticalWeight([0.5, 0.5], [1, 1], 0)).toBeNull();
    expect(criticalWeight([1, 0], [1, -1], 0)).toBeNull();
  });

  test("at a critical weight two options are worth the same", () => {
    const difference = fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 4, maxLength: 4 });
    const points = fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(points, difference, fc.nat(3), (said, differences, at) => {
        const weights = weightsOf(said);
        const critical = criticalWeight(weights, differences, at);
        if (critical === null) return;
        const turned = reweighted(weights, at, critical);
        expect(turned.reduce((sum, one) => sum + one, 0)).toBeCloseTo(1, 9);
        expect(worth(turned, differences)).toBeCloseTo(0, 9);
      }),
    );
  });
});
