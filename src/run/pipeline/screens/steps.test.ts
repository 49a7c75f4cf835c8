import { describe, expect, test } from "vitest";
import { barsOf, type Step, scaledBars, signedAmount } from "./steps.ts";

const step = (name: string, amount: string, count = 1): Step => ({ name, amount, count });
const steps = [
  step("start", "100", 10),
  step("new", "40", 4),
  step("pulled-in", "0", 0),
  step("decreased", "10", 2),
  step("won", "30", 3),
  step("exchange-rate", "-5", 6),
  step("end", "95", 9),
];

describe("the bars of a waterfall", () => {
  test("each begins where the one before left off, and totals stand on the ground", () => {
    expect(barsOf(steps).map(({ from, to }) => [from, to])).toEqual([
      [0, 100],
      [100, 140],
      [140, 140],
      [140, 130],
      [130, 100],
      [100, 95],
      [0, 95],
    ]);
  });

  test("what is won, lost, decreased or pushed out lowers the pipeline; an exchange rate keeps its sign", () => {
    expect(
      ["won", "lost", "decreased", "pushed-out", "removed"].map((name) => signedAmount(step(name, "7"))),
    ).toEqual([-7, -7, -7, -7, -7]);
    expect(signedAmount(step("exchange-rate", "-5"))).toBe(-5);
    expect(signedAmount(step("increased", "5"))).toBe(5);
  });

  test("steps in which nothing happened are left to the table", () => {
    expect(scaledBars(steps).bars.map((bar) => bar.step.name)).not.toContain("pulled-in");
  });

  test("small movements beside large totals are drawn from a round amount above zero", () => {
    const { low, top } = scaledBars([
      step("start", "1000"),
      step("new", "40"),
      step("lost", "20"),
      step("end", "1020"),
    ]);
    expect([low, top]).toEqual([980, 1040]);
  });

  test("large movements are drawn from zero", () => {
    expect(scaledBars([step("start", "100"), step("new", "900"), step("end", "1000")]).low).toBe(0);
  });
});
