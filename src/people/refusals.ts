/** How a rule's reason becomes a refusal: the same words for every slice. */
import { refuse } from "#base/kernel";

/** Refuses with a rule's reason; null, the rule holds, passes. */
export function refuseBecause(reason: string | null, field?: string, fix?: string): void {
  if (reason === null) return;
  refuse("invalid", reason, {
    ...(fix === undefined ? {} : { fix }),
    ...(field === undefined ? {} : { fields: [{ field, message: reason }] }),
  });
}

/** The value, or a refusal that there is no such record (which is also what a record of another workspace is). */
export function requireFound<T>(found: T | undefined, noun: string): T {
  return (
    found ??
    refuse("not-found", `There is no such ${noun}.`, {
      fix: "It may have been removed, or it belongs to another workspace.",
    })
  );
}

/** Refuses a reference to a record that is not there, by the field that holds it. */
export function requireKnown(known: boolean, noun: string, field: string): void {
  if (known) return;
  const message = `There is no such ${noun} in this workspace.`;
  refuse("invalid", message, { fix: `Choose a ${noun} that exists.`, fields: [{ field, message }] });
}
