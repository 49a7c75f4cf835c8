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
      fix: "It may have been removed, or it is out of your reach or of this workspace.",
    })
  );
}

/** Refuses a reference to a record that is not there, by the field that holds it. */
export function requireKnown(known: boolean, noun: string, field: string): void {
  if (known) return;
  const message = `There is no such ${noun} in this workspace.`;
  refuse("invalid", message, { fix: `Choose a ${noun} that exists.`, fields: [{ field, message }] });
}

/**
 * The record that was taken to be changed. Refuses ("denied") where it could not be taken although it is seen: what one
 * sees only because of something that hangs on it is changed by those who reach its owner.
 */
export async function takenToChange<T extends { readonly removedAt: unknown }>(
  taken: T | undefined,
  find: () => Promise<T | undefined>,
  noun: string,
): Promise<T | undefined> {
  if (taken !== undefined) return taken;
  const seen = await find();
  // What was removed is not there for anybody.
  if (seen === undefined || seen.removedAt !== null) return undefined;
  return refuse("denied", `You see this ${noun}, but it is not yours to change.`, {
    fix: "Its owner can change it, and those to whom the owner reports.",
  });
}
