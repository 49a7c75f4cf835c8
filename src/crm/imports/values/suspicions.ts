/** What is plausible in each row and suspicious in all of them: said as warnings, never a reason to refuse a row. */

type Day = Temporal.PlainDate;

/** Whether something was closed before it was there. A day that is not known is not suspicious. */
export function closedBeforeCreated(created: Day | null, closed: Day | null): boolean {
  return created !== null && closed !== null && Temporal.PlainDate.compare(closed, created) < 0;
}

const yearsAhead = 10;

/** Whether a day lies further ahead than any sale: more than ten years after `present`. */
export function isFarAhead(day: Day, present: Day): boolean {
  return Temporal.PlainDate.compare(day, present.add({ years: yearsAhead })) > 0;
}

const manyAtOnce = 100;

/** The minute in which at least a hundred records were created, the fullest of them: a load, not people at work. */
export function createdAtOnce(
  perMinute: ReadonlyMap<string, number>,
): { readonly minute: string; readonly count: number } | null {
  const [fullest] = [...perMinute].toSorted((a, b) => b[1] - a[1]);
  return fullest !== undefined && fullest[1] >= manyAtOnce ? { minute: fullest[0], count: fullest[1] } : null;
}

const enoughToTell = 20;

/**
 * The days from creation to close when nearly all (19 of 20) records have the same: a rule filled them in, nobody
 * sold like that. Null where they differ, are too few to tell, or are all zero days, as in a list of what was sold.
 */
export function constantDaysToClose(perDays: ReadonlyMap<number, number>): number | null {
  const all = [...perDays.values()].reduce((sum, count) => sum + count, 0);
  const [most] = [...perDays].toSorted((a, b) => b[1] - a[1]);
  if (most === undefined || all < enoughToTell || most[1] < all * 0.95 || most[0] === 0) return null;
  return most[0];
}
