import { expect, test } from "vitest";
import { trendFinding } from "./trend-finding.ts";

const trend = (...amounts: string[]) => ({
  currency: "USD",
  earliest: null,
  points: amounts.map((amount, index) => ({ asOf: `2026-11-0${index + 1}`, amount, count: 1, rows: [] })),
});

test.each([
  [
    "the last day is the highest",
    ["1000", "3000", "5000"],
    "At $5K, the pipeline is at its highest in twelve months",
  ],
  [
    "the last day reads like the highest",
    ["1000", "5004", "5003"],
    "At $5K, the pipeline is at its highest in twelve months",
  ],
  ["an earlier day was", ["1000", "9000", "5000"], "The pipeline was highest on 2 Nov 2026, at $9K"],
  ["nothing was ever open", ["0", "0", "0"], "No open pipeline in these twelve months"],
])("the finding says when %s", (_, amounts, finding) => {
  expect(trendFinding(trend(...amounts), "2026-11-03")).toBe(finding);
});

test("what comes after the shown day says nothing", () => {
  expect(trendFinding(trend("1000", "2000", "5000"), "2026-11-02")).toBe(
    "At $2K, the pipeline is at its highest in twelve months",
  );
});
