/** From what somebody asks (text from a URL or a command line) to a question that can be answered, or a refusal. */

import type { Clock } from "#base/kernel";
import {
  endOfDay,
  type FiscalCalendar,
  type FiscalRules,
  fiscalCalendar,
  Refusal,
  startOfDay,
  today,
} from "#base/kernel";
import type { FactAsk, Stretch } from "./fact.ts";

export interface Asked {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  /** A rolling window that ends on the day asked about: "90d", "13w", "6m", "4q" or "1y". */
  readonly last?: string | undefined;
  readonly asOf?: string | undefined;
  readonly by?: string | undefined;
  readonly where?: string | readonly string[] | undefined;
  readonly switches?: string | readonly string[] | undefined;
}

/** What the workspace decides about periods and money. */
export interface Ground {
  readonly workspaceId: string;
  readonly currency: string;
  readonly timeZone: string;
  readonly fiscal: FiscalRules;
}

export interface Slice {
  readonly dimension: string;
  readonly key: string;
}

export interface Question {
  readonly ground: Ground;
  readonly calendar: FiscalCalendar;
  readonly from: Temporal.PlainDate | null;
  /** Inclusive. */
  readonly to: Temporal.PlainDate | null;
  readonly asOf: Temporal.PlainDate;
  readonly by: string | null;
  readonly where: readonly Slice[];
  readonly switches: Readonly<Record<string, string>>;
}

/** Reads a question. Refuses dates that do not exist, a period that ends before it starts, and malformed pairs. */
export function readQuestion(asked: Asked, ground: Ground, clock: Clock): Question {
  const asOf = readDate(asked.asOf, "asOf") ?? today(clock, ground.timeZone);
  const window = rollingWindow(asked, asOf);
  const from = window?.from ?? readDate(asked.from, "from");
  const to = window?.to ?? readDate(asked.to, "to");
  if (from && to && Temporal.PlainDate.compare(from, to) > 0) {
    throw new Refusal("invalid", `The period ends (${to}) before it starts (${from}).`, {
      fix: "Give a first day that is not after the last day.",
    });
  }
  return {
    ground,
    calendar: fiscalCalendar(ground.fiscal),
    from,
    to,
    asOf,
    by: asked.by ?? null,
    where: pairs(asked.where, "where").map(([dimension, key]) => ({ dimension, key })),
    switches: Object.fromEntries(pairs(asked.switches, "switches")),
  };
}

const spans = { d: "days", w: "weeks", m: "months", q: "months", y: "years" } as const;

/** The window as first and last day. Refuses one beside `from` or `to`, and what is not a window. */
function rollingWindow(asked: Asked, asOf: Temporal.PlainDate) {
  if (asked.last === undefined) return null;
  const [, count, unit] = /^([1-9]\d{0,3})([dwmqy])$/.exec(asked.last) ?? [];
  if (count && unit && asked.from === undefined && asked.to === undefined) {
    const length = Number(count) * (unit === "q" ? 3 : 1);
    return {
      from: asOf.subtract({ [spans[unit as keyof typeof spans]]: length }).add({ days: 1 }),
      to: asOf,
    };
  }
  throw new Refusal("invalid", `“${asked.last}” is not a window, or stands beside a period.`, {
    fix: "Give either a period or a window like 90d, 13w, 6m, 4q or 1y.",
    fields: [{ field: "last", message: "Not a window of the form 90d, 13w, 6m, 4q or 1y." }],
  });
}

function readDate(text: string | undefined, field: string): Temporal.PlainDate | null {
  if (text === undefined) return null;
  try {
    return Temporal.PlainDate.from(text, { overflow: "reject" });
  } catch {
    throw new Refusal("invalid", `“${text}” is not a day.`, {
      fix: "Write days as YYYY-MM-DD, for example 2026-03-31.",
      fields: [{ field, message: "Not a day of the form YYYY-MM-DD." }],
    });
  }
}

function pairs(given: string | readonly string[] | undefined, field: string): [string, string][] {
  const all = given === undefined ? [] : typeof given === "string" ? [given] : given;
  return all.map((text) => {
    const cut = text.indexOf("=");
    if (cut > 0) return [text.slice(0, cut), text.slice(cut + 1)];
    throw new Refusal("invalid", `“${text}” is not of the form name=value.`, {
      fix: field === "where" ? "For example region=West." : "For example basis=cohort.",
      fields: [{ field, message: "Not of the form name=value." }],
    });
  });
}

/** UTC text of an instant, as the replica stores it. */
export function instantText(instant: Temporal.Instant): string {
  return instant
    .toZonedDateTimeISO("UTC")
    .toPlainDateTime()
    .toString({ smallestUnit: "microsecond" })
    .replace("T", " ");
}

/** A period as the replica needs it; `endsOn` is the first day after it. */
export function stretch(
  key: string,
  startsOn: Temporal.PlainDate,
  endsOn: Temporal.PlainDate,
  zone: string,
): Stretch {
  return {
    key,
    startsOn: startsOn.toString(),
    endsOn: endsOn.toString(),
    startInstant: instantText(startOfDay(startsOn, zone)),
    endInstant: instantText(startOfDay(endsOn, zone)),
  };
}

/** The fiscal periods of a grain that touch the days from `from` to `to`, both inclusive. */
export function stretches(
  question: Pick<Question, "calendar" | "ground">,
  from: Temporal.PlainDate,
  to: Temporal.PlainDate,
  grain: "day" | "week" | "month" | "quarter" | "year",
): Stretch[] {
  const zone = question.ground.timeZone;
  if (Temporal.PlainDate.compare(from, to) > 0) return [];
  return question.calendar
    .periodsBetween(from, to, grain)
    .map((period) => stretch(period.key, period.startsOn, period.endsOn, zone));
}

/** What facts need to know of a question. */
export function factAsk(question: Question, periods: readonly Stretch[]): FactAsk {
  const { ground, asOf } = question;
  const first = question.from ?? asOf.subtract({ years: 3 });
  const last = question.to ?? asOf.add({ years: 2 });
  return {
    asOf: asOf.toString(),
    instant: instantText(endOfDay(asOf, ground.timeZone)),
    currency: ground.currency,
    timeZone: ground.timeZone,
    stretches: periods,
    quarters: stretches(question, first.subtract({ years: 1 }), last.add({ years: 3 }), "quarter"),
  };
}
