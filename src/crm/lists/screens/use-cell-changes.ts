/** Changing cells of a list: tried or kept in portions, shown at once, told when refused, and undone. */
import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useState } from "react";
import { callEndpoint } from "#base/contract";
import { counted, fetchTransport, tellFailed, useWorkspaceChoice } from "#base/ui";
import { type CellsChanged, changeCells, type RowChange } from "../contract.ts";
import type { ListNoun } from "../list-noun.ts";
import type { ListRow, ListSpec } from "./list-spec.ts";
import { tellChanged } from "./tell-changed.ts";

const portion = 50;

export interface CellEdit<T extends ListRow> {
  readonly row: T;
  readonly column: string;
  /** What is typed or pasted; null takes the value away. */
  readonly text: string | null;
  /** How it looks until the server has answered. */
  readonly label: string;
}
type RowResult = CellsChanged["rows"][number];
type Told = (done: number, of: number) => unknown;

/** Values on their way, by column, of one record at the version that was seen. */
export interface Pending {
  readonly version: number;
  readonly cells: ReadonlyMap<string, string>;
}

export interface CellChanges<T extends ListRow> {
  readonly pendingOf: (row: T) => Pending | undefined;
  /** Keeps edits, and offers to undo them. Gives what became of each record. */
  readonly keep: (edits: readonly CellEdit<T>[], told?: Told) => Promise<RowResult[]>;
  /** Tries edits out and keeps nothing. */
  readonly preview: (edits: readonly CellEdit<T>[], told?: Told) => Promise<RowResult[]>;
}

export function useCellChanges<T extends ListRow>({
  noun,
  one,
  many,
}: Pick<ListSpec<T>, "noun" | "one" | "many">): CellChanges<T> {
  const send = useSending(noun);
  const [pending, setPending] = useState<ReadonlyMap<string, Pending>>(new Map());
  /** Takes a change back. What was changed since is left as it is, and told. */
  const takeBack = async (rows: readonly RowChange[]) => {
    const results = await send(rows, false);
    const refused = results.filter(({ refusals }) => refusals.length > 0).length;
    if (refused > 0)
      throw new Error(`${counted(refused, one, many.toLowerCase())} changed since and stay as they are.`);
  };

  return {
    pendingOf: (row) => {
      const held = pending.get(row.id);
      return held?.version === row.version ? held : undefined;
    },
    preview: (edits, told) => send(rowsOf(edits), true, told),
    async keep(edits, told) {
      setPending((now) => withPending(now, edits));
      try {
        const results = await send(rowsOf(edits), false, told);
        setPending((now) => withoutRefused(now, results));
        const inverse = inverseOf(results);
        tellChanged(
          results,
          { one, many: many.toLowerCase() },
          inverse.length > 0 ? () => takeBack(inverse) : undefined,
        );
        return results;
      } catch (failure) {
        setPending(new Map());
        tellFailed(failure);
        return [];
      }
    },
  };
}

/** Sends changes in portions, so that progress can be told and no request grows too large. */
function useSending(noun: ListNoun) {
  const workspaceId = useWorkspaceChoice();
  const client = useQueryClient();
  return useCallback(
    async (rows: readonly RowChange[], preview: boolean, told?: Told) => {
      const results: RowResult[] = [];
      for (let at = 0; at < rows.length; at += portion) {
        told?.(at, rows.length);
        const body = { rows: rows.slice(at, at + portion), preview };
        const input = { params: { noun }, body, ...(workspaceId ? { workspaceId } : {}) };
        results.push(...(await callEndpoint(fetchTransport, changeCells, input)).rows);
      }
      told?.(rows.length, rows.length);
      // One change can move many figures; what was only tried has moved none.
      if (!preview) void client.invalidateQueries();
      return results;
    },
    [noun, workspaceId, client],
  );
}

/** Edits put together by record. */
function rowsOf<T extends ListRow>(edits: readonly CellEdit<T>[]): RowChange[] {
  const rows = new Map<string, RowChange>();
  for (const { row, column, text } of edits) {
    const held = rows.get(row.id) ?? { id: row.id, version: row.version, cells: {} };
    rows.set(row.id, { ...held, cells: { ...held.cells, [column]: text } });
  }
  return [...rows.values()];
}

function withPending<T extends ListRow>(now: ReadonlyMap<string, Pending>, edits: readonly CellEdit<T>[]) {
  const next = new Map(now);
  for (const { row, column, label } of edits) {
    const held = next.get(row.id);
    const cells = new Map(held?.version === row.version ? held.cells : []);
    next.set(row.id, { version: row.version, cells: cells.set(column, label) });
  }
  return next;
}

/** What was refused looks again as it was. */
function withoutRefused(now: ReadonlyMap<string, Pending>, results: readonly RowResult[]) {
  const next = new Map(now);
  for (const { id, changed } of results) {
    const held = next.get(id);
    if (!held) continue;
    const kept = [...held.cells].filter(([column]) => changed.some((one) => one.column === column));
    if (kept.length === 0) next.delete(id);
    else next.set(id, { version: held.version, cells: new Map(kept) });
  }
  return next;
}

/** What has to be said to take changes back. */
function inverseOf(results: readonly RowResult[]): RowChange[] {
  return results
    .filter(({ changed }) => changed.length > 0)
    .map(({ id, version, changed }) => ({
      id,
      version,
      cells: Object.fromEntries(changed.map(({ column, before }) => [column, before?.text ?? null])),
    }));
}
