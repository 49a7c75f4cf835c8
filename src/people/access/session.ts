/** A session: what a sign-in link opens, and the rules by which both come to an end. */

/** How long a sign-in link can be opened. */
export const LINK_MINUTES = 15;
/** How long a session lasts without being used, and how long at most. */
export const IDLE_HOURS = 8;
export const SESSION_DAYS = 7;

export interface Session {
  readonly openedAt: Temporal.Instant;
  readonly seenAt: Temporal.Instant;
  readonly endedAt: Temporal.Instant | null;
}

/** Why a session no longer lets anybody in, as a sentence, or null while it does. */
export function whyEnded(session: Session, now: Temporal.Instant): string | null {
  if (session.endedAt !== null) return "You signed out.";
  const age = now.since(session.openedAt);
  if (hours(age) >= SESSION_DAYS * 24) return `A session lasts ${SESSION_DAYS} days at most.`;
  if (hours(now.since(session.seenAt)) >= IDLE_HOURS)
    return `You were away for more than ${IDLE_HOURS} hours.`;
  return null;
}

/** Whether it is time to write down that a session was used: not on every request, but often enough for its rule. */
export function shouldBeSeenAgain(session: Session, now: Temporal.Instant): boolean {
  return now.since(session.seenAt).total("minutes") >= 1;
}

/** When a session ends if nobody uses it any more. */
export function sessionExpiry(session: Session): Temporal.Instant {
  const idle = session.seenAt.add({ hours: IDLE_HOURS });
  const last = session.openedAt.add({ hours: SESSION_DAYS * 24 });
  return Temporal.Instant.compare(idle, last) < 0 ? idle : last;
}

/** Until when a link made now can be opened. */
export function linkExpiry(now: Temporal.Instant): Temporal.Instant {
  return now.add({ minutes: LINK_MINUTES });
}

function hours(duration: Temporal.Duration): number {
  return duration.total("hours");
}
