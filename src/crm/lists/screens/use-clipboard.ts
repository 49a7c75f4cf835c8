/** Copying cells of a list to a spreadsheet, and pasting from one into them. */
import { useState } from "react";
import type { ListColumn } from "#base/kernel";
import { type CellRange, counted, type GridColumn, type Layout, problemOf, tell, tellFailed } from "#base/ui";
import { readTabbed, tabbedText, tableHtml } from "./clipboard-text.ts";
import type { ListRow } from "./list-spec.ts";
import type { CellEdit } from "./use-cell-changes.ts";
import type { ListState } from "./use-list.ts";
import type { RowsAt } from "./use-rows-at.ts";

const copiedMax = 20_000;
const pastedMax = 2_000;

export interface Pasted<T extends ListRow> {
  readonly edits: readonly CellEdit<T>[];
  readonly note: string | null;
}

export function useClipboard<T extends ListRow>(
  list: ListState<T>,
  columns: readonly ListColumn[],
  shown: readonly GridColumn<T>[],
  rowsAt: RowsAt<T>,
) {
  const [pasted, setPasted] = useState<Pasted<T> | null>(null);
  const { layout } = list;

  /** What is marked, as text; at once where all of it is on screen, else as soon as it has been fetched. */
  const copy = (range: CellRange, event: ClipboardEvent) => {
    const places = placesIn(layout, range.top, range.bottom);
    if (places.length === 0) return;
    event.preventDefault();
    if (places.length > copiedMax) {
      return tellFailed(
        new Error(
          `${counted(places.length, "line")} are too many to copy. Export the list: a file has them all.`,
        ),
      );
    }
    const taken = shown.slice(range.left, range.right + 1);
    const linesOf = (rows: readonly T[]) => rows.map((row) => taken.map((column) => column.text(row)));
    const here = places.map(list.rowAt).filter((row) => row !== undefined);
    if (here.length === places.length) {
      const lines = linesOf(here);
      event.clipboardData?.setData("text/plain", tabbedText(lines));
      event.clipboardData?.setData("text/html", tableHtml(lines));
      tellCopied(lines.length, taken.length);
    } else void copyLater(places, linesOf, rowsAt, taken.length);
  };

  const paste = async (range: CellRange, text: string) => {
    try {
      setPasted(await editsOf(range, readTabbed(text), layout, columns, shown, rowsAt));
    } catch (failure) {
      tellFailed(failure);
    }
  };
  return { copy, paste, pasted, leave: () => setPasted(null) };
}

function tellCopied(lines: number, columns: number): void {
  if (lines * columns === 1) return;
  tell(`Copied ${counted(lines * columns, "value")}.`);
}

async function copyLater<T>(
  places: readonly number[],
  linesOf: (rows: readonly T[]) => string[][],
  rowsAt: RowsAt<T>,
  width: number,
): Promise<void> {
  const lines = rowsAt(places).then((rows) =>
    linesOf([...places].map((one) => rows.get(one)).filter((row) => row !== undefined)),
  );
  const blob = (type: string, write: (found: string[][]) => string) =>
    lines.then((found) => new Blob([write(found)], { type }));
  try {
    await navigator.clipboard.write([
      new ClipboardItem({
        "text/plain": blob("text/plain", tabbedText),
        "text/html": blob("text/html", tableHtml),
      }),
    ]);
    tellCopied((await lines).length, width);
  } catch (failure) {
    const { detail } = problemOf(failure);
    tellFailed(new Error(`The browser did not let this be copied (${detail}). Export the list instead.`));
  }
}

/** The places of the records between two lines; lines of groups are none. */
function placesIn(layout: Layout, top: number, bottom: number): number[] {
  const places: number[] = [];
  for (let at = top; at <= bottom && places.length <= copiedMax; at += 1) {
    const line = layout.lineAt(at);
    if (line?.kind === "record") places.push(line.place);
  }
  return places;
}

/** What a paste would change: from the first marked cell on, or one value in every marked cell. */
async function editsOf<T extends ListRow>(
  range: CellRange,
  lines: readonly (readonly string[])[],
  layout: Layout,
  columns: readonly ListColumn[],
  shown: readonly GridColumn<T>[],
  rowsAt: RowsAt<T>,
): Promise<Pasted<T>> {
  const only = lines.length === 1 && lines[0]?.length === 1;
  const height = only ? range.bottom - range.top + 1 : lines.length;
  const width = only ? range.right - range.left + 1 : Math.max(...lines.map((cells) => cells.length));
  const targets = recordLines(layout, range.top, Math.min(height, pastedMax));
  const rows = await rowsAt(targets);
  const taken = shown.slice(range.left, range.left + width);
  const edits = targets.flatMap((place, down) => {
    const row = rows.get(place);
    const cells = lines[only ? 0 : down] ?? [];
    return row ? taken.flatMap((column, across) => editOf(row, column, cells[only ? 0 : across])) : [];
  });
  const lost = [
    height > targets.length ? `${counted(height - targets.length, "line")} had no place in the list.` : "",
    width > taken.length
      ? `${counted(width - taken.length, "column")} had no place beside the last one.`
      : "",
  ];
  return {
    edits: edits.filter(({ column }) => columns.some(({ id }) => id === column)),
    note: lost.join(" ").trim() || null,
  };
}

function editOf<T extends ListRow>(row: T, column: GridColumn<T>, text: string | undefined): CellEdit<T>[] {
  // What stands there already needs no change, in a column that cannot be changed least of all.
  if (text === undefined || column.text(row).trim() === text.trim()) return [];
  return [{ row, column: column.id, text: text.trim() === "" ? null : text, label: text }];
}

/** The places of the next records from a line on. */
function recordLines(layout: Layout, top: number, count: number): number[] {
  const places: number[] = [];
  for (let at = top; places.length < count && at < layout.lines; at += 1) {
    const line = layout.lineAt(at);
    if (line?.kind === "record") places.push(line.place);
  }
  return places;
}
