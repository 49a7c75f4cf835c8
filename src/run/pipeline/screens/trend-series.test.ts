import { describe, expect, test } from "vitest";
import { type Trend, trendSeries } from "./trend-series.ts";

function trend(by: string, ...points: Record<string, number>[]): Trend {
  return {
    by,
    currency: "USD",
    earliest: null,
    notes: [],
    points: points.map((amounts, index) => ({
      asOf: `2026-01-0${index + 1}`,
      count: 0,
      amount: "0",
      rows: Object.entries(amounts).map(([key, amount]) => ({ key, count: 1, amount: String(amount) })),
    })),
  };
}
const keys = (of: Trend) => trendSeries(of).map((series) => series.key);

describe("the series of a trend", () => {
  test("stages keep their order, also one that only some days have", () => {
    expect(keys(trend("stage", { Qualify: 1, Signed: 9 }, { Qualify: 2, Proposal: 5, Signed: 1 }))).toEqual([
      "Qualify",
      "Proposal",
      "Signed",
    ]);
  });

  test("people stand from the largest over the whole trend, whoever leads on a day", () => {
    expect(keys(trend("person", { Ana: 5, Ben: 1 }, { Ben: 3, Ana: 2 }, { Ben: 1, Ana: 1 }))).toEqual([
      "Ana",
      "Ben",
    ]);
  });

  test("a kind that never had anything open is left out", () => {
    expect(keys(trend("person", { Ana: 1, Ben: 0 }))).toEqual(["Ana"]);
  });

  test("beyond nine kinds the smallest are drawn together, and nothing is lost", () => {
    const amounts = Object.fromEntries(Array.from({ length: 12 }, (_, index) => [`k${index}`, index + 1]));
    const series = trendSeries(trend("person", amounts));
    expect(series.map((one) => one.key)).toEqual([
      ...["k11", "k10", "k9", "k8", "k7", "k6", "k5", "k4"],
      "Others",
    ]);
    expect(series.at(-1)?.values).toEqual([1 + 2 + 3 + 4]);
  });
});
