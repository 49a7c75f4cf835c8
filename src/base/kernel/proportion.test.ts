import fc from "fast-check";
import { expect, test } from "vitest";
import { wilsonInterval } from "./proportion.ts";

// Worked out apart from the formula: the roots of (hits/trials − x)² = z² x (1 − x) / trials, by bisection to 40 digits.
test.each([
  [8, 10, 0.4901625, 0.9433178],
  [0, 10, 0, 0.2775328],
  [10, 10, 0.7224672, 1],
  [50, 100, 0.4038315, 0.5961685],
  [1, 1, 0.2065493, 1],
])("%d of %d lies between %d and %d", (hits, trials, low, high) => {
  const interval = wilsonInterval(hits, trials);
  expect(interval.low).toBeCloseTo(low, 6);
  expect(interval.high).toBeCloseTo(high, 6);
});

test("an interval holds its share, stays within 0 and 1, and turns over with it", () => {
  const counts = fc.tuple(fc.integer({ min: 1, max: 5000 }), fc.double({ min: 0, max: 1, noNaN: true }));
  fc.assert(
    fc.property(counts, ([trials, part]) => {
      const hits = Math.round(part * trials);
      const { low, high } = wilsonInterval(hits, trials);
      expect(low).toBeGreaterThanOrEqual(0);
      expect(high).toBeLessThanOrEqual(1);
      expect(low).toBeLessThanOrEqual(hits / trials + 1e-12);
      expect(high).toBeGreaterThanOrEqual(hits / trials - 1e-12);
      // What defines a bound: were it the true share, the one that was seen would lie just z deviations away from it.
      for (const bound of [low, high].filter((one) => one > 0 && one < 1)) {
        const deviation = Math.sqrt((bound * (1 - bound)) / trials);
        expect(Math.abs(hits / trials - bound) / deviation).toBeCloseTo(1.959963984540054, 6);
      }
      expect(wilsonInterval(trials - hits, trials).low).toBeCloseTo(1 - high, 12);
    }),
  );
});

test.each([
  [1, 0],
  [-1, 5],
  [6, 5],
  [Number.NaN, 5],
])("%d of %d is refused", (hits, trials) => {
  expect(() => wilsonInterval(hits, trials)).toThrow(RangeError);
});
