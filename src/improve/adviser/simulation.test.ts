import { describe, expect, test } from "vitest";
import { seededRandom } from "#base/kernel";
import { bestOf, drawTriangular, drawWeights, simulate, verdictOf } from "./simulation.ts";
import { dominators, worth } from "./value.ts";

const known = (value: number) => ({ low: value, mode: value, high: value });
const seed = "a seed";
const run = (options: readonly (readonly number[])[], shapes: readonly number[], draws = 20_000) =>
  simulate({
    options: options.map((row) => row.map(known)),
    shapes,
    out: dominators(options).map((by) => by !== null),
    draws,
    seed,
    random: seededRandom(seed),
  });

/** The share of weightings under which each option is the best, over all weightings in steps of a hundredth. */
function exhaustive(options: readonly (readonly number[])[]): number[] {
  const steps = 100;
  const wins = options.map(() => 0);
  let all = 0;
  for (let one = 0; one < steps; one++) {
    for (let two = 0; two < steps - one; two++) {
      // The middle of each cell, so that the rim counts no more than what lies within.
      const a = (one + 1 / 3) / steps;
      const b = (two + 1 / 3) / steps;
      const best = bestOf(options.map((row) => worth([a, b, 1 - a - b], row)));
      wins[best] = (wins[best] ?? 0) + 1;
      all++;
    }
  }
  return wins.map((count) => count / all);
}

describe("shares", () => {
  test("shares won agree with an exhaustive grid of weights", () => {
    const options = [
      [0.9, 0.2, 0.4],
      [0.3, 0.8, 0.5],
      [0.5, 0.45, 0.62],
    ];
    const shares = run(options, [1, 1, 1]).chances.map(({ share }) => share);
    for (const [at, share] of exhaustive(options).entries())
      expect(Math.abs((shares[at] ?? 0) - share)).toBeLessThan(0.015);
  });

  test("with two criteria a line can be drawn by hand: the first wins where its weight is above a third", () => {
    const [first, second] = run(
      [
        [1, 0],
        [0, 0.5],
      ],
      [1, 1],
    ).chances;
    expect(first?.interval.low).toBeLessThan(2 / 3);
    expect(first?.interval.high).toBeGreaterThan(2 / 3);
    expect((first?.share ?? 0) + (second?.share ?? 0)).toBeCloseTo(1, 12);
    // Regret of the first: ∫ over its weight w from 0 to 1/3 of (1 − w)/2 − w = 1/12; of the second 1/3.
    expect(first?.regret).toBeCloseTo(1 / 12, 2);
    expect(second?.regret).toBeCloseTo(1 / 3, 2);
  });

  test("the same seed gives the same result, which says its seed and its draws", () => {
    const once = run(
      [
        [0.6, 0.5],
        [0.4, 0.7],
      ],
      [6, 4],
      500,
    );
    expect(once).toMatchObject({ seed, draws: 500 });
    expect(
      run(
        [
          [0.6, 0.5],
          [0.4, 0.7],
        ],
        [6, 4],
        500,
      ),
    ).toEqual(once);
  });

  test("a dominated option wins no draw, even where its values are vague", () => {
    const vague = { low: 0, mode: 0.5, high: 1 };
    const { chances } = simulate({
      options: [
        [vague, vague],
        [vague, known(0.4)],
      ],
      shapes: [1, 1],
      out: [false, true],
      draws: 2000,
      seed,
      random: seededRandom(seed),
    });
    expect(chances.map(({ share }) => share)).toEqual([1, 0]);
  });
});

describe("draws", () => {
  test("the triangular distribution has its mean and keeps within its ends", () => {
    const random = seededRandom("triangle");
    const drawn = Array.from({ length: 20_000 }, () =>
      drawTriangular(random, { low: 0, mode: 0.2, high: 1 }),
    );
    expect(drawn.reduce((sum, one) => sum + one, 0) / drawn.length).toBeCloseTo(0.4, 2);
    expect(Math.min(...drawn)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...drawn)).toBeLessThanOrEqual(1);
  });

  test("drawn weights add up to 1, have the means of their shapes, and a shape of nothing stays nothing", () => {
    const random = seededRandom("weights");
    const drawn = Array.from({ length: 20_000 }, () => drawWeights(random, [3, 0.5, 0, 1.5]));
    const mean = (at: number) => drawn.reduce((sum, row) => sum + (row[at] ?? 0), 0) / drawn.length;
    for (const [at, expected] of [0.6, 0.1, 0, 0.3].entries()) expect(mean(at)).toBeCloseTo(expected, 2);
    for (const row of drawn.slice(0, 100)) expect(row.reduce((sum, one) => sum + one, 0)).toBeCloseTo(1, 12);
  });
});

test.each([
  [1, "robust"],
  [0.8, "robust"],
  [0.7999, "leans"],
  [0.6, "leans"],
  [0.5999, "toss-up"],
])("a share of %d is told as %s", (share, verdict) => {
  expect(verdictOf(share)).toBe(verdict);
});
