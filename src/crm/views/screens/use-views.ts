/** The views of a list that somebody can choose, and which of them is shown now. */
import { one, useAddress, useAsk, type ViewState, type ViewText } from "#base/ui";
import type { ListNoun } from "../../lists/list-noun.ts";
import { getViews, type ViewOut } from "../contract.ts";
import { standardViews } from "../standard-views.ts";

export interface Choosable {
  /** How the address calls it. */
  readonly key: string;
  readonly name: string;
  readonly text: ViewText;
  /** The saved view; null for those that every workspace has. */
  readonly saved: ViewOut | null;
}

export interface Views {
  readonly standard: readonly Choosable[];
  readonly shared: readonly Choosable[];
  readonly mine: readonly Choosable[];
  /** What is shown goes back to this one; null where the address names none and looks like none. */
  readonly current: Choosable | null;
  /** Whether what is shown differs from the current view. */
  readonly edited: boolean;
}

export function useViews(noun: ListNoun, standard: ViewText, state: ViewState): Views {
  const [search] = useAddress();
  const asked = useAsk(getViews, { query: { noun } });
  const key = one(search, "view", undefined);
  const own = standardViews[noun].map((view): Choosable => {
    const { key: name, name: called, ...parts } = view;
    return { key: name, name: called, text: { ...standard, ...parts }, saved: null };
  });
  const saved = (asked.data?.items ?? []).map((view): Choosable => {
    const { filter, sort, group, columns } = view;
    return { key: view.id, name: view.name, text: { filter, sort, group, columns }, saved: view };
  });
  const all = [...own, ...saved];
  const named = all.find((view) => view.key === key);
  const alike = all.find((view) => same(view.text, state.text));
  const current = named ?? alike ?? null;
  return {
    standard: own,
    shared: saved.filter((view) => view.saved?.shared),
    mine: saved.filter((view) => !view.saved?.shared),
    current,
    edited: current === null || !same(current.text, state.text),
  };
}

/** Whether two views show the same; a width that somebody chose is part of it. */
function same(a: ViewText, b: ViewText): boolean {
  return a.filter === b.filter && a.sort === b.sort && a.group === b.group && a.columns === b.columns;
}
