/** A record's fields as they stood at the end of a day, from its changes: what changed since is put back. Pure. */
import type { ChangeOut, ShownValue } from "../contract.ts";
import { dayOf } from "./day-of.ts";

export interface Then {
  /** False where the record came into being later. */
  readonly existed: boolean;
  /** By label: what stood in a field that is different today; null where nothing did. */
  readonly fields: ReadonlyMap<string, ShownValue | null>;
}

/** `changes` are those of the record, the newest first, at least all since the day. `of` is its noun. */
export function fieldsThen(changes: readonly ChangeOut[], of: string, day: string, timeZone: string): Then {
  const fields = new Map<string, ShownValue | null>();
  let existed = true;
  for (const change of changes) {
    if (change.of !== of || dayOf(change.trueSince, timeZone) <= day) continue;
    if (change.action === "created") {
      existed = false;
      continue;
    }
    // The oldest of the later changes is the one that took away what stood then.
    for (const { label, before } of change.changes) fields.set(label, before);
  }
  return { existed, fields };
}
