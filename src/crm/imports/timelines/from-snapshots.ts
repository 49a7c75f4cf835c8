/** The life of an opportunity out of a history whose every row is its full state (Salesforce OpportunityHistory). */
import type { State } from "./state.ts";

/** One row of the history. */
export type Snapshot = State & { readonly at: Temporal.Instant };

export interface PresentFacts {
  /** The record as it stands in the source now. */
  readonly present: Omit<State, "at">;
  readonly modifiedAt: Temporal.Instant | null;
}

/** History rows know nothing of owner and account: those are taken as they are now. */
function asIn(snapshot: Snapshot, present: Omit<State, "at">): State {
  return {
    ...snapshot,
    owner: snapshot.owner ?? present.owner,
    account: snapshot.account ?? present.account,
  };
}

/**
 * The states that a history of snapshots tells: each row from its own time on; and the record as it stands now, since
 * it was last modified, where it says something else than the last row. Rows of one instant keep their order.
 */
export function statesFromSnapshots(snapshots: readonly Snapshot[], facts: PresentFacts): State[] {
  const rows = snapshots
    .toSorted((a, b) => Temporal.Instant.compare(a.at, b.at))
    .map((snapshot) => asIn(snapshot, facts.present));
  const last = rows.at(-1);
  if (last === undefined) return [{ ...facts.present, at: facts.modifiedAt }];
  const modified = facts.modifiedAt;
  const at =
    modified === null || (last.at !== null && Temporal.Instant.compare(modified, last.at) < 0)
      ? last.at
      : modified;
  return [...rows, { ...facts.present, at }];
}
