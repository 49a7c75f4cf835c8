import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fiscalCalendar } from "./fiscal-calendar.ts";
import type { FiscalRules, Grain } from "./fiscal-period.ts";

const date = (text: string) => Temporal.PlainDate.from(text);
const months = (startMonth: number): FiscalRules => ({
  startMonth,
  pattern: "months",
  yearEndsOnWeekday: 6,
  yearEnds: "last",
});
const retail: FiscalRules = { startMonth: 2, pattern: "4-5-4", yearEndsOnWeekday: 6, yearEnds: "nearest" };
const weeks = (
  startMonth: number,
  pattern: FiscalRules["pattern"],
  weekday: number,
  yearEnds: "last" | "nearest",
) => ({
  startMonth,
  pattern,
  yearEndsOnWeekday: weekday,
  yearEnds,
});
const grainsAboveDay: readonly Grain[] = ["week", "month", "quarter", "year"];
const grains: readonly Grain[] = ["day", ...grainsAboveDay];

describe("where a day lies", () => {
  test.each([
    ["calendar year", months(1), "2026-03-31", "2026-W14 2026-03 2026-Q1 2026"],
    ["calendar year, a Monday of next year's week", months(1), "2025-12-29", "2026-W01 2025-12 2025-Q4 2025"],
    ["calendar year, a Sunday of last year's week", months(1), "2027-01-03", "2026-W53 2027-01 2027-Q1 2027"],
    ["from February, its first day", months(2), "2026-02-01", "2026-W05 2026-02 FY2027-Q1 FY2027"],
    ["from February, its last day", months(2), "2026-01-31", "2026-W05 2026-01 FY2026-Q4 FY2026"],
    ["from July, a leap day", months(7), "2028-02-29", "2028-W09 2028-02 FY2028-Q3 FY2028"],
    ["from December", months(12), "2026-12-01", "2026-W49 2026-12 FY2027-Q1 FY2027"],
    ["retail, first day", retail, "2023-01-29", "FY2024-W01 FY2024-M01 FY2024-Q1 FY2024"],
    ["retail, 53rd week", retail, "2024-02-03", "FY2024-W53 FY2024-M12 FY2024-Q4 FY2024"],
    ["retail, the day after", retail, "2024-02-04", "FY2025-W01 FY2025-M01 FY2025-Q1 FY2025"],
    [
      "4-4-5 to the last Saturday of September",
      weeks(10, "4-4-5", 6, "last"),
      "2026-09-26",
      "FY2026-W52 FY2026-M12 FY2026-Q4 FY2026",
    ],
    [
      "5-4-4 to the Sunday nearest the end of the year",
      weeks(1, "5-4-4", 7, "nearest"),
      "2027-01-03",
      "FY2026-W53 FY2026-M12 FY2026-Q4 FY2026",
    ],
  ] as const)("%s: %s", (_, rules, day, keys) => {
    const calendar = fiscalCalendar(rules);
    const found = (["week", "month", "quarter", "year"] as const).map(
      (grain) => calendar.periodOf(date(day), grain).key,
    );
    expect(found.join(" ")).toBe(keys);
    expect(calendar.periodOf(date(day), "day").key).toBe(day);
  });
});

