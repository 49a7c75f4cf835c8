/** Records of a list wherever they stand: those on screen at once, the others fetched. */
import { useCallback } from "react";
import { callEndpoint } from "#base/contract";
import { fetchTransport, useWorkspaceChoice } from "#base/ui";
import type { Caller, ListRow, ListSpec } from "./list-spec.ts";
import { type ListState, pageSize } from "./use-list.ts";

export type RowsAt<T> = (places: readonly number[]) => Promise<ReadonlyMap<number, T>>;

export function useRowsAt<T extends ListRow>(spec: ListSpec<T>, list: ListState<T>): RowsAt<T> {
  const workspaceId = useWorkspaceChoice();
  const { outline, question, rowAt } = list;
  return useCallback(
    async (places) => {
      const call: Caller = (target, input) =>
        callEndpoint(fetchTransport, target, { ...input, ...(workspaceId ? { workspaceId } : {}) });
      const found = new Map<number, T>();
      const missing = new Set<number>();
      for (const place of places) {
        const row = rowAt(place);
        if (row) found.set(place, row);
        else missing.add(Math.floor(place / pageSize));
      }
      for (const page of missing) {
        const cursor = page === 0 ? {} : { cursor: outline?.marks[page - 1] ?? "" };
        const { items } = await spec.fetchPage(call, { ...question, limit: pageSize, ...cursor });
        items.forEach((row, at) => {
          found.set(page * pageSize + at, row);
        });
      }
      return found;
    },
    [workspaceId, outline, question, rowAt, spec],
  );
}
