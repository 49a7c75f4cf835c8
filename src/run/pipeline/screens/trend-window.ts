/** Which stretch of time the trend draws around the day that is shown. */
import { systemClock, today } from "#base/kernel";

/**
 * Takes the shown day; gives the first and last day of the trend. The year up to today while the day lies in it, so
 * that moving along the trend does not move the trend; else the year around the day.
 */
export function trendWindow(day: Temporal.PlainDate): { from: string; to: string } {
  const now = today(systemClock, Temporal.Now.timeZoneId());
  const near = Temporal.PlainDate.compare(day, now.subtract({ months: 11 })) > 0;
  const to = near ? (Temporal.PlainDate.compare(day, now) > 0 ? day : now) : day.add({ months: 6 });
  return { from: to.subtract({ months: 12 }).toString(), to: to.toString() };
}
