/** The stretch of known days as a line from 0 to 1: where a day lies on it, which day a place means, where quarters begin. */
import type { FiscalCalendar } from "#base/kernel";

export interface KnownDays {
  readonly first: Temporal.PlainDate;
  readonly last: Temporal.PlainDate;
}

export interface Tick {
  /** Where it lies, 0–1. */
  readonly part: number;
  /** The fiscal quarter that begins here, "FY2027-Q1". */
  readonly key: string;
  /** True where a fiscal year begins. */
  readonly year: boolean;
}

/** How many days the stretch holds beyond its first; at least one, so that nothing divides by zero. */
function daysIn({ first, last }: KnownDays): number {
  return Math.max(1, first.until(last, { largestUnit: "days" }).days);
}

/** Where a day lies, 0–1; days outside lie at the ends. */
export function partOf(known: KnownDays, day: Temporal.PlainDate): number {
  const gone = known.first.until(day, { largestUnit: "days" }).days;
  return Math.min(1, Math.max(0, gone / daysIn(known)));
}

/** The day at a place; places outside mean the ends. */
export function dayAt(known: KnownDays, part: number): Temporal.PlainDate {
  const days = Math.round(Math.min(1, Math.max(0, part)) * daysIn(known));
  return known.first.add({ days });
}

/** The quarters that begin within the stretch. */
export function ticksOf(known: KnownDays, calendar: FiscalCalendar): Tick[] {
  return calendar
    .periodsBetween(known.first, known.last, "quarter")
    .filter((quarter) => Temporal.PlainDate.compare(quarter.startsOn, known.first) > 0)
    .map((quarter) => ({
      part: partOf(known, quarter.startsOn),
      key: quarter.key,
      year: calendar.periodOf(quarter.startsOn, "year").startsOn.equals(quarter.startsOn),
    }));
}

/**
 * The day that the hand means: the end of the week (Sunday) around the place, so that neighbouring places ask for the
 * same day and its answers are there already; the first and the last day can be reached.
 */
export function weekEndAt(known: KnownDays, part: number): Temporal.PlainDate {
  if (part <= 0) return known.first;
  const day = dayAt(known, part);
  const sunday = day.add({ days: 7 - day.dayOfWeek });
  return Temporal.PlainDate.compare(sunday, known.last) >= 0 ? known.last : sunday;
}
