/** What keys do in a grid: walk, mark, choose, open, change, copy, paste. */
import type { Virtualizer } from "@tanstack/react-virtual";
import { type KeyboardEvent, type RefObject, useEffect, useRef } from "react";
import { type CellRange, type Point, rangeOf } from "./cell-cursor.ts";
import type { GridProps } from "./Grid.tsx";
import { type EditorProps, type GridColumn, gutterWidth } from "./grid-column.ts";
import type { Cells } from "./use-cells.ts";

interface GridParts<T extends object> {
  readonly cells: Cells;
  readonly columns: readonly GridColumn<T>[];
  readonly offsets: readonly (number | undefined)[];
  readonly virtual: Virtualizer<HTMLDivElement, Element>;
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly table: RefObject<HTMLTableElement | null>;
}

export function useGridKeys<T extends object>(props: GridProps<T>, parts: GridParts<T>) {
  const { cells, columns, virtual, table } = parts;
  const { layout } = props;
  const show = (at: Point) => {
    virtual.scrollToIndex(at.line);
    showColumn(at.column, parts);
  };
  const recordAt = (index: number) => {
    const line = layout.lineAt(index);
    const row = line?.kind === "record" ? props.rowAt(line.place) : undefined;
    return row && line?.kind === "record" ? { row, place: line.place } : null;
  };
  const open = (at: Point) => {
    const record = recordAt(at.line);
    if (record) props.onOpen(record.row, record.place);
  };
  const edit = (at: Point) => {
    const can = recordAt(at.line) !== null && columns[at.column]?.editor !== undefined;
    if (can) cells.edit();
    return can;
  };
  /** Opens the group or record of a line, or changes the value of its cell. */
  const enter = (at: Point) => {
    const line = layout.lineAt(at.line);
    if (line?.kind === "group") props.toggleGroup(line.group);
    else if (columns[at.column]?.opens || !edit(at)) open(at);
  };
  const choosing = useChoosing(props, cells, (index) => recordAt(index)?.row);
  const leave: EditorProps<T>["leave"] = (then) => {
    cells.leave();
    if (then === "stay") return;
    table.current?.focus({ preventScroll: true });
    if (then === "back") return;
    const to = cells.step(then === "down" ? "ArrowDown" : "ArrowRight", { leap: false, extend: false });
    if (to) show(to);
  };
  const keep: EditorProps<T>["keep"] = (value, label, then) => {
    const { active } = cells.marked;
    const [record, column] = [recordAt(active.line), columns[active.column]];
    leave(then);
    if (record && column) props.onKeep(record.row, column.id, value, label);
  };
  const does: Commands = {
    Enter: enter,
    F2: edit,
    o: open,
    " ": choosing.chooseMarked,
    Escape: choosing.letGo,
  };
  useClipboard(table, () => rangeOf(cells.marked), props);
  const onKeyDown = useKeyDown(parts, layout.lines > 0, show, does);
  return { onKeyDown, enter, keep, leave, choose: choosing.choose };
}

/** Choosing lines, and letting go of what is chosen or marked. */
function useChoosing<T extends object>(
  props: GridProps<T>,
  cells: Cells,
  rowOf: (line: number) => T | undefined,
) {
  const last = useRef<number | null>(null);
  const isChosen = (line: number) => {
    const row = rowOf(line);
    return row !== undefined && props.isChosen(row);
  };
  /** Chooses or leaves a line; with `through`, all from the last one on. */
  const choose = (line: number, through: boolean) => {
    const from = through && last.current !== null ? last.current : line;
    last.current = line;
    props.onChoose(linesBetween(from, line), through || !isChosen(line));
  };
  return {
    choose,
    chooseMarked(active: Point, through: boolean) {
      const { top, bottom } = rangeOf(cells.marked);
      if (top === bottom) choose(active.line, through);
      else props.onChoose(linesBetween(top, bottom), !isChosen(top));
    },
    letGo(active: Point) {
      const { top, bottom, left, right } = rangeOf(cells.marked);
      if (top !== bottom || left !== right) cells.stand(active);
      else if (props.chosenCount > 0) props.onChooseAll(false);
      else return false;
      return true;
    },
  };
}

/** What a key does at the active cell; false where it has nothing to do. */
type Commands = Readonly<Record<string, (at: Point, shift: boolean) => unknown>>;

/** Keys walk, and where they do not, they do what they are for. */
function useKeyDown<T extends object>(
  { cells, table }: GridParts<T>,
  hasLines: boolean,
  show: (at: Point) => void,
  does: Commands,
) {
  return (event: KeyboardEvent<HTMLTableElement>) => {
    if (event.target !== table.current || !hasLines || event.altKey) return;
    const ctrl = event.ctrlKey || event.metaKey;
    const to = cells.step(event.key, { leap: ctrl, extend: event.shiftKey });
    if (to) show(to);
    else if (ctrl && event.key.toLowerCase() === "a") cells.markAll();
    else if (ctrl || does[event.key]?.(cells.marked.active, event.shiftKey) === false) return;
    else if (does[event.key] === undefined) return;
    event.preventDefault();
    event.stopPropagation();
  };
}

const linesBetween = (a: number, b: number): number[] =>
  Array.from({ length: Math.abs(a - b) + 1 }, (_, at) => Math.min(a, b) + at);

/** Scrolls sideways until a column stands clear of the pinned ones. */
function showColumn<T extends object>(at: number, parts: GridParts<T>) {
  const box = parts.scroller.current;
  const column = parts.columns[at];
  if (!box || !column || column.pinned) return;
  const starts = parts.columns.slice(0, at).reduce((sum, one) => sum + one.width, gutterWidth);
  const covered = parts.columns.reduce((sum, one) => sum + (one.pinned ? one.width : 0), gutterWidth);
  const way = getComputedStyle(box).direction === "rtl" ? -1 : 1;
  const scrolled = box.scrollLeft * way;
  if (starts < scrolled + covered) box.scrollLeft = (starts - covered) * way;
  else if (starts + column.width > scrolled + box.clientWidth) {
    box.scrollLeft = (starts + column.width - box.clientWidth) * way;
  }
}

/** Copy and paste as the browser tells them while the grid has the focus. */
function useClipboard<T extends object>(
  table: RefObject<HTMLTableElement | null>,
  marked: () => CellRange,
  { onCopy, onPaste }: Pick<GridProps<T>, "onCopy" | "onPaste">,
): void {
  const known = useRef({ marked, onCopy, onPaste });
  known.current = { marked, onCopy, onPaste };
  useEffect(() => {
    const here = () => document.activeElement === table.current;
    const copy = (event: ClipboardEvent) => {
      if (here()) known.current.onCopy(known.current.marked(), event);
    };
    const paste = (event: ClipboardEvent) => {
      const text = event.clipboardData?.getData("text/plain") ?? "";
      if (!here() || text === "") return;
      event.preventDefault();
      known.current.onPaste(known.current.marked(), text);
    };
    document.addEventListener("copy", copy);
    document.addEventListener("paste", paste);
    return () => {
      document.removeEventListener("copy", copy);
      document.removeEventListener("paste", paste);
    };
  }, [table]);
}
