import { expect, test } from "vitest";
import { fiscalCalendar } from "#base/kernel";
import { grainSaidIn, rhythmOf, stretchFrom, stretchNamed } from "./stretch.ts";

const rules = (startMonth: number) =>
  fiscalCalendar({ startMonth, pattern: "months", yearEndsOnWeekday: 6, yearEnds: "last" });
const [january, april] = [rules(1), rules(4)];
const day = (text: string) => Temporal.PlainDate.from(text);
const shown = (stretch: { startsOn: Temporal.PlainDate; endsOn: Temporal.PlainDate } | null) =>
  stretch === null ? null : `${stretch.startsOn} – ${stretch.endsOn}`;

test.each([
  ["Q1 2026", january, "2026-01-01 – 2026-04-01"],
  ["2026-Q3", january, "2026-07-01 – 2026-10-01"],
  ["Q1 2026", april, "2025-04-01 – 2025-07-01"],
  ["FY26 Q1", april, "2025-04-01 – 2025-07-01"],
  ["FY26", april, "2025-04-01 – 2026-04-01"],
  ["2026", january, "2026-01-01 – 2027-01-01"],
  ["2026-3", january, "2026-03-01 – 2026-04-01"],
  ["03/2026", january, "2026-03-01 – 2026-04-01"],
  ["Mar 2026", april, "2026-03-01 – 2026-04-01"],
  ["March-26", january, "2026-03-01 – 2026-04-01"],
  ["Q5 2026", january, null],
  ["2026-13", january, null],
  ["soon", january, null],
])("the fiscal calendar reads the period %j", (text, calendar, expected) => {
  expect(shown(stretchNamed(text, calendar))).toBe(expected);
});

test.each([
  ["months", ["2026-01-01", "2026-03-01", "2026-02-01", "2026-02-01"], "month, on firsts"],
  ["quarters with one missing", ["2026-01-01", "2026-04-01", "2026-10-01"], "quarter, on firsts"],
  ["years", ["2025-07-01", "2026-07-01"], "year, on firsts"],
  ["quarters that begin on any day", ["2011-05-31", "2011-08-31", "2011-12-01"], "quarter"],
  ["one day only", ["2026-01-01", "2026-01-01"], null],
  ["half years", ["2026-01-01", "2026-07-01"], null],
  ["no rhythm", ["2026-01-05", "2026-03-09", "2027-01-01"], null],
])("the rhythm of first days is found in %s", (_, days, expected) => {
  const found = rhythmOf(days.map(day));
  expect(found === null ? null : `${found.grain}${found.onFirsts ? ", on firsts" : ""}`).toBe(expected);
});

test("a stretch is the fiscal period that begins on its first day, else so many months", () => {
  expect(shown(stretchFrom(day("2026-04-01"), "year", april))).toBe("2026-04-01 – 2027-04-01");
  expect(shown(stretchFrom(day("2026-01-15"), "quarter", april))).toBe("2026-01-15 – 2026-04-15");
  const weeks = fiscalCalendar({ startMonth: 2, pattern: "4-5-4", yearEndsOnWeekday: 6, yearEnds: "last" });
  const first = weeks.periodOf(day("2026-05-15"), "month").startsOn;
  expect(shown(stretchFrom(first, "month", weeks))).toBe("2026-05-03 – 2026-05-31");
});

test.each([
  ["TargetMonth", "month"],
  ["Fiscal Quarter", "quarter"],
  ["Annual quota from", "year"],
  ["Start date", null],
])("a column %j says the grain %s", (column, grain) => {
  expect(grainSaidIn(column)).toBe(grain);
});
