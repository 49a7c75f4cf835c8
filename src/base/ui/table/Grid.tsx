/**
 * A list of any length as a grid: only what is in sight is drawn, head and totals stay, and everything that a mouse does
 * a key does as well. The rows come from whoever has them, at any place, in any order. For the few rows that a page has
 * already there is the DataTable.
 */
import { Checkbox } from "@mantine/core";
import { useElementSize, useMergedRef } from "@mantine/hooks";
import { useVirtualizer } from "@tanstack/react-virtual";
import { type ReactNode, useEffect, useId, useMemo, useRef, useState } from "react";
import type { CellRange } from "./cell-cursor.ts";
import { GridBody } from "./GridBody.tsx";
import { GridFoot } from "./GridFoot.tsx";
import { GridHead, type HeadActions } from "./GridHead.tsx";
import { cellId, type GroupLine } from "./GridLine.tsx";
import { fitted, type GridColumn, gutterWidth, pinnedOffsets } from "./grid-column.ts";
import type { Layout } from "./layout.ts";
import { useCells } from "./use-cells.ts";
import { useGridKeys } from "./use-grid-keys.ts";

/** How high a line is, its edge included. */
export const lineHeight = 34;

export interface GridProps<T extends object> {
  readonly label: string;
  readonly columns: readonly GridColumn<T>[];
  readonly layout: Layout;
  readonly rowAt: (place: number) => T | undefined;
  readonly rowKey: (row: T) => string;
  readonly groupAt: (group: number) => GroupLine;
  readonly toggleGroup: (group: number) => void;
  /** Which lines are in sight. */
  readonly onSight: (first: number, last: number) => void;
  readonly head: HeadActions;
  /** What stands below a column: its sum. */
  readonly totals: Readonly<Record<string, ReactNode>>;
  /** The record that is open beside the grid, and the place to bring into sight. */
  readonly openKey: string | undefined;
  readonly openPlace: number | null;
  readonly onOpen: (row: T, place: number) => void;
  readonly isChosen: (row: T) => boolean;
  readonly chosenCount: number;
  readonly allChosen: boolean;
  /** Chooses or leaves the records of these lines. */
  readonly onChoose: (lines: readonly number[], on: boolean) => void;
  readonly onChooseAll: (on: boolean) => void;
  /** Keeps a changed value; null: none. */
  readonly onKeep: (row: T, column: string, value: string | null, label: string) => void;
  /** Values on their way to the server, by column, as they will look. */
  readonly pendingOf: (row: T) => ReadonlyMap<string, string> | undefined;
  readonly onCopy: (range: CellRange, event: ClipboardEvent) => void;
  readonly onPaste: (range: CellRange, text: string) => void;
  readonly height: number | string;
  /** Shown rows belong to an older question, the answer to the present one is on its way. */
  readonly older?: boolean;
}

export function Grid<T extends object>(props: GridProps<T>) {
  const gridId = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const table = useRef<HTMLTableElement>(null);
  const size = useElementSize<HTMLDivElement>();
  const scrollerRef = useMergedRef(scroller, size.ref);
  const { columns, offsets, resize } = useWidths(props, size.width);
  const { layout } = props;
  const page = Math.max(1, Math.floor((size.height || 600) / lineHeight) - 3);
  const cells = useCells({ lines: layout.lines, columns: columns.length, page });
  const virtual = useVirtualizer({
    count: layout.lines,
    getScrollElement: () => scroller.current,
    estimateSize: () => lineHeight,
    overscan: 10,
    // The head covers the first line's height, the foot the last's.
    scrollPaddingStart: lineHeight,
    scrollPaddingEnd: lineHeight,
    initialRect: { width: 800, height: 720 },
  });
  const keys = useGridKeys(props, { cells, columns, virtual, scroller, table, offsets });
  useSight(virtual.range?.startIndex ?? 0, virtual.range?.endIndex ?? 30, props.onSight);
  useFollowed(props.openPlace, layout, (line) => virtual.scrollToIndex(line));
  const { active } = cells.marked;
  const width = columns.reduce((sum, one) => sum + one.width, gutterWidth);
  return (
    <div
      className="qd-grid-scroll"
      ref={scrollerRef}
      style={{ height: props.height }}
      data-older={props.older || undefined}
    >
      {/* biome-ignore lint/a11y/useAriaPropsSupportedByRole: in a grid and a tree grid alike many lines can be chosen */}
      <table
        // A table whose cells are walked through is a grid; with groups that open and close it is a tree grid.
        role={layout.lineAt(0)?.kind === "group" ? "treegrid" : "grid"}
        ref={table}
        className="qd-grid"
        aria-label={props.label}
        aria-rowcount={layout.lines + 1}
        aria-colcount={columns.length + 1}
        aria-multiselectable
        aria-busy={props.older}
        aria-activedescendant={layout.lines > 0 ? cellId(gridId, active.line, active.column) : undefined}
        tabIndex={0}
        style={{ width }}
        onKeyDown={keys.onKeyDown}
      >
        <colgroup>
          <col style={{ width: gutterWidth }} />
          {columns.map((column) => (
            <col key={column.id} style={{ width: column.width }} />
          ))}
          <col />
        </colgroup>
        <GridHead
          columns={columns}
          offsets={offsets}
          actions={{ ...props.head, resize }}
          all={<AllBox {...props} />}
        />
        <GridBody {...props} {...{ gridId, columns, offsets, cells, virtual }} {...keys} />
        <GridFoot columns={columns} offsets={offsets} totals={props.totals} />
      </table>
    </div>
  );
}

/** The columns as wide as they are now: while an edge is dragged, in the end, and filling the room that is there. */
function useWidths<T extends object>({ columns: given, head }: GridProps<T>, available: number) {
  const [draft, setDraft] = useState<{ id: string; width: number } | null>(null);
  const columns = useMemo(() => {
    const drafted = given.map((one) => (one.id === draft?.id ? { ...one, width: draft.width } : one));
    return fitted(drafted, available);
  }, [given, available, draft]);
  const offsets = useMemo(() => pinnedOffsets(columns), [columns]);
  const resize: HeadActions["resize"] = (id, width, done) => {
    setDraft(done ? null : { id, width });
    if (done) head.resize(id, width, true);
  };
  return { columns, offsets, resize };
}

function AllBox<T extends object>({ allChosen, chosenCount, onChooseAll }: GridProps<T>) {
  return (
    <Checkbox
      size="xs"
      aria-label="Choose all"
      checked={allChosen}
      indeterminate={!allChosen && chosenCount > 0}
      onChange={(event) => onChooseAll(event.currentTarget.checked)}
    />
  );
}

function useSight(first: number, last: number, tell: (first: number, last: number) => void): void {
  useEffect(() => tell(first, last), [first, last, tell]);
}

/** Brings the line of a place into sight when another record is opened from beside the grid. */
function useFollowed(place: number | null, layout: Layout, show: (line: number) => void): void {
  const shown = useRef<number | null>(null);
  useEffect(() => {
    const line = place === null ? null : layout.indexOf(place);
    if (line !== null && shown.current !== place) show(line);
    shown.current = place;
  });
}
