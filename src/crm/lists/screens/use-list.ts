/** The records of a list as the grid needs them: how many, in which groups, and those in sight. */
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { type Layout, layoutOf, useAsk, type View, type ViewText } from "#base/ui";
import type { ListOutline } from "#base/wire";
import { getListOutline } from "../contract.ts";
import type { ListRow, ListSpec, PageQuestion } from "./list-spec.ts";
import { useScopedFilter } from "./use-scoped.ts";

export const pageSize = 200;
const settleMs = 70;

export interface ListState<T extends ListRow> {
  readonly outline: ListOutline | undefined;
  readonly layout: Layout;
  readonly rowAt: (place: number) => T | undefined;
  readonly onSight: (first: number, last: number) => void;
  readonly closed: ReadonlySet<number>;
  readonly toggleGroup: (group: number) => void;
  readonly closeAll: (closed: boolean) => void;
  /** What is shown answers an older question. */
  readonly older: boolean;
  readonly error: unknown;
  /** There are records to show, of this question or of the one before. */
  readonly anyArrived: boolean;
  readonly retry: () => void;
  /** What the list is asked, for whatever else asks about the same records. */
  readonly question: Omit<PageQuestion, "limit" | "cursor">;
}

interface Answered<T> {
  key: string;
  outline: ListOutline | undefined;
  pages: Map<number, readonly T[]>;
}

export function useList<T extends ListRow>(spec: ListSpec<T>, view: View, text: ViewText): ListState<T> {
  const { search } = view;
  const filter = useScopedFilter(view.filter, spec.person);
  const question = useMemo(
    () => ({
      filter,
      sort: text.sort,
      group: text.group,
      ...(search === "" ? {} : { search }),
    }),
    [filter, text.sort, text.group, search],
  );
  const key = JSON.stringify(question);
  const [sight, onSight] = useSight(key);
  const [closed, setClosed] = useClosed(text.group);
  // The first lines first: the outline of a long list takes longer, and the record answers one question after the other.
  const [firstPage] = spec.usePages([{ ...question, limit: pageSize }]);
  const asked = useAsk(
    getListOutline,
    { params: { noun: spec.noun }, query: question },
    { enabled: firstPage?.data !== undefined || Boolean(firstPage?.error) },
  );
  const fresh = asked.isPlaceholderData ? undefined : asked.data;
  const held = useRef<Answered<T>>({ key, outline: undefined, pages: new Map() });

  const layoutNow = useMemo(() => layoutFrom(fresh, closed), [fresh, closed]);
  const wanted = pagesIn(layoutNow, sight, fresh?.count);
  const pages = spec.usePages(
    wanted.flatMap((page) => {
      const cursor = page === 0 ? null : fresh?.marks[page - 1];
      if (cursor === undefined) return [];
      return [{ ...question, limit: pageSize, ...(cursor === null ? {} : { cursor }) }];
    }),
  );
  const arrived = pages.some(({ data }) => data !== undefined);
  const ready = (fresh?.count === 0 || arrived) && (fresh !== undefined || held.current.key !== key);
  if (ready && held.current.key !== key) held.current = { key, outline: undefined, pages: new Map() };
  const current = held.current;
  if (current.key === key) {
    if (fresh) current.outline = fresh;
    wanted.forEach((page, at) => {
      const items = pages[at]?.data?.items;
      if (items) current.pages.set(page, items);
    });
  }
  // Until the outline is there, what has come of the first page is all there is.
  const outline = current.outline;
  const first = current.pages.get(0);
  const layout = useMemo(
    () => (outline ? layoutFrom(outline, closed) : layoutOf(first?.length ?? 0, null)),
    [outline, closed, first],
  );
  const rowAt = (place: number) => current.pages.get(Math.floor(place / pageSize))?.[place % pageSize];
  return {
    ...{ outline, layout, rowAt, onSight, closed, question },
    toggleGroup: (group) => setClosed(toggled(closed, group)),
    closeAll: (all) => setClosed(new Set(all ? (outline?.groups ?? []).keys() : [])),
    older: current.key !== key,
    anyArrived: current.pages.size > 0,
    error: asked.error ?? pages.find(({ error }) => error)?.error ?? null,
    retry: () => {
      void asked.refetch();
      for (const page of pages) void page.refetch();
    },
  };
}

const layoutFrom = (outline: ListOutline | undefined, closed: ReadonlySet<number>) =>
  layoutOf(outline?.count ?? 0, outline?.groups ?? null, closed);

function toggled(closed: ReadonlySet<number>, group: number): Set<number> {
  const next = new Set(closed);
  if (!next.delete(group)) next.add(group);
  return next;
}

/** Which groups are closed; another grouping begins with all open. */
function useClosed(grouping: string) {
  const [held, setHeld] = useState({ grouping, closed: new Set<number>() as ReadonlySet<number> });
  const closed = held.grouping === grouping ? held.closed : new Set<number>();
  return [closed, (next: ReadonlySet<number>) => setHeld({ grouping, closed: next })] as const;
}

/** The lines in sight, once the scrolling has settled for a moment: what flies past is not asked for. */
function useSight(key: string) {
  const [sight, setSight] = useState({ key, first: 0, last: 0 });
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const onSight = useCallback(
    (first: number, last: number) => {
      clearTimeout(timer.current);
      timer.current = setTimeout(() => setSight({ key, first, last }), settleMs);
    },
    [key],
  );
  useEffect(() => () => clearTimeout(timer.current), []);
  return [sight.key === key ? sight : { key, first: 0, last: 0 }, onSight] as const;
}

/** The pages that hold the records between two lines, one more on either side. */
function pagesIn(
  layout: Layout,
  sight: { first: number; last: number },
  count: number | undefined,
): number[] {
  if (count === undefined) return [0];
  const margin = 40;
  const pages = new Set<number>();
  for (let line = Math.max(0, sight.first - margin); line <= sight.last + margin; line += 1) {
    const found = layout.lineAt(line);
    if (found?.kind === "record") pages.add(Math.floor(found.place / pageSize));
  }
  return [...pages].sort((a, b) => a - b);
}
