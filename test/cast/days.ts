/**
 * Days as whole numbers since 1970-01-01 and moments as epoch milliseconds: what the journeys are computed in.
 * They become Temporal values only where a record is written, because a million opportunities have 20 million of them.
 */
export type Day = number;
export type Moment = number;

const dates = new Map<Day, Temporal.PlainDate>();
const dayMs = 86_400_000;
const epoch = Temporal.PlainDate.from("1970-01-01");

/** The date of a day; the same object for the same day. */
export function dateOfDay(day: Day): Temporal.PlainDate {
  const known = dates.get(day);
  if (known) return known;
  const date = epoch.add({ days: day });
  dates.set(day, date);
  return date;
}

/** The day of a date. */
export function dayOf(date: Temporal.PlainDate): Day {
  return epoch.until(date, { largestUnit: "days" }).days;
}

/** 0 for Sunday … 6 for Saturday; 1970-01-01 was a Thursday. */
export function weekdayOf(day: Day): number {
  return (((day + 4) % 7) + 7) % 7;
}

/** Monday to Friday, without New Year's Day, Independence Day and the days around Christmas. */
export function isWorkingDay(day: Day): boolean {
  const weekday = weekdayOf(day);
  if (weekday === 0 || weekday === 6) return false;
  const { month, day: dayOfMonth } = dateOfDay(day);
  if (month === 12) return dayOfMonth < 24 || dayOfMonth > 26;
  return !(month === 1 && dayOfMonth === 1) && !(month === 7 && dayOfMonth === 4);
}

/** The day itself if it is a working day, otherwise the next one that is. */
export function workingDayFrom(day: Day): Day {
  let at = Math.round(day);
  while (!isWorkingDay(at)) at++;
  return at;
}

/** The day itself if it is a working day, otherwise the last one that was. */
export function workingDayUntil(day: Day): Day {
  let at = Math.round(day);
  while (!isWorkingDay(at)) at--;
  return at;
}

/** The moment at which a wall clock in the zone shows this day and minute (of the working day: 8:00 to 18:00). */
export type WallClock = (day: Day, minuteOfDay: number) => Moment;

/** Takes a time zone; gives its wall clock. Offsets are looked up once a day, at noon, after any change of hour. */
export function wallClockIn(timeZone: string): WallClock {
  const offsets = new Map<Day, number>();
  const offsetOn = (day: Day) => {
    const known = offsets.get(day);
    if (known !== undefined) return known;
    const noon = dateOfDay(day).toZonedDateTime({ timeZone, plainTime: "12:00" });
    const offset = noon.offsetNanoseconds / 1e6;
    offsets.set(day, offset);
    return offset;
  };
  return (day, minuteOfDay) => day * dayMs + Math.round(minuteOfDay * 60) * 1000 - offsetOn(day);
}

/** The instant of a moment. */
export function instantOf(moment: Moment): Temporal.Instant {
  return Temporal.Instant.fromEpochMilliseconds(moment);
}
