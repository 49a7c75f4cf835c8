/** Days as somebody types them: "2026-06-30", "30 Jun", "yesterday", "last quarter", "Q2 FY2027". */
import type { FiscalCalendar, Grain } from "#base/kernel";

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

export interface SaidDay {
  readonly day: Temporal.PlainDate;
  /** What the day is, where its date alone does not say: "the end of Q2 FY2027". */
  readonly meaning: string | null;
}

/** The past day that words mean, or null. A day without a year is the last one of that date. */
export function dayIn(text: string, now: Temporal.PlainDate, calendar: FiscalCalendar): SaidDay | null {
  const words = text.trim().toLowerCase();
  const found =
    exactly(words) ??
    dayOfMonth(words, now) ??
    relatively(words, now, calendar) ??
    quarterEnd(words, calendar);
  return found !== null && Temporal.PlainDate.compare(found.day, now) < 0 ? found : null;
}

const plain = (day: Temporal.PlainDate | null): SaidDay | null => (day ? { day, meaning: null } : null);

function dateOf(year: number, month: number, day: number): Temporal.PlainDate | null {
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: "reject" });
  } catch {
    return null;
  }
}

function exactly(words: string): SaidDay | null {
  const [, year, month, day] = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(words) ?? [];
  return day === undefined ? null : plain(dateOf(Number(year), Number(month), Number(day)));
}

/** "30 jun", "30 june 2026", "jun 30". */
function dayOfMonth(words: string, now: Temporal.PlainDate): SaidDay | null {
  const day = /(?:^|\s)(\d{1,2})(?:\s|,|$)/.exec(words)?.[1];
  const month = months.indexOf(/([a-z]{3})[a-z]*/.exec(words)?.[1] ?? "") + 1;
  if (day === undefined || month === 0 || !/^[a-z0-9 ,]+$/.test(words)) return null;
  const year = /(\d{4})/.exec(words)?.[1];
  if (year !== undefined) return plain(dateOf(Number(year), month, Number(day)));
  const thisYear = dateOf(now.year, month, Number(day));
  const past = thisYear !== null && Temporal.PlainDate.compare(thisYear, now) < 0;
  return plain(past ? thisYear : dateOf(now.year - 1, month, Number(day)));
}

function relatively(words: string, now: Temporal.PlainDate, calendar: FiscalCalendar): SaidDay | null {
  if (words === "yesterday") return { day: now.subtract({ days: 1 }), meaning: "yesterday" };
  const grain = /^(?:the )?(?:end of )?last (week|month|quarter|year)$/.exec(words)?.[1];
  if (grain === undefined) return null;
  const period = calendar.previous(calendar.periodOf(now, grain as Grain));
  return { day: period.endsOn.subtract({ days: 1 }), meaning: `the end of last ${grain}` };
}

/** "q2 fy2027", "q2 2026": the last day of that fiscal quarter. */
function quarterEnd(words: string, calendar: FiscalCalendar): SaidDay | null {
  const [, quarter, prefix = "", year] = /^q([1-4]) (fy)?\s?(\d{4})$/.exec(words) ?? [];
  if (year === undefined) return null;
  try {
    const period = calendar.parse(`${prefix.toUpperCase()}${year}-Q${quarter}`);
    const name = `Q${quarter} ${prefix.toUpperCase()}${year}`;
    return { day: period.endsOn.subtract({ days: 1 }), meaning: `the end of ${name}` };
  } catch {
    return null;
  }
}
