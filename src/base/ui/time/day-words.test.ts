import { describe, expect, test } from "vitest";
import { fiscalCalendar } from "#base/kernel";
import { dayIn } from "./day-words.ts";

const now = Temporal.PlainDate.from("2026-11-25");
const calendar = fiscalCalendar({
  startMonth: 2,
  pattern: "months",
  yearEndsOnWeekday: 6,
  yearEnds: "last",
});

describe("a day as it is typed", () => {
  test.each([
    ["2026-06-30", "2026-06-30"],
    ["2026-6-3", "2026-06-03"],
    ["30 Jun 2026", "2026-06-30"],
    ["30 june", "2026-06-30"],
    ["Jun 30, 2025", "2025-06-30"],
    ["24 Dec", "2025-12-24"],
    ["yesterday", "2026-11-24"],
    ["last month", "2026-10-31"],
    ["end of last quarter", "2026-10-31"],
    ["last year", "2026-01-31"],
    ["Q2 FY2027", "2026-07-31"],
    ["q1 fy2026", "2025-04-30"],
  ])("%s is %s", (text, day) => {
    expect(dayIn(text, now, calendar)?.day.toString()).toBe(day);
  });

  test.each([
    "2026-02-30",
    "31 Apr 2026",
    "2027-01-01",
    "Q4 FY2027",
    "Q5 FY2026",
    "sales cycle",
    "12",
    "",
    "junction 7b",
  ])("%s is no past day", (text) => {
    expect(dayIn(text, now, calendar)).toBeNull();
  });
});
