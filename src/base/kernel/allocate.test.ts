import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { allocate, divideRounded } from "./allocate.ts";
import { seededRandom } from "./random.ts";

const amounts = fc.oneof(
  fc.bigInt({ min: -1_000_000n, max: 1_000_000n }),
  fc.bigInt(-(2n ** 63n), 2n ** 63n),
);
const weightLists = fc
  .array(fc.oneof(fc.constant(0n), fc.bigInt(1n, 12n), fc.bigInt(1n, 2n ** 40n)), {
    minLength: 1,
    maxLength: 12,
  })
  .filter((weights) => weights.some((weight) => weight > 0n));
const sum = (parts: readonly bigint[]) => parts.reduce((total, part) => total + part, 0n);

describe("what splits look like", () => {
  test.each([
    ["ten cents among three", 10n, [1n, 1n, 1n], [4n, 3n, 3n]],
    [
      "a debt among two, from the day naive rounding lost a cent",
      -306_015n,
      [4n, 4n],
      [-153_008n, -153_007n],
    ],
    ["nothing among two", 0n, [1n, 2n], [0n, 0n]],
    ["somebody without a weight gets nothing", 7n, [0n, 2n, 0n, 1n], [0n, 5n, 0n, 2n]],
    ["the largest remainder comes before the earlier place", 10n, [1n, 2n, 3n], [2n, 3n, 5n]],
    [
      "a hundred dollars by month",
      10_000n,
      Array<bigint>(12).fill(1n),
      [...Array(4).fill(834n), ...Array(8).fill(833n)],
    ],
    ["one cent among twelve", 1n, Array<bigint>(12).fill(5n), [1n, ...Array(11).fill(0n)]],
    ["nobody and nothing", 0n, [], []],
    ["zero weights and nothing to split", 0n, [0n, 0n], [0n, 0n]],
  ])("%s", (_, total, weights, parts) => {
    expect(allocate(total, weights)).toEqual(parts);
  });

  test("a weight below zero is refused", () => {
    expect(() => allocate(1n, [2n, -1n])).toThrow("A weight below zero cannot take a share.");
  });

  test("an amount without a weight to go to is refused", () => {
    expect(() => allocate(1n, [0n, 0n])).toThrow("There is no weight above zero to split the amount by.");
    expect(() => allocate(1n, [])).toThrow("There is no weight above zero to split the amount by.");
  });
});

describe("what holds for every split", () => {
  test("the parts add up to the whole, in a million random cases", () => {
    const random = seededRandom("a million splits");
    const below = (max: number) => BigInt(Math.floor(random() * max));
    for (let done = 0; done < 1_000_000; ) {
      // Up to twelve weights, every fourth of them zero.
      const weights = Array.from({ length: 1 + Number(below(12)) }, () =>
        random() < 0.25 ? 0n : below(1000),
      );
      if (weights.every((weight) => weight === 0n)) continue;
      const total = below(10_000_000) - 5_000_000n;
      if (sum(allocate(total, weights)) !== total) expect.fail(`${total} split by ${weights.join(":")}`);
      done += 1;
    }
  }, 60_000);

  test("the parts add up to the whole, whatever its size", () => {
    fc.assert(
      fc.property(amounts, weightLists, (total, weights) => sum(allocate(total, weights)) === total),
      { numRuns: 5000 },
    );
  });

  test("each part is less than one unit away from its exact share", () => {
    fc.assert(
      fc.property(amounts, weightLists, (total, weights) => {
        const weightTotal = sum(weights);
        return allocate(total, weights).every((part, at) => {
          const apart = part * weightTotal - total * (weights[at] ?? 0n);
          return apart < weightTotal && apart > -weightTotal;
        });
      }),
    );
  });

  test("a split of a split is exact", () => {
    fc.assert(
      fc.property(amounts, weightLists, weightLists, (total, weights, again) => {
        const parts = allocate(total, weights).flatMap((part) => allocate(part, again));
        return sum(parts) === total;
      }),
    );
  });

  test("a debt splits as a credit does", () => {
    fc.assert(
      fc.property(amounts, weightLists, (total, weights) => {
        expect(allocate(-total, weights)).toEqual(allocate(total, weights).map((part) => -part));
      }),
    );
  });

  test("weights of the same proportion give the same split", () => {
    fc.assert(
      fc.property(amounts, weightLists, fc.bigInt(1n, 1000n), (total, weights, factor) => {
        expect(
          allocate(
            total,
            weights.map((weight) => weight * factor),
          ),
        ).toEqual(allocate(total, weights));
      }),
    );
  });
});

describe("rounded division", () => {
  test.each([
    [5n, 2n, 2n],
    [7n, 2n, 4n],
    [-5n, 2n, -2n],
    [-7n, 2n, -4n],
    [5n, -2n, -2n],
    [-7n, -2n, 4n],
    [1n, 3n, 0n],
    [2n, 3n, 1n],
    [-2n, 3n, -1n],
    [0n, 9n, 0n],
    [18014398509481987n, 2n, 9007199254740994n],
  ])("%s / %s is %s", (numerator, denominator, quotient) => {
    expect(divideRounded(numerator, denominator)).toBe(quotient);
  });

  test("it is never more than half a unit off", () => {
    fc.assert(
      fc.property(
        amounts,
        amounts.filter((below) => below !== 0n),
        (above, below) => {
          const off = 2n * (divideRounded(above, below) * below - above);
          return (off < 0n ? -off : off) <= (below < 0n ? -below : below);
        },
      ),
    );
  });

  test("nothing can be divided by zero", () => {
    expect(() => divideRounded(1n, 0n)).toThrow(RangeError);
  });
});
