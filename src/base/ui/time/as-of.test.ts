import { describe, expect, test } from "vitest";
import { stepDay } from "./as-of.ts";

const day = (text: string) => Temporal.PlainDate.from(text);

describe("moving the company through time", () => {
  test.each([
    ["2026-11-23", "day", -1, "2026-11-22"],
    ["2026-11-23", "week", -1, "2026-11-16"],
    ["2026-11-23", "week", 1, "2026-11-30"],
    ["2026-03-15", "month", -1, "2026-02-15"],
    ["2026-03-30", "month", -1, "2026-02-28"],
    ["2026-02-28", "month", 1, "2026-03-31"],
    ["2024-02-29", "quarter", 1, "2024-05-31"],
    ["2026-11-30", "quarter", -1, "2026-08-31"],
  ] as const)("from %s one %s (%d) leads to %s", (from, step, way, to) => {
    expect(stepDay(day(from), step, way).toString()).toBe(to);
  });
});
