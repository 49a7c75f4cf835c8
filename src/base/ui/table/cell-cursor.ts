/** The cell that somebody stands on in a grid, and the range that they have marked from there. */

export interface Point {
  readonly line: number;
  readonly column: number;
}
/** From the anchor to the active cell; both the same where nothing more is marked. */
export interface Marked {
  readonly active: Point;
  readonly anchor: Point;
}
export interface CellRange {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}
export interface Extent {
  readonly lines: number;
  readonly columns: number;
  /** How many lines a page up or down moves. */
  readonly page: number;
}

export const standing = (active: Point): Marked => ({ active, anchor: active });

export function rangeOf({ active, anchor }: Marked): CellRange {
  return {
    top: Math.min(active.line, anchor.line),
    bottom: Math.max(active.line, anchor.line),
    left: Math.min(active.column, anchor.column),
    right: Math.max(active.column, anchor.column),
  };
}

const far = Number.MAX_SAFE_INTEGER;
const steps: Readonly<Record<string, readonly [lines: number, columns: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  k: [-1, 0],
  j: [1, 0],
  Home: [0, -far],
  End: [0, far],
};
const leaps: typeof steps = {
  ArrowUp: [-far, 0],
  ArrowDown: [far, 0],
  ArrowLeft: [0, -far],
  ArrowRight: [0, far],
  Home: [-far, -far],
  End: [far, far],
};

/** Where a key leads from a cell, or null where it leads nowhere. With Ctrl or Cmd an arrow goes to the edge. */
export function stepped(at: Point, key: string, leap: boolean, extent: Extent): Point | null {
  const pages = key === "PageUp" ? -1 : key === "PageDown" ? 1 : 0;
  const step = pages !== 0 ? ([pages * extent.page, 0] as const) : (leap ? leaps : steps)[key];
  return step === undefined ? null : within({ line: at.line + step[0], column: at.column + step[1] }, extent);
}

/** The nearest cell that there is. */
export function within({ line, column }: Point, extent: Pick<Extent, "lines" | "columns">): Point {
  const between = (value: number, last: number) => Math.max(0, Math.min(value, last));
  return { line: between(line, extent.lines - 1), column: between(column, extent.columns - 1) };
}
