/** Days and moments as files write them. The order of day and month is never guessed here: it is an argument. */
import { dateOf, startOfDay } from "#base/kernel";
import { monthNamed } from "./month-names.ts";
import type { Reading } from "./number-text.ts";

export type DateOrder = "dmy" | "mdy";

/** What is written: a day, perhaps a time of that day, perhaps its offset from UTC. */
export interface Moment {
  readonly date: Temporal.PlainDate;
  readonly time: Temporal.PlainTime | null;
  readonly offset: string | null;
}

const timePart = String.raw`(?:[T\s]\s*(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s*([AaPp][Mm])?\s*(Z|UTC|[+-]\d{2}:?\d{2})?)?`;
const isoLike = new RegExp(String.raw`^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})${timePart}$`);
const numeric = new RegExp(String.raw`^(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2}),?${timePart}$`);
const dayFirst = new RegExp(
  String.raw`^(\d{1,2})(?:er|\.)?[\s-]?(?:de\s)?(\p{L}{3,10})\.?,?[\s-](?:del?\s)?(\d{4}|\d{2}),?${timePart}$`,
  "u",
);
const monthFirst = new RegExp(String.raw`^(\p{L}{3,10})\.?\s(\d{1,2}),?\s(\d{4}),?${timePart}$`, "u");
const weekday = /^(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+(?=\S)/i;
const epoch = /^1\d{12}$/;

/** Two-digit years as POSIX reads them: 00–68 are 2000–2068, 69–99 are 1969–1999. */
function fullYear(text: string): number {
  const year = Number(text);
  if (text.length === 4) return year;
  return year <= 68 ? 2000 + year : 1900 + year;
}

function momentOf(
  year: number,
  month: number,
  day: number,
  rest: readonly (string | undefined)[],
): Reading<Moment> {
  const [hourText, minuteText, secondText, fraction, half, zone] = rest;
  try {
    const date = Temporal.PlainDate.from({ year, month, day }, { overflow: "reject" });
    if (hourText === undefined) return { value: { date, time: null, offset: null } };
    let hour = Number(hourText);
    if (half !== undefined) {
      if (hour < 1 || hour > 12) return { reason: "There is no such time of day." };
      hour = (hour % 12) + (half.toLowerCase() === "pm" ? 12 : 0);
    }
    const parts = { hour, minute: Number(minuteText), second: Number(secondText ?? 0) };
    const nanoseconds = Number((fraction ?? "").padEnd(9, "0"));
    const second = Temporal.PlainTime.from(parts, { overflow: "reject" });
    const time = nanoseconds === 0 ? second : second.add({ nanoseconds });
    const offset =
      zone === undefined ? null : zone === "UTC" ? "Z" : zone.replace(/^([+-]\d{2})(\d{2})$/, "$1:$2");
    return { value: { date, time, offset } };
  } catch {
    return { reason: "There is no such day." };
  }
}

/** Reads a day or moment. `order` decides what 03/04/2026 means; without it such a text is refused. */
export function readMoment(text: string, order: DateOrder | null): Reading<Moment> {
  const written = text.trim().replace(weekday, "");
  const iso = isoLike.exec(written);
  if (iso) return momentOf(Number(iso[1]), Number(iso[2]), Number(iso[3]), iso.slice(4));
  const number = numeric.exec(written);
  if (number) {
    if (order === null) return { reason: "It does not say whether the day or the month comes first." };
    const [first, second] = [Number(number[1]), Number(number[3])];
    const [day, month] = order === "dmy" ? [first, second] : [second, first];
    return momentOf(fullYear(number[4] ?? ""), month, day, number.slice(5));
  }
  const named = dayFirst.exec(written) ?? monthFirst.exec(written);
  if (named) {
    const [, first = "", second = "", year = ""] = named;
    const [day, name] = /^\d/.test(first) ? [first, second] : [second, first];
    const month = monthNamed(name);
    if (month === null) return { reason: "It is not a date." };
    return momentOf(fullYear(year), month, Number(day), named.slice(4));
  }
  if (epoch.test(written)) {
    const at = Temporal.Instant.fromEpochMilliseconds(Number(written)).toZonedDateTimeISO("UTC");
    return { value: { date: at.toPlainDate(), time: at.toPlainTime(), offset: "Z" } };
  }
  return { reason: "It is not a date." };
}

/** What one written date says about the order of day and month: an order, "either" (03/04/2026), or nothing. */
export function dateOrderIn(text: string): DateOrder | "either" | "stated" | "not-a-date" {
  const number = numeric.exec(text.trim());
  if (number === null) return "value" in readMoment(text, null) ? "stated" : "not-a-date";
  const fits = (["dmy", "mdy"] as const).filter((order) => "value" in readMoment(text, order));
  if (fits.length === 0) return "not-a-date";
  if (fits.length === 2) return "either";
  return fits[0] ?? "not-a-date";
}

/** The instant of a moment; a day alone is its first instant in the time zone. */
export function instantOf(moment: Moment, timeZone: string): Temporal.Instant {
  const { date, time, offset } = moment;
  if (time === null) return startOfDay(date, timeZone);
  const local = date.toPlainDateTime(time);
  if (offset !== null) return Temporal.Instant.from(`${local.toString()}${offset}`);
  return local.toZonedDateTime(timeZone).toInstant();
}

/** The day of a moment in the time zone. */
export function dayOf(moment: Moment, timeZone: string): Temporal.PlainDate {
  return moment.offset === null ? moment.date : dateOf(instantOf(moment, timeZone), timeZone);
}
