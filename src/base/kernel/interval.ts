/** Days from `startsOn` up to, but not with, `endsOn`. Null: no bound on that side. */
export interface DateInterval {
  readonly startsOn: Temporal.PlainDate | null;
  readonly endsOn: Temporal.PlainDate | null;
}

/** Whether a day lies in an interval. */
export function contains(interval: DateInterval, date: Temporal.PlainDate): boolean {
  const begun = interval.startsOn === null || Temporal.PlainDate.compare(interval.startsOn, date) <= 0;
  const over = interval.endsOn !== null && Temporal.PlainDate.compare(interval.endsOn, date) <= 0;
  return begun && !over;
}

/** The days that two intervals share, or null when there are none. */
export function intersect(a: DateInterval, b: DateInterval): DateInterval | null {
  const startsOn = laterStart(a.startsOn, b.startsOn);
  const endsOn = earlierEnd(a.endsOn, b.endsOn);
  return isEmpty({ startsOn, endsOn }) ? null : { startsOn, endsOn };
}

/** Whether two intervals share a day. Intervals that only touch do not. */
export function overlap(a: DateInterval, b: DateInterval): boolean {
  return intersect(a, b) !== null;
}

/** The stretches of `within` that none of the intervals covers, in order of time. Any order, overlaps allowed. */
export function gaps(within: DateInterval, intervals: readonly DateInterval[]): DateInterval[] {
  const covered = intervals
    .map((interval) => intersect(within, interval))
    .filter((interval) => interval !== null)
    .sort((a, b) => compareStarts(a.startsOn, b.startsOn));
  const found: DateInterval[] = [];
  let reached = within.startsOn;
  for (const { startsOn, endsOn } of covered) {
    // A start without bound can only be the very beginning: nothing lies before it.
    if (startsOn !== null) found.push({ startsOn: reached, endsOn: startsOn });
    if (endsOn === null) return found.filter((gap) => !isEmpty(gap));
    reached = laterStart(reached, endsOn);
  }
  found.push({ startsOn: reached, endsOn: within.endsOn });
  return found.filter((gap) => !isEmpty(gap));
}

function isEmpty({ startsOn, endsOn }: DateInterval): boolean {
  return startsOn !== null && endsOn !== null && Temporal.PlainDate.compare(startsOn, endsOn) >= 0;
}

function compareStarts(a: Temporal.PlainDate | null, b: Temporal.PlainDate | null): number {
  if (a === null) return b === null ? 0 : -1;
  return b === null ? 1 : Temporal.PlainDate.compare(a, b);
}

function laterStart(a: Temporal.PlainDate | null, b: Temporal.PlainDate | null): Temporal.PlainDate | null {
  return compareStarts(a, b) >= 0 ? a : b;
}

function earlierEnd(a: Temporal.PlainDate | null, b: Temporal.PlainDate | null): Temporal.PlainDate | null {
  if (a === null) return b;
  return b === null || Temporal.PlainDate.compare(a, b) <= 0 ? a : b;
}
