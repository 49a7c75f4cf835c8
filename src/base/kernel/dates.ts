import type { Clock } from "./clock.ts";
import { refuse } from "./refusal.ts";

/** The day it is in a time zone (IANA name, "America/New_York"). */
export function today(clock: Clock, timeZone: string): Temporal.PlainDate {
  return dateOf(clock.now(), timeZone);
}

/** The day on which an instant falls in a time zone. Refuses an unknown time zone. */
export function dateOf(instant: Temporal.Instant, timeZone: string): Temporal.PlainDate {
  return inZone(timeZone, () => instant.toZonedDateTimeISO(timeZone).toPlainDate());
}

/**
 * The first instant of a day in a time zone; not always midnight, where clocks are put forward at midnight.
 * A day that a zone left out (Apia, 2011-12-30) starts when the next one does. Refuses an unknown time zone.
 */
export function startOfDay(date: Temporal.PlainDate, timeZone: string): Temporal.Instant {
  return inZone(timeZone, () => date.toZonedDateTime(timeZone).toInstant());
}

/** The instant at which a day is over in a time zone, exclusive: the start of the next day. */
export function endOfDay(date: Temporal.PlainDate, timeZone: string): Temporal.Instant {
  return startOfDay(date.add({ days: 1 }), timeZone);
}

/** The names that were found to be time zones: few, and asked about for every date. */
const known = new Set<string>();

/** Whether this machine knows a time zone by this name. */
export function isTimeZone(timeZone: string): boolean {
  if (known.has(timeZone)) return true;
  try {
    new Temporal.ZonedDateTime(0n, timeZone);
  } catch {
    return false;
  }
  known.add(timeZone);
  return true;
}

function inZone<T>(timeZone: string, read: () => T): T {
  if (!isTimeZone(timeZone)) {
    refuse("invalid", `“${timeZone}” is not a time zone.`, {
      fix: "Use a name of the IANA time zone database, for example Europe/Berlin.",
      fields: [{ field: "timeZone", message: "not a known time zone" }],
    });
  }
  return read();
}