describe("retail calendars whose weeks are public", () => {
  // The NRF's fiscal 2000, 2006, 2012, 2017, 2023 and 2028, named here by the year in which they end.
  const calendar = fiscalCalendar(retail);
  const yearsFrom2000 = calendar.periodsBetween(date("2000-06-01"), date("2030-06-01"), "year");

  test("the years of 53 weeks", () => {
    const long = yearsFrom2000
      .filter((year) => year.startsOn.until(year.endsOn).days === 371)
      .map((year) => year.key);
    expect(long).toEqual(["FY2001", "FY2007", "FY2013", "FY2018", "FY2024", "FY2029"]);
  });

  test.each([
    ["FY2013", "2012-01-29", "2013-02-03"],
    ["FY2017", "2016-01-31", "2017-01-29"],
    ["FY2018", "2017-01-29", "2018-02-04"],
    ["FY2024", "2023-01-29", "2024-02-04"],
    ["FY2025", "2024-02-04", "2025-02-02"],
    ["FY2024-Q1", "2023-01-29", "2023-04-30"],
    ["FY2024-M02", "2023-02-26", "2023-04-02"],
    ["FY2024-Q4", "2023-10-29", "2024-02-04"],
    ["FY2024-M12", "2023-12-31", "2024-02-04"],
  ])("%s runs from %s up to %s", (key, startsOn, endsOn) => {
    const period = calendar.parse(key);
    expect([period.startsOn.toString(), period.endsOn.toString()]).toEqual([startsOn, endsOn]);
  });

  test.each([
    [{ ...retail, pattern: "4-4-5" }, [4, 4, 5, 4, 4, 5, 4, 4, 5, 4, 4, 6]],
    [{ ...retail, pattern: "4-5-4" }, [4, 5, 4, 4, 5, 4, 4, 5, 4, 4, 5, 5]],
    [{ ...retail, pattern: "5-4-4" }, [5, 4, 4, 5, 4, 4, 5, 4, 4, 5, 4, 5]],
  ] as const)("the months of a year with 53 weeks, by pattern", (rules, lengths) => {
    const ofMonth = fiscalCalendar(rules);
    const found = ofMonth.periodsBetween(date("2023-01-29"), date("2024-02-03"), "month");
    expect(found.map((month) => month.startsOn.until(month.endsOn).days / 7)).toEqual(lengths);
  });
});

describe("each day of 1900 to 2200 lies in exactly one period of each grain", () => {
  test.each([
    ["calendar years", months(1)],
    ["months from February", months(2)],
    ["retail weeks", retail],
    ["4-4-5 weeks to the last Sunday of the year", weeks(1, "4-4-5", 7, "last")],
  ])(
    "%s, day by day",
    (_, rules) => {
      const calendar = fiscalCalendar(rules);
      const first = date("1900-01-01");
      const walked = grainsAboveDay.map((grain) => ({
        grain,
        period: calendar.periodOf(first, grain),
        keys: new Set(),
      }));
      for (let day = first; day.year <= 2200; day = day.add({ days: 1 })) {
        for (const walk of walked) {
          const found = calendar.periodOf(day, walk.grain);
          const before = walk.period;
          if (found.key === before.key) continue;
          // A new period begins on the very day on which the one before ended, and no name comes twice.
          const touches = found.startsOn.equals(day) && before.endsOn.equals(day);
          if (!touches || walk.keys.has(found.key))
            expect.fail(`${before.key} is followed by ${found.key} on ${day}`);
          walk.keys.add(found.key);
          walk.period = found;
        }
      }
    },
    60_000,
  );

  const allRules = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12].flatMap((startMonth) => [
    months(startMonth),
    ...[1, 2, 3, 4, 5, 6, 7].flatMap((weekday) =>
      (["last", "nearest"] as const).map((yearEnds) => weeks(startMonth, "4-4-5", weekday, yearEnds)),
    ),
  ]);

  test("the years of every start month and weekday follow each other for three centuries", () => {
    for (const rules of allRules) {
      const calendar = fiscalCalendar(rules);
      const years = calendar.periodsBetween(date("1900-01-01"), date("2200-12-31"), "year");
      for (const [at, year] of years.entries()) {
        const days = year.startsOn.until(year.endsOn).days;
        if (!(rules.pattern === "months" ? [365, 366] : [364, 371]).includes(days))
          expect.fail(`${year.key}: ${days} days`);
        const following = years[at + 1];
        if (following && !following.startsOn.equals(year.endsOn)) expect.fail(`a gap after ${year.key}`);
        if (rules.pattern === "months") continue;
        const last = year.endsOn.subtract({ days: 1 });
        expect(last.dayOfWeek).toBe(rules.yearEndsOnWeekday);
      }
      expect(new Set(years.map((year) => year.key)).size).toBe(years.length);
    }
  }, 60_000);

  const anyRules = fc.record({
    startMonth: fc.integer({ min: 1, max: 12 }),
    pattern: fc.constantFrom("months", "4-4-5", "4-5-4", "5-4-4"),
    yearEndsOnWeekday: fc.integer({ min: 1, max: 7 }),
    yearEnds: fc.constantFrom("last", "nearest"),
  }) satisfies fc.Arbitrary<FiscalRules>;
  const anyDay = fc
    .integer({ min: 0, max: 109_936 })
    .map((offset) => date("1900-01-01").add({ days: offset }));

  test("for any rules, a day lies in its period, whose key leads back to it, and whose neighbours touch it", () => {
    fc.assert(
      fc.property(anyRules, anyDay, fc.constantFrom(...grains), (rules, day, grain) => {
        const calendar = fiscalCalendar(rules);
        const period = calendar.periodOf(day, grain);
        expect(Temporal.PlainDate.compare(period.startsOn, day)).toBeLessThanOrEqual(0);
        expect(Temporal.PlainDate.compare(day, period.endsOn)).toBe(-1);
        expect(calendar.parse(period.key)).toEqual(period);
        expect(calendar.next(calendar.previous(period))).toEqual(period);
        expect(calendar.next(period).startsOn.equals(period.endsOn)).toBe(true);
        expect(calendar.previous(period).endsOn.equals(period.startsOn)).toBe(true);
      }),
      { numRuns: 1500 },
    );
  });

  test("for any rules, quarters and years are made of whole months, and week years of whole weeks", () => {
    fc.assert(
      fc.property(anyRules, anyDay, (rules, day) => {
        const calendar = fiscalCalendar(rules);
        const year = calendar.periodOf(day, "year");
        const parts = (["week", "month", "quarter"] as const).filter(
          (grain) => grain !== "week" || rules.pattern !== "months",
        );
        for (const grain of parts) {
          const found = calendar.periodsBetween(year.startsOn, year.endsOn.subtract({ days: 1 }), grain);
          expect(found.at(0)?.startsOn.equals(year.startsOn)).toBe(true);
          expect(found.at(-1)?.endsOn.equals(year.endsOn)).toBe(true);
          if (grain !== "week") expect(found.length).toBe(grain === "month" ? 12 : 4);
        }
      }),
    );
  });
});

