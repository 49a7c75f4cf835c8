import { expect, test } from "vitest";
import { fiscalCalendar } from "../fiscal-calendar.ts";
import { dayFrom, daysOfPeriod } from "./days.ts";

const ground = {
  today: Temporal.PlainDate.from("2026-11-25"),
  calendar: fiscalCalendar({ startMonth: 2, pattern: "months", yearEndsOnWeekday: 6, yearEnds: "last" }),
};

test.each([
  ["today", "2026-11-25"],
  ["yesterday", "2026-11-24"],
  ["tomorrow", "2026-11-26"],
  ["today-30d", "2026-10-26"],
  ["today+2w", "2026-12-09"],
  ["today+3m", "2027-02-25"],
  ["today-1q", "2026-08-25"],
  ["today-2y", "2024-11-25"],
  ["2024-02-29", "2024-02-29"],
])("%s, told on 25 November 2026, is %s", (text, day) => {
  expect(dayFrom(text, ground).toString()).toBe(day);
});

// The fiscal year begins in February: its fourth quarter is November to January.
test.each([
  ["this-quarter", "2026-11-01", "2027-02-01"],
  ["last-quarter", "2026-08-01", "2026-11-01"],
  ["next-year", "2027-02-01", "2028-02-01"],
  ["this-month", "2026-11-01", "2026-12-01"],
  ["this-week", "2026-11-23", "2026-11-30"],
  ["last-30d", "2026-10-27", "2026-11-26"],
  ["next-7d", "2026-11-25", "2026-12-02"],
  ["last-1q", "2026-08-26", "2026-11-26"],
  ["today", "2026-11-25", "2026-11-26"],
  ["FY2027-Q1", "2026-02-01", "2026-05-01"],
  ["FY2026", "2025-02-01", "2026-02-01"],
  ["2026-03", "2026-03-01", "2026-04-01"],
  ["2026-W09", "2026-02-23", "2026-03-02"],
  ["2026-03-31", "2026-03-31", "2026-04-01"],
])("%s runs from %s up to %s", (text, from, before) => {
  const range = daysOfPeriod(text, ground);
  expect([range.from.toString(), range.before.toString()]).toEqual([from, before]);
});

test("a key of another calendar is refused in its own words", () => {
  expect(() => daysOfPeriod("2026-Q1", ground)).toThrow("“2026-Q1” is not a period of this fiscal calendar.");
});
