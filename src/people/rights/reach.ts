/** How somebody comes to see the records of a person, in words. */

/** One way by which a seat reaches a person. */
export type ReachedBy =
  | { readonly kind: "own" }
  /** They report to the seat's person, directly or through `through`. */
  | { readonly kind: "line"; readonly through: string | null }
  | { readonly kind: "team"; readonly team: string }
  | { readonly kind: "shared"; readonly until: string | null; readonly reason: string };

/** "reports to them through Dana Reyes": the reason why `name`'s records are reached. */
export function reachedBecause(name: string, by: ReachedBy): string {
  switch (by.kind) {
    case "own":
      return `${name} has this seat`;
    case "line":
      return by.through === null
        ? `${name} reports to them`
        : `${name} reports to them through ${by.through}`;
    case "team":
      return `${name} is in their team ${by.team}`;
    case "shared":
      return `${name}'s records are shared with them${by.until === null ? "" : ` until ${by.until}`} (${by.reason})`;
  }
}

/** Somebody's deed because of which a record can be seen: who owns it, who has a share in it. */
export interface SeenThrough {
  readonly personId: string;
  readonly name: string;
  /** "owns it", "owns Looms, an opportunity on it". */
  readonly deed: string;
}

/** Why a seat sees a record, as a sentence, or null when it does not: the first way that its reach covers. */
export function whySeen(
  ways: readonly SeenThrough[],
  reached: ReadonlyMap<string, ReachedBy>,
): string | null {
  for (const { personId, name, deed } of ways) {
    const by = reached.get(personId);
    if (by === undefined) continue;
    return by.kind === "own" ? `${name} ${deed}.` : `${name} ${deed}, and ${reachedBecause(name, by)}.`;
  }
  return null;
}

/** The reason why a share of access cannot be given, or null. */
export function whyNotShared(given: {
  readonly ownerId: string;
  readonly personId: string;
  readonly startsOn: Temporal.PlainDate;
  readonly endsOn: Temporal.PlainDate | null;
}): string | null {
  if (given.ownerId === given.personId) return "Nobody shares with themselves.";
  if (given.endsOn !== null && Temporal.PlainDate.compare(given.endsOn, given.startsOn) <= 0)
    return "It must end after the day on which it starts.";
  return null;
}