describe("what is refused", () => {
  test.each([
    [months(1), "FY2026"],
    [months(1), "2026-13"],
    [months(1), "2026-00"],
    [months(1), "2026-Q5"],
    [months(1), "2026-W54"],
    [months(1), "2025-W53"],
    [months(1), "2026-W00"],
    [months(1), "2026-02-30"],
    [months(1), ""],
    [months(1), "26"],
    [months(2), "2026"],
    [months(2), "2026-Q1"],
    [months(2), "FY2026-M01"],
    [retail, "2026-03"],
    [retail, "FY2025-W53"],
    [retail, "FY2025-M13"],
    [retail, "FY2025-M00"],
    [retail, "FY2025-M1"],
    [retail, "FY2025-Q0"],
    [retail, "FY2025-Q5"],
    [retail, "2026-W01"],
  ])("%j has no period “%s”", (rules, key) => {
    expect(() => fiscalCalendar(rules).parse(key)).toThrow(
      `“${key}” is not a period of this fiscal calendar.`,
    );
  });

  test("rules that make no calendar are refused with the fields at fault", () => {
    const rules = { ...retail, startMonth: 13, yearEndsOnWeekday: 0 };
    expect(() => fiscalCalendar(rules)).toThrow(
      "startMonth must be a month from 1 to 12; yearEndsOnWeekday must be a weekday from 1 (Monday) to 7 (Sunday)",
    );
  });

  test("a stretch that ends before it begins is refused", () => {
    const calendar = fiscalCalendar(retail);
    expect(() => calendar.periodsBetween(date("2026-02-01"), date("2026-01-31"), "day")).toThrow(
      "is before the first",
    );
    expect(calendar.periodsBetween(date("2026-02-01"), date("2026-02-01"), "day").length).toBe(1);
  });
});
