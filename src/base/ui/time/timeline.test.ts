import { describe, expect, test } from "vitest";
import { fiscalCalendar } from "#base/kernel";
import { dayAt, partOf, ticksOf, weekEndAt } from "./timeline.ts";

const day = (text: string) => Temporal.PlainDate.from(text);
const known = { first: day("2026-01-01"), last: day("2026-12-31") };
const fromFebruary = fiscalCalendar({
  startMonth: 2,
  pattern: "months",
  yearEndsOnWeekday: 6,
  yearEnds: "last",
});

describe("the line of known days", () => {
  test.each([
    ["2026-01-01", 0],
    ["2026-12-31", 1],
    ["2025-06-01", 0],
    ["2027-06-01", 1],
    ["2026-07-02", 0.5],
  ])("%s lies at %d", (text, part) => {
    expect(partOf(known, day(text))).toBe(part);
  });

  test("a place leads back to its day, and places outside to the ends", () => {
    for (const text of ["2026-01-01", "2026-02-28", "2026-11-23", "2026-12-31"])
      expect(dayAt(known, partOf(known, day(text))).toString()).toBe(text);
    expect([dayAt(known, -1), dayAt(known, 2)].map(String)).toEqual(["2026-01-01", "2026-12-31"]);
  });

  test("one known day is a line as well", () => {
    const single = { first: known.first, last: known.first };
    expect([partOf(single, known.first), dayAt(single, 0).toString()]).toEqual([0, "2026-01-01"]);
  });

  test("quarters are those of the company, and the one that begins its year is told apart", () => {
    expect(ticksOf(known, fromFebruary).map(({ key, year }) => [key, year])).toEqual([
      ["FY2027-Q1", true],
      ["FY2027-Q2", false],
      ["FY2027-Q3", false],
      ["FY2027-Q4", false],
    ]);
  });

  test("the hand means the end of a week, and can reach the first and the last day", () => {
    const at = (text: string) => weekEndAt(known, partOf(known, day(text))).toString();
    expect(at("2026-11-23")).toBe("2026-11-29");
    expect(at("2026-11-29")).toBe("2026-11-29");
    expect(at("2026-12-29")).toBe("2026-12-31");
    expect(weekEndAt(known, 0).toString()).toBe("2026-01-01");
  });
});
