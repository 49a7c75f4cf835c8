/** What a grid is told about its columns. */
import type { CSSProperties, ReactNode } from "react";

export interface GridColumn<T> {
  readonly id: string;
  readonly header: string;
  readonly align?: "left" | "right";
  /** Width in pixels. */
  readonly width: number;
  /** Stays in sight when the others scroll sideways. Pinned columns stand first. */
  readonly pinned: boolean;
  /** Takes what room is left where nobody chose its width. */
  readonly grows?: boolean;
  /** What the cell shows; `place` is where the record stands in the list. */
  readonly cell: (row: T, place: number) => ReactNode;
  /** What the cell is in a spreadsheet. */
  readonly text: (row: T) => string;
  /** Enter opens the record here, and does not change the value. */
  readonly opens?: boolean;
  /** How the value is changed where it stands; without it, it cannot be. */
  readonly editor?: ((props: EditorProps<T>) => ReactNode) | undefined;
}

/** Where to go after a cell: below, beside, back to the cell itself, or wherever the focus has gone already. */
export type Onwards = "down" | "right" | "back" | "stay";

export interface EditorProps<T> {
  readonly row: T;
  /** Keeps a value as text (null: none), which looks like `label` until it is kept. */
  readonly keep: (value: string | null, label: string, then: Onwards) => void;
  readonly leave: (then: Onwards) => void;
}

/** What the grid shows at the left of every line: a box to choose it. */
export const gutterWidth = 44;
/** Below this width of the grid a column leaves room for the next one. */
const narrow = 520;
const narrowWidthMax = 186;
const widthMin = 60;
const widthMax = 900;

export const boundedWidth = (width: number): number =>
  Math.round(Math.max(widthMin, Math.min(widthMax, width)));

/** The columns with the widths that they have in a grid of this width: one of them takes what is left. */
export function fitted<T>(columns: readonly GridColumn<T>[], available: number): GridColumn<T>[] {
  if (available > 0 && available < narrow) {
    return columns.map((column) => ({ ...column, width: Math.min(column.width, narrowWidthMax) }));
  }
  const used = columns.reduce((sum, { width }) => sum + width, gutterWidth);
  const spare = available - used;
  const growing = columns.findIndex(({ grows }) => grows);
  if (spare <= 0 || growing < 0) return [...columns];
  return columns.map((column, at) => (at === growing ? { ...column, width: column.width + spare } : column));
}

/** Where a pinned column stays, as the style sheet takes it. */
export const stays = (offset: number | undefined): CSSProperties | undefined =>
  offset === undefined ? undefined : ({ "--stay": `${offset}px` } as CSSProperties);

/** How far from the left edge each pinned column stays; undefined for the others. */
export function pinnedOffsets<T>(columns: readonly GridColumn<T>[]): (number | undefined)[] {
  let offset = gutterWidth;
  return columns.map(({ pinned, width }) => {
    if (!pinned) return undefined;
    const here = offset;
    offset += width;
    return here;
  });
}
