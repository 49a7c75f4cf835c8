import { expect, test } from "vitest";
import { breakEven, yearlyCost } from "./cost.ts";
import { tornado } from "./tornado.ts";

const dollars = (whole: number) => BigInt(whole) * 100n;

test("a year costs base with burden, bonus, a fourth of the equity and the fee spread over its years", () => {
  const pay = { baseMinor: dollars(200_000), bonusMinor: dollars(50_000), equityMinor: dollars(120_000) };
  // 200,000 × 1.25 + 50,000 + 120,000 ÷ 4 + 200,000 × 0.24 ÷ 3
  expect(yearlyCost(pay, { burden: 0.25, hireFee: 0.24, years: 3 })).toBe(dollars(346_000));
  expect(yearlyCost(pay, { burden: 0, hireFee: 0, years: 1 })).toBe(dollars(280_000));
});

test("break-even is cost over ramped reps times quota times gain", () => {
  const field = { rampedReps: 20, quotaMinor: dollars(800_000) };
  expect(breakEven(dollars(400_000), field, 0.05)).toEqual({
    benefitMinor: dollars(800_000),
    ratio: 0.5,
    gainNeeded: 0.025,
  });
});

test("nobody who sells and no gain expected leave nothing to break even on", () => {
  const nobody = breakEven(dollars(1), { rampedReps: 0, quotaMinor: dollars(1) }, 0.1);
  expect(nobody).toEqual({ benefitMinor: 0n, ratio: null, gainNeeded: null });
  expect(breakEven(dollars(1), { rampedReps: 1, quotaMinor: dollars(100) }, 0)).toMatchObject({
    ratio: null,
    gainNeeded: 0.01,
  });
});

test("a tornado has the input that moves the outcome furthest at its top", () => {
  const outcome = (key: string, value: number) => (key === "wide" ? 3 * value : value - 1);
  expect(
    tornado(
      [
        { key: "narrow", low: 0, high: 2 },
        { key: "wide", low: -1, high: 1 },
      ],
      outcome,
    ),
  ).toEqual([
    { key: "wide", atLow: -3, atHigh: 3, width: 6 },
    { key: "narrow", atLow: -1, atHigh: 1, width: 2 },
  ]);
});
