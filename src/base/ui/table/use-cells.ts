/** The active cell of a grid, what is marked from there, and which cell is being changed. */
import { useCallback, useState } from "react";
import { type Extent, type Marked, type Point, standing, stepped, within } from "./cell-cursor.ts";

export interface Cells {
  readonly marked: Marked;
  readonly editing: boolean;
  stand(at: Point): void;
  extend(to: Point): void;
  /** Moves with a key; gives where to, or null when the key moves nowhere. */
  step(key: string, options: { leap: boolean; extend: boolean }): Point | null;
  edit(): void;
  leave(): void;
  markAll(): void;
}

export function useCells(extent: Extent): Cells {
  const [held, setMarked] = useState<Marked>(standing({ line: 0, column: 0 }));
  const [editing, setEditing] = useState(false);
  // The list may have become shorter meanwhile.
  const marked = { active: within(held.active, extent), anchor: within(held.anchor, extent) };
  const stand = useCallback((at: Point) => {
    setEditing(false);
    setMarked(standing(at));
  }, []);
  const extend = useCallback((to: Point) => setMarked((now) => ({ ...now, active: to })), []);
  return {
    marked,
    editing,
    stand,
    extend,
    step(key, options) {
      const to = stepped(marked.active, key, options.leap, extent);
      if (to === null) return null;
      if (options.extend) extend(to);
      else stand(to);
      return to;
    },
    edit: () => setEditing(true),
    leave: () => setEditing(false),
    markAll: () =>
      setMarked({
        anchor: { line: 0, column: 0 },
        active: { line: extent.lines - 1, column: extent.columns - 1 },
      }),
  };
}
