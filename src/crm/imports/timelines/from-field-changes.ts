/** The life of an opportunity out of single changes with old and new values (Salesforce OpportunityFieldHistory). */
import type { State } from "./state.ts";

/** What a change did: the part of the state as it was before, and since when it no longer is. */
export interface FieldChange {
  readonly at: Temporal.Instant;
  readonly before: Partial<State>;
}

/**
 * Walks back from the present: before each change its old value held, back to the creation. Fields that the source
 * does not track are taken as they are now.
 */
export function statesFromFieldChanges(
  changes: readonly FieldChange[],
  present: Omit<State, "at">,
  createdAt: Temporal.Instant | null,
): State[] {
  const backwards = changes.toSorted((a, b) => Temporal.Instant.compare(b.at, a.at));
  const states: State[] = [];
  let current: Omit<State, "at"> = present;
  let at: Temporal.Instant | null = null;
  for (const change of backwards) {
    if (at === null || !at.equals(change.at)) states.push({ ...current, at: change.at });
    at = change.at;
    current = { ...current, ...change.before };
  }
  states.push({ ...current, at: createdAt ?? at });
  return states.toReversed();
}
