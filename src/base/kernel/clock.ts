/** What time it is. Everything that depends on the time takes a clock, so that it can be told the time. */
export interface Clock {
  now(): Temporal.Instant;
}

/** The machine's own clock. Only what starts the program hands it on. */
export const systemClock: Clock = { now: () => Temporal.Now.instant() };

/** A clock that stands still at an instant, given as a Temporal.Instant or as text ("2026-03-01T09:00:00Z"). */
export function fixedClock(instant: Temporal.Instant | string): Clock {
  const standing = Temporal.Instant.from(instant);
  return { now: () => standing };
}
