import { refuse } from "./refusal.ts";

export type Grain = "day" | "week" | "month" | "quarter" | "year";

/** A fiscal period: the days from `startsOn` up to, but not with, `endsOn`. `key` names it within its calendar. */
export interface Period {
  readonly grain: Grain;
  readonly key: string;
  readonly startsOn: Temporal.PlainDate;
  readonly endsOn: Temporal.PlainDate;
}

/**
 * How a company divides its time.
 *
 * - `startMonth`: the calendar month (1–12) in which the fiscal year starts.
 * - `pattern`: "months" for calendar months, or how many weeks the three months of a quarter have.
 * - `yearEndsOnWeekday` (ISO: 1 Monday … 7 Sunday) and `yearEnds`, for week patterns only: the year ends on the
 *   last such weekday of the month before `startMonth`, or on the one nearest to that month's end.
 */
export interface FiscalRules {
  readonly startMonth: number;
  readonly pattern: "months" | "4-4-5" | "4-5-4" | "5-4-4";
  readonly yearEndsOnWeekday: number;
  readonly yearEnds: "last" | "nearest";
}

/** One way to divide time. `startOf` gives the day on which the period of a key would start, null for no such key. */
export interface Division {
  periodOf(date: Temporal.PlainDate, grain: Grain): Period;
  startOf(key: string): { grain: Grain; startsOn: Temporal.PlainDate } | null;
  /** Keys as examples, for the words of a refusal. */
  readonly examples: string;
}

/** The fiscal year in which a calendar month lies by its start month, named by the calendar year in which it ends. */
export function yearEndingAfter(date: Temporal.PlainDate, startMonth: number): number {
  return startMonth > 1 && date.month >= startMonth ? date.year + 1 : date.year;
}

/** A number with leading zeros. */
export function padded(value: number, width: number): string {
  return String(value).padStart(width, "0");
}

/** Returns rules that make sense, or refuses them with the field at fault. */
export function checkedRules(rules: FiscalRules): FiscalRules {
  const fields = [
    isWithin(rules.startMonth, 12) ? null : { field: "startMonth", message: "must be a month from 1 to 12" },
    ["months", "4-4-5", "4-5-4", "5-4-4"].includes(rules.pattern)
      ? null
      : { field: "pattern", message: "must be months, 4-4-5, 4-5-4 or 5-4-4" },
    isWithin(rules.yearEndsOnWeekday, 7)
      ? null
      : { field: "yearEndsOnWeekday", message: "must be a weekday from 1 (Monday) to 7 (Sunday)" },
    ["last", "nearest"].includes(rules.yearEnds)
      ? null
      : { field: "yearEnds", message: "must be last or nearest" },
  ].filter((problem) => problem !== null);
  if (fields.length > 0) {
    const problems = fields.map(({ field, message }) => `${field} ${message}`).join("; ");
    refuse("invalid", `These rules make no fiscal calendar: ${problems}.`, { fields });
  }
  return rules;
}

function isWithin(value: number, max: number): boolean {
  return Number.isInteger(value) && value >= 1 && value <= max;
}
