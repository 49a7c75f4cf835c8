/** Conditional writes: a change says which version of the record its author saw, so that nobody is overwritten. */
import { Refusal } from "../../kernel/index.ts";

/** A write against a version that is no longer the present one. */
export class StaleVersion extends Refusal {
  readonly currentVersion: number;

  constructor(expected: number, currentVersion: number) {
    super(
      "conflict",
      `Somebody changed this record in the meantime: you saw version ${expected}, it is now at version ${currentVersion}.`,
      { fix: "Load the record again, look at what changed, and make your change once more." },
    );
    this.name = "StaleVersion";
    this.currentVersion = currentVersion;
  }
}

/**
 * Gives the current record back when it is the version that the caller saw. Refuses "not-found" when there is no
 * record, and with {@link StaleVersion} (412) when it has moved on. Read the record `for update` before this, or
 * repeat the version in the statement's where, so that two writers cannot both pass.
 */
export function refuseStale<T extends { readonly version: number }>(
  current: T | undefined,
  expected: number,
): T {
  if (!current) {
    throw new Refusal("not-found", "There is no such record.", {
      fix: "It may have been removed. Go back to the list and load it again.",
    });
  }
  if (current.version !== expected) throw new StaleVersion(expected, current.version);
  return current;
}
