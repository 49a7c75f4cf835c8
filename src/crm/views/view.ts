/** A saved view: what a list shows, under a name, for oneself or for the whole workspace. */
import type { ListNoun } from "../lists/list-noun.ts";

/** What a view shows, in the words of the lists' own language. */
export interface ViewSaid {
  readonly name: string;
  readonly filter: string;
  readonly sort: string;
  readonly group: string;
  readonly columns: string;
}

export interface SavedView extends ViewSaid {
  readonly id: string;
  readonly version: number;
  readonly noun: ListNoun;
  /** Whose it is; null where the seat that keeps it belongs to nobody in the records. */
  readonly personId: string | null;
  readonly personName: string | null;
  /** Since when everybody sees it; null: only its keeper does. */
  readonly sharedAt: Temporal.Instant | null;
  readonly removedAt: Temporal.Instant | null;
}

/** Who looks at views, and whether they may set up the workspace for others. */
export interface Looker {
  readonly personId: string | null;
  readonly configures: boolean;
}

export const isMine = (view: Pick<SavedView, "personId">, looker: Looker): boolean =>
  view.personId === looker.personId;

/** Whether somebody sees a view: their own, and what is shared. */
export const isSeenBy = (view: Pick<SavedView, "personId" | "sharedAt">, looker: Looker): boolean =>
  isMine(view, looker) || view.sharedAt !== null;

/** The reason why somebody cannot change, share or remove a view, or null. */
export function aViewIsChangedByItsKeeper(
  view: Pick<SavedView, "personId" | "personName" | "name">,
  looker: Looker,
): string | null {
  if (isMine(view, looker) || looker.configures) return null;
  return `“${view.name}” is kept by ${view.personName ?? "somebody else"}. Save it as a view of your own instead.`;
}

/** The reason why a view cannot have a name, or null; `others` are those that stand beside it in the same menu. */
export function aViewHasANameOfItsOwn(
  name: string,
  others: readonly Pick<SavedView, "name">[],
): string | null {
  const wanted = name.trim().toLowerCase();
  return others.some((other) => other.name.trim().toLowerCase() === wanted)
    ? `There is a view called “${name.trim()}” already.`
    : null;
}
