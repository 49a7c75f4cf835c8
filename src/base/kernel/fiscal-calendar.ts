import { monthDivision } from "./fiscal-months.ts";
import { checkedRules, type FiscalRules, type Grain, type Period } from "./fiscal-period.ts";
import { weekDivision } from "./fiscal-weeks.ts";
import { refuse } from "./refusal.ts";

/** A company's division of time. Every day lies in exactly one period of each grain. */
export interface FiscalCalendar {
  /** The period of a grain in which a day lies. */
  periodOf(date: Temporal.PlainDate, grain: Grain): Period;
  /** All periods that hold a day from `from` to `to`, both inclusive, in order. Refuses an end before its start. */
  periodsBetween(from: Temporal.PlainDate, to: Temporal.PlainDate, grain: Grain): Period[];
  /** The period of a key. Refuses a key that names no period of this calendar. */
  parse(key: string): Period;
  next(period: Period): Period;
  previous(period: Period): Period;
}

/** The calendar that rules make. Refuses rules that make none. */
export function fiscalCalendar(rules: FiscalRules): FiscalCalendar {
  const { startMonth, pattern } = checkedRules(rules);
  const division = pattern === "months" ? monthDivision(startMonth) : weekDivision(rules);
  const { periodOf } = division;
  const next = (period: Period): Period => periodOf(period.endsOn, period.grain);

  function periodsBetween(from: Temporal.PlainDate, to: Temporal.PlainDate, grain: Grain): Period[] {
    if (Temporal.PlainDate.compare(from, to) > 0) {
      refuse("invalid", `The last day, ${to}, is before the first, ${from}.`, {
        fix: "Give the earlier day first.",
        fields: [{ field: "to", message: "is before the first day" }],
      });
    }
    const periods = [periodOf(from, grain)];
    for (
      let last = periods[0];
      last && Temporal.PlainDate.compare(last.endsOn, to) <= 0;
      periods.push(last)
    ) {
      last = next(last);
    }
    return periods;
  }

  function parse(key: string): Period {
    const named = startOfDayKey(key) ?? division.startOf(key);
    const period = named === null ? null : periodOf(named.startsOn, named.grain);
    // Week 53 of a year with 52 leads into the next year: only a key that comes back as itself is one.
    if (period !== null && period.key === key) return period;
    return refuse("invalid", `“${key}” is not a period of this fiscal calendar.`, {
      fix: `Write it like ${division.examples}.`,
      fields: [{ field: "period", message: "not a period of the fiscal calendar" }],
    });
  }

  return {
    periodOf,
    periodsBetween,
    parse,
    next,
    previous: (period) => periodOf(period.startsOn.subtract({ days: 1 }), period.grain),
  };
}

function startOfDayKey(key: string): { grain: Grain; startsOn: Temporal.PlainDate } | null {
  if (!/^\d{4}-\d\d-\d\d$/.test(key)) return null;
  try {
    return { grain: "day", startsOn: Temporal.PlainDate.from(key) };
  } catch {
    return null;
  }
}
