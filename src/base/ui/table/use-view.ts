/** What a list shows, held in the address: it can be sent to a colleague and comes back with Back. */
import { useCallback, useMemo } from "react";
import {
  aFilterAsksWhatItsColumnsKnow,
  aGroupingFitsItsColumn,
  anOrderNamesColumnsOnce,
  type FilterGroup,
  filterText,
  type Grouping,
  groupingText,
  type ListColumn,
  noFilter,
  Refusal,
  readFilter,
  readGrouping,
  readShownColumns,
  readSorts,
  type ShownColumn,
  type SortBy,
  shownColumnsText,
  sortsText,
} from "#base/kernel";
import { one, type Patch, type Search, useAddress } from "../address.ts";

/** The parts of a view as text, as an address and a saved view have them. */
export interface ViewText {
  readonly filter: string;
  readonly sort: string;
  readonly group: string;
  readonly columns: string;
}
export interface View {
  readonly filter: FilterGroup;
  readonly sorts: readonly SortBy[];
  readonly grouping: Grouping | null;
  readonly columns: readonly ShownColumn[];
  readonly search: string;
}

export interface ViewState {
  readonly view: View;
  readonly text: ViewText;
  /** Why the address says something else than what is shown, or null. */
  readonly problem: string | null;
  /** Changes parts of the view; with `replace` the step leaves no entry for Back. */
  readonly change: (patch: Partial<View>, options?: { replace?: boolean }) => void;
  /** Puts a whole view in place, spelled out, under a name where it has one. */
  readonly choose: (text: ViewText, saved?: string) => void;
}

/** The view of the address; what it leaves out is as in `standard`. */
export function useView(standard: ViewText, columns: readonly ListColumn[]): ViewState {
  const [search, changeAddress] = useAddress();
  const read = useMemo(() => readView(search, standard, columns), [search, standard, columns]);
  const change = useCallback<ViewState["change"]>(
    (patch, options) => changeAddress(addressOf(patch, standard), options),
    [changeAddress, standard],
  );
  const choose = useCallback<ViewState["choose"]>(
    (text, saved) =>
      changeAddress({
        ...differing(text, standard),
        search: undefined,
        open: undefined,
        view: saved,
      }),
    [changeAddress, standard],
  );
  return { ...read, change, choose };
}

export function textOfView(view: View): ViewText {
  return {
    filter: filterText(view.filter),
    sort: sortsText(view.sorts),
    group: groupingText(view.grouping),
    columns: shownColumnsText(view.columns),
  };
}

/** What differs from the standard stands in the address, the rest leaves no trace there. */
function differing(text: Partial<ViewText>, standard: ViewText): Patch {
  return Object.fromEntries(
    Object.entries(text).map(([part, value]) => [
      part,
      value === standard[part as keyof ViewText] ? undefined : value,
    ]),
  );
}

function addressOf(patch: Partial<View>, standard: ViewText): Patch {
  const text: Partial<ViewText> = {
    ...(patch.filter ? { filter: filterText(patch.filter) } : {}),
    ...(patch.sorts ? { sort: sortsText(patch.sorts) } : {}),
    ...(patch.grouping === undefined ? {} : { group: groupingText(patch.grouping) }),
    ...(patch.columns ? { columns: shownColumnsText(patch.columns) } : {}),
  };
  const found = patch.search === undefined ? {} : { search: patch.search || undefined };
  return { ...differing(text, standard), ...found };
}

function readView(search: Search, standard: ViewText, columns: readonly ListColumn[]) {
  const text: ViewText = {
    filter: one(search, "filter", standard.filter),
    sort: one(search, "sort", standard.sort),
    group: one(search, "group", standard.group),
    columns: one(search, "columns", standard.columns),
  };
  const problems: string[] = [];
  const tried = <T>(read: () => T, rule: (value: T) => string | null, fallback: T): T => {
    try {
      const value = read();
      const reason = rule(value);
      if (reason === null) return value;
      problems.push(reason);
    } catch (refused) {
      if (!(refused instanceof Refusal)) throw refused;
      problems.push(refused.message);
    }
    return fallback;
  };
  const view: View = {
    filter: tried(
      () => readFilter(text.filter),
      (one) => aFilterAsksWhatItsColumnsKnow(one, columns),
      noFilter,
    ),
    sorts: tried(
      () => readSorts(text.sort),
      (one) => anOrderNamesColumnsOnce(one, columns),
      [],
    ),
    grouping: tried(
      () => readGrouping(text.group),
      (one) => aGroupingFitsItsColumn(one, columns),
      null,
    ),
    columns: tried(
      () => knownColumns(text.columns, columns),
      () => null,
      knownColumns(standard.columns, columns),
    ),
    search: one(search, "search", ""),
  };
  return { view, text: textOfView(view), problem: problems[0] ?? null };
}

/** The shown columns that there still are; a custom field may have been removed since the address was written. */
function knownColumns(text: string, columns: readonly ListColumn[]): ShownColumn[] {
  const shown = readShownColumns(text).filter(({ id }) => columns.some((column) => column.id === id));
  const once = shown.filter((one, at) => shown.findIndex(({ id }) => id === one.id) === at);
  return [...once.filter(({ pinned }) => pinned), ...once.filter(({ pinned }) => !pinned)];
}
