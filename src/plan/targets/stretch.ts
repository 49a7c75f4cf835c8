/** Over which days a target holds where a table gives its first day or the name of a period only. */
import type { FiscalCalendar, Grain } from "#base/kernel";

type Day = Temporal.PlainDate;

/** From `startsOn` until before `endsOn`. */
export interface Stretch {
  readonly startsOn: Day;
  readonly endsOn: Day;
}

export const stretchGrains = ["month", "quarter", "year"] as const;
export type StretchGrain = (typeof stretchGrains)[number];

const months: Readonly<Record<StretchGrain, number>> = { month: 1, quarter: 3, year: 12 };
const names = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** The stretch that begins on a day: a fiscal period where one begins then, else so many months. */
export function stretchFrom(startsOn: Day, grain: StretchGrain, calendar: FiscalCalendar): Stretch {
  const period = calendar.periodOf(startsOn, grain);
  if (period.startsOn.equals(startsOn)) return { startsOn, endsOn: period.endsOn };
  return { startsOn, endsOn: startsOn.add({ months: months[grain] }) };
}

const fullYear = (text: string): string => (text.length === 2 ? `20${text}` : text);

/** The keys that a written period can have in a fiscal calendar, the likeliest first. */
function keysOf(text: string): string[] {
  const quarter = /^(?:fy\s*)?(\d{4}|\d{2})?[\s/-]*q([1-4])(?:[\s/-]*(?:fy\s*)?(\d{4}|\d{2}))?$/i.exec(text);
  const yearOfQuarter = quarter?.[1] ?? quarter?.[3];
  if (quarter !== null && yearOfQuarter !== undefined) {
    const key = `${fullYear(yearOfQuarter)}-Q${quarter[2]}`;
    return [`FY${key}`, key];
  }
  const year = /^(?:fy\s*(\d{4}|\d{2})|(\d{4}))$/i.exec(text);
  if (year !== null) {
    const key = fullYear(year[1] ?? year[2] ?? "");
    return [`FY${key}`, key];
  }
  const numeric = /^(\d{4})[-/](\d{1,2})$/.exec(text) ?? /^(\d{1,2})[-/](\d{4})$/.exec(text);
  if (numeric !== null) {
    const [, first = "", second = ""] = numeric;
    const [own, month] = first.length === 4 ? [first, second] : [second, first];
    return [`${own}-${month.padStart(2, "0")}`];
  }
  const named = /^([a-z]{3})[a-z]*\.?[\s,/'’-]+(\d{4}|\d{2})$/i.exec(text);
  const month = named === null ? 0 : names.indexOf((named[1] ?? "").toLowerCase()) + 1;
  return month === 0 ? [] : [`${fullYear(named?.[2] ?? "")}-${String(month).padStart(2, "0")}`];
}

/** The fiscal period that a text names ("Q1 2026", "FY26", "Mar 2026", "2026-03"); null when it names none. */
export function stretchNamed(text: string, calendar: FiscalCalendar): Stretch | null {
  for (const key of keysOf(text.trim())) {
    try {
      const { startsOn, endsOn } = calendar.parse(key);
      return { startsOn, endsOn };
    } catch {
      // Years are called by their number or with FY before it, as the fiscal calendar has it.
    }
  }
  return null;
}

/** How first days of targets follow each other. */
export interface Rhythm {
  readonly grain: StretchGrain;
  /** All of them are first days of months; else each target holds until the next first day. */
  readonly onFirsts: boolean;
}

const within = (value: number, least: number, most: number) => value >= least && value <= most;

/** The rhythm of all first days of a table; null when they have none, or are too few to tell. */
export function rhythmOf(days: readonly Day[]): Rhythm | null {
  const starts = [...new Map(days.map((day) => [day.toString(), day])).values()].toSorted(
    Temporal.PlainDate.compare,
  );
  if (starts.length < 2) return null;
  const onFirsts = starts.every((day) => day.day === 1);
  const gaps = starts.slice(1).map((day, at) => {
    const before = starts[at] ?? day;
    return onFirsts ? before.until(day, { largestUnit: "months" }).months : before.until(day).days;
  });
  if (onFirsts) {
    const grain = stretchGrains.find((one) => months[one] === Math.min(...gaps));
    return grain !== undefined && gaps.every((gap) => gap % months[grain] === 0) ? { grain, onFirsts } : null;
  }
  const all = (least: number, most: number) => gaps.every((gap) => within(gap, least, most));
  if (all(27, 33)) return { grain: "month", onFirsts };
  if (all(84, 98)) return { grain: "quarter", onFirsts };
  return all(350, 380) ? { grain: "year", onFirsts } : null;
}

/** The grain that the name of a column says: "TargetMonth" is month. Null when it says none. */
export function grainSaidIn(column: string): Extract<Grain, StretchGrain> | null {
  if (/month/i.test(column)) return "month";
  if (/quarter/i.test(column)) return "quarter";
  return /year|annual/i.test(column) ? "year" : null;
}
