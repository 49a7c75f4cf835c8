import { type Division, type Grain, type Period, padded, yearEndingAfter } from "./fiscal-period.ts";

/**
 * Fiscal years of twelve calendar months. Months keep their calendar names ("2026-03") and weeks are ISO weeks
 * ("2026-W09"); years and quarters are "2026" and "2026-Q1" when the year starts in January, otherwise they are
 * named by the calendar year in which they end: "FY2027", "FY2027-Q1".
 */
export function monthDivision(startMonth: number): Division {
  const prefix = startMonth === 1 ? "" : "FY";
  const yearStart = (year: number): Temporal.PlainDate =>
    Temporal.PlainDate.from({ year: startMonth === 1 ? year : year - 1, month: startMonth, day: 1 });

  function periodOf(date: Temporal.PlainDate, grain: Grain): Period {
    if (grain === "day")
      return { grain, key: date.toString(), startsOn: date, endsOn: date.add({ days: 1 }) };
    if (grain === "week") return isoWeekOf(date);
    if (grain === "month") {
      const startsOn = date.with({ day: 1 });
      return { grain, key: monthKey(startsOn), startsOn, endsOn: startsOn.add({ months: 1 }) };
    }
    const year = yearEndingAfter(date, startMonth);
    const yearStartsOn = yearStart(year);
    const yearKey = `${prefix}${padded(year, 4)}`;
    if (grain === "year") {
      return { grain, key: yearKey, startsOn: yearStartsOn, endsOn: yearStartsOn.add({ years: 1 }) };
    }
    const quarter = Math.floor(((date.month - startMonth + 12) % 12) / 3);
    const startsOn = yearStartsOn.add({ months: quarter * 3 });
    return { grain, key: `${yearKey}-Q${quarter + 1}`, startsOn, endsOn: startsOn.add({ months: 3 }) };
  }

  function startOf(key: string): { grain: Grain; startsOn: Temporal.PlainDate } | null {
    const fiscal = new RegExp(`^${prefix}(\\d{4})(?:-Q([1-4]))?$`).exec(key);
    if (fiscal !== null) {
      const startsOn = yearStart(Number(fiscal[1]));
      if (fiscal[2] === undefined) return { grain: "year", startsOn };
      return { grain: "quarter", startsOn: startsOn.add({ months: (Number(fiscal[2]) - 1) * 3 }) };
    }
    const week = /^(\d{4})-W(\d\d)$/.exec(key);
    if (week !== null) return { grain: "week", startsOn: isoWeekStart(Number(week[1]), Number(week[2])) };
    const month = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(key);
    if (month !== null) return { grain: "month", startsOn: Temporal.PlainDate.from(`${key}-01`) };
    return null;
  }

  return { periodOf, startOf, examples: `${prefix}2027, ${prefix}2027-Q1, 2027-03, 2027-W09 or 2027-03-01` };
}

function monthKey(date: Temporal.PlainDate): string {
  return `${padded(date.year, 4)}-${padded(date.month, 2)}`;
}

/** ISO 8601: weeks start on Monday and belong to the year of their Thursday. */
function isoWeekOf(date: Temporal.PlainDate): Period {
  const startsOn = date.subtract({ days: date.dayOfWeek - 1 });
  const key = `${padded(date.yearOfWeek ?? date.year, 4)}-W${padded(date.weekOfYear ?? 1, 2)}`;
  return { grain: "week", key, startsOn, endsOn: startsOn.add({ days: 7 }) };
}

/** The Monday of an ISO week: 4 January is always in week 1. */
function isoWeekStart(year: number, week: number): Temporal.PlainDate {
  const inFirstWeek = Temporal.PlainDate.from({ year, month: 1, day: 4 });
  return inFirstWeek.subtract({ days: inFirstWeek.dayOfWeek - 1 }).add({ days: (week - 1) * 7 });
}
