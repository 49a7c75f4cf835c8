import { describe, expect, test } from "vitest";
import { trendWindow } from "./trend-window.ts";

const day = (text: string) => Temporal.PlainDate.from(text);
const now = day("2026-11-25");

describe("the stretch that the trend draws", () => {
  test.each([
    ["today", "2026-11-25", "2025-11-25", "2026-11-25"],
    ["a day of the last eleven months", "2026-02-10", "2025-11-25", "2026-11-25"],
    ["a day to come", "2026-12-24", "2025-12-24", "2026-12-24"],
    ["the first day of an older quarter", "2025-04-01", "2024-10-01", "2025-10-01"],
    ["the last day of that quarter", "2025-06-30", "2024-10-01", "2025-10-01"],
  ])("%s lies in the year around it", (_, shown, from, to) => {
    expect(trendWindow(day(shown), now)).toEqual({ from, to });
  });
});
