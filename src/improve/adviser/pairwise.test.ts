import { describe, expect, test } from "vitest";
import {
  type Comparisons,
  consistencyOf,
  eigenvectorWeights,
  geometricWeights,
  mostInconsistentTriad,
} from "./pairwise.ts";

const rounded = (row: readonly number[], digits = 4) => row.map((one) => Number(one.toFixed(digits)));
const first: Comparisons = [
  [1, 3, 5],
  [1 / 3, 1, 3],
  [1 / 5, 1 / 3, 1],
];
const second: Comparisons = [
  [1, 2, 7],
  [1 / 2, 1, 5],
  [1 / 7, 1 / 5, 1],
];
const consistent: Comparisons = [
  [1, 2, 4],
  [1 / 2, 1, 2],
  [1 / 4, 1 / 2, 1],
];

describe("weights from comparisons", () => {
  test.each([
    ["3, 5, 3", first, [0.637, 0.2583, 0.1047], 3.0385],
    ["2, 7, 5", second, [0.5917, 0.3332, 0.0751], 3.0142],
  ])("comparisons %s give the weights worked out by hand", (_, square, weights, eigenvalue) => {
    expect(rounded(eigenvectorWeights(square))).toEqual(weights);
    expect(rounded(geometricWeights(square))).toEqual(weights);
    expect(consistencyOf(square).eigenvalue).toBeCloseTo(eigenvalue, 4);
  });

  test("index and ratio are those worked out by hand", () => {
    expect(consistencyOf(first).index).toBeCloseTo(0.0193, 4);
    expect(consistencyOf(first).ratio).toBeCloseTo(0.0332, 4);
    expect(consistencyOf(second).ratio).toBeCloseTo(0.0122, 4);
  });

  test("comparisons that agree give their proportions and no inconsistency", () => {
    for (const weights of [eigenvectorWeights(consistent), geometricWeights(consistent)])
      expect(rounded(weights, 12)).toEqual(rounded([4 / 7, 2 / 7, 1 / 7], 12));
    expect(consistencyOf(consistent).ratio).toBeCloseTo(0, 12);
  });
});

describe("contradictions", () => {
  test("the triad that contradicts itself most is named, and only beyond a tenth", () => {
    const square = [
      [1, 2, 1 / 9, 4],
      [1 / 2, 1, 2, 2],
      [9, 1 / 2, 1, 1],
      [1 / 4, 1 / 2, 1, 1],
    ];
    expect(consistencyOf(square).ratio).toBeGreaterThan(0.1);
    // Rounds: 0→1→2→0 is 2·2·9 = 36, 0→2→3→0 is 1/9·1·1/4 = 1/36, 0→1→3→0 is 1, 1→2→3→1 is 1.
    expect(mostInconsistentTriad(square)).toEqual([0, 1, 2]);
    expect(mostInconsistentTriad(first)).toBeNull();
  });

  test("two criteria cannot contradict each other, and a square without reciprocals is none", () => {
    expect(
      consistencyOf([
        [1, 9],
        [1 / 9, 1],
      ]).ratio,
    ).toBe(0);
    expect(() =>
      eigenvectorWeights([
        [1, 2],
        [2, 1],
      ]),
    ).toThrow(RangeError);
    expect(() => geometricWeights([])).toThrow(RangeError);
  });
});
