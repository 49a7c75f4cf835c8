/** Which stretch of time the trend draws around the day that is shown. */

/**
 * Takes the shown day and today, both where the company is; gives the first and last day of the trend. The year up to
 * today while the day lies in it; else a year around the day's calendar quarter. So moving along the trend does not move
 * the trend, and asks for nothing new.
 */
export function trendWindow(day: Temporal.PlainDate, now: Temporal.PlainDate): { from: string; to: string } {
  const near = Temporal.PlainDate.compare(day, now.subtract({ months: 11 })) > 0;
  const to = near
    ? Temporal.PlainDate.compare(day, now) > 0
      ? day
      : now
    : quarterAfter(day).add({ months: 3 });
  return { from: to.subtract({ months: 12 }).toString(), to: to.toString() };
}

/** The first day after the calendar quarter of a day. */
function quarterAfter(day: Temporal.PlainDate): Temporal.PlainDate {
  const first = day.with({ month: day.month - ((day.month - 1) % 3), day: 1 });
  return first.add({ months: 3 });
}
