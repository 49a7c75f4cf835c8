/** Days and periods as a filter says them: stated ("2026-03-31", "FY2027-Q1") or told from today ("today-30d", "this-quarter"). */
import type { FiscalCalendar } from "../fiscal-calendar.ts";
import type { Period } from "../fiscal-period.ts";
import { Refusal, refuse } from "../refusal.ts";

/** What a filter's days are counted from and by. */
export interface DayGround {
  readonly today: Temporal.PlainDate;
  readonly calendar: FiscalCalendar;
}
/** The days from `from` up to, but not with, `before`. */
export interface DayRange {
  readonly from: Temporal.PlainDate;
  readonly before: Temporal.PlainDate;
}

const units = { d: "days", w: "weeks", m: "months", q: "months", y: "years" } as const;
type Unit = keyof typeof units;

const spanOf = (count: string, unit: string): Temporal.DurationLike => ({
  [units[unit as Unit]]: Number(count) * (unit === "q" ? 3 : 1),
});

const named = new Map([
  ["today", 0],
  ["yesterday", -1],
  ["tomorrow", 1],
]);
const fromToday = /^today([+-])(\d{1,4}(?=[dw])|\d{1,3}(?=[mqy]))([dwmqy])$/;
/** The record knows no year 0. */
const stated = /^(?!0000)\d{4}-\d{2}-\d{2}$/;
const around = /^(this|last|next)-(week|month|quarter|year)$/;
const rolling = /^(last|next)-(\d{1,4}(?=[dw])|\d{1,3}(?=[mqy]))([dwmqy])$/;
/** The shapes of period keys; which of them a calendar has is known only with the calendar. */
const fiscalKey = /^(FY)?(?!0000)\d{4}(-(Q[1-4]|W\d{2}|M?\d{2}))?$/;

function statedDay(text: string): Temporal.PlainDate | null {
  if (!stated.test(text)) return null;
  try {
    return Temporal.PlainDate.from(text, { overflow: "reject" });
  } catch {
    return null;
  }
}

/** Whether a text says a day, whatever today is. */
export function aDayCanBeRead(text: string): boolean {
  return statedDay(text) !== null || named.has(text) || fromToday.test(text);
}

/** Whether a text is written like a period. A fiscal key may still be none of the calendar's. */
export function aPeriodCanBeRead(text: string): boolean {
  return (
    named.has(text) ||
    around.test(text) ||
    rolling.test(text) ||
    statedDay(text) !== null ||
    fiscalKey.test(text)
  );
}

/** The day that a text says, told from today. Refuses what says none. */
export function dayFrom(text: string, { today }: Pick<DayGround, "today">): Temporal.PlainDate {
  const [, sign, count = "", unit = ""] = fromToday.exec(text) ?? [];
  if (sign !== undefined)
    return sign === "-" ? today.subtract(spanOf(count, unit)) : today.add(spanOf(count, unit));
  const shift = named.get(text);
  if (shift !== undefined) return today.add({ days: shift });
  return (
    statedDay(text) ??
    refuse("invalid", `“${text}” is not a day.`, { fix: "Write it like 2026-03-31, today or today-30d." })
  );
}

/**
 * The days of a period. Weeks, months, quarters and years are those of the fiscal calendar. "last-30d" are the thirty
 * days that end with today, "next-30d" the thirty that begin with it. Refuses what is no period of the calendar.
 */
export function daysOfPeriod(text: string, ground: DayGround): DayRange {
  const { today, calendar } = ground;
  const [, which, grain] = around.exec(text) ?? [];
  if (which !== undefined) {
    const now = calendar.periodOf(today, grain as "week" | "month" | "quarter" | "year");
    const { startsOn, endsOn } =
      which === "this" ? now : which === "last" ? calendar.previous(now) : calendar.next(now);
    return { from: startsOn, before: endsOn };
  }
  const [, way, count = "", unit = ""] = rolling.exec(text) ?? [];
  const tomorrow = today.add({ days: 1 });
  if (way === "last") return { from: tomorrow.subtract(spanOf(count, unit)), before: tomorrow };
  if (way === "next") return { from: today, before: today.add(spanOf(count, unit)) };
  if (named.has(text)) {
    const day = dayFrom(text, ground);
    return { from: day, before: day.add({ days: 1 }) };
  }
  const period = statedPeriod(text, calendar);
  return { from: period.startsOn, before: period.endsOn };
}

function statedPeriod(text: string, calendar: FiscalCalendar): Period {
  try {
    return calendar.parse(text);
  } catch (problem) {
    if (!(problem instanceof Refusal)) throw problem;
    // The calendar cannot know in which field the period was sent.
    const fields = [{ field: "filter", message: problem.message }];
    return refuse(problem.kind, problem.message, { fix: problem.fix, fields });
  }
}
