/** A key: by which a program calls, with fewer rights than whoever made it, and not for ever. */

/** For how many days a key works at most. */
export const KEY_DAYS_MAX = 365;
/** How every key begins, so that one that was left lying about is recognised for what it is. */
export const KEY_START = "qdk_";
/** How much of a key stays to be seen once it was made. */
const SHOWN_LENGTH = KEY_START.length + 6;

export interface Key {
  readonly expiresAt: Temporal.Instant;
  readonly endedAt: Temporal.Instant | null;
}

/** Why a key no longer opens anything, as a sentence, or null while it does. */
export function whyKeyEnded(key: Key, now: Temporal.Instant): string | null {
  if (key.endedAt !== null) return "The key was ended.";
  return Temporal.Instant.compare(now, key.expiresAt) < 0 ? null : "The key's time is over.";
}

/** When a key that is made now and works for so many days (1 to 365) is over. */
export function keyExpiry(now: Temporal.Instant, days: number): Temporal.Instant {
  return now.add({ hours: days * 24 });
}

/** What stays to be seen of a key, so that people can tell theirs apart. */
export function shownOf(secret: string): string {
  return secret.slice(0, SHOWN_LENGTH);
}

/** Whether it is time to write down that a key was used: once a minute is often enough to see it. */
export function shouldBeUsedAgain(usedAt: Temporal.Instant | null, now: Temporal.Instant): boolean {
  return usedAt === null || now.since(usedAt).total("minutes") >= 1;
}
