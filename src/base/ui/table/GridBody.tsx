/** The lines of a grid that are in sight; the others are only as high as they are many. */
import type { Virtualizer } from "@tanstack/react-virtual";
import { type MouseEvent, type PointerEvent, useCallback, useRef } from "react";
import type { Point } from "./cell-cursor.ts";
import { rangeOf } from "./cell-cursor.ts";
import { type GroupLine, GroupLineRow, RecordLine } from "./GridLine.tsx";
import type { EditorProps, GridColumn } from "./grid-column.ts";
import type { Layout } from "./layout.ts";
import type { Cells } from "./use-cells.ts";

export interface BodyProps<T extends object> {
  readonly gridId: string;
  readonly columns: readonly GridColumn<T>[];
  readonly offsets: readonly (number | undefined)[];
  readonly layout: Layout;
  readonly rowAt: (place: number) => T | undefined;
  readonly rowKey: (row: T) => string;
  readonly groupAt: (group: number) => GroupLine;
  readonly isChosen: (row: T) => boolean;
  readonly openKey: string | undefined;
  readonly cells: Cells;
  readonly virtual: Virtualizer<HTMLDivElement, Element>;
  readonly keep: EditorProps<T>["keep"];
  readonly leave: EditorProps<T>["leave"];
  readonly pendingOf: (row: T) => ReadonlyMap<string, string> | undefined;
  /** Opens or changes what stands at a cell. */
  readonly enter: (at: Point) => void;
  readonly choose: (line: number, through: boolean) => void;
  readonly toggleGroup: (group: number) => void;
}

export function GridBody<T extends object>(props: BodyProps<T>) {
  const { virtual, cells, columns, layout } = props;
  const shown = virtual.getVirtualItems();
  const range = rangeOf(cells.marked);
  const many = range.top !== range.bottom || range.left !== range.right;
  const pointer = usePointer(props);
  const before = shown[0]?.start ?? 0;
  const after = virtual.getTotalSize() - (shown.at(-1)?.end ?? 0);
  return (
    <tbody {...pointer}>
      <Space height={before} span={columns.length + 2} />
      {shown.map(({ index }) => {
        const line = layout.lineAt(index);
        if (line === undefined) return null;
        const marked = many && index >= range.top && index <= range.bottom;
        const shared = {
          index,
          gridId: props.gridId,
          columns,
          offsets: props.offsets,
          active: cells.marked.active.line === index ? cells.marked.active.column : -1,
          from: marked ? range.left : -1,
          to: marked ? range.right : -1,
        };
        if (line.kind === "group") {
          return <GroupLineRow key={`group ${line.group}`} {...shared} group={props.groupAt(line.group)} />;
        }
        const row = props.rowAt(line.place);
        const key = row === undefined ? undefined : props.rowKey(row);
        const editing = cells.editing && shared.active >= 0 && row !== undefined;
        return (
          <RecordLine
            key={line.place}
            {...shared}
            row={row}
            place={line.place}
            chosen={row !== undefined && props.isChosen(row)}
            pending={row === undefined ? undefined : props.pendingOf(row)}
            open={key !== undefined && key === props.openKey}
            editor={editing ? editorOf(columns[shared.active], row, props) : null}
          />
        );
      })}
      <Space height={after} span={columns.length + 2} />
    </tbody>
  );
}

function editorOf<T extends object>(column: GridColumn<T> | undefined, row: T, props: BodyProps<T>) {
  if (!column?.editor) return null;
  const Editor = column.editor;
  return (
    <span className="qd-cell-editor">
      <Editor row={row} keep={props.keep} leave={props.leave} />
    </span>
  );
}

/** The line and column that an event happened in; a column of -1 is the gutter. */
function pointOf(target: EventTarget): Point | null {
  if (!(target instanceof Element)) return null;
  const cell = target.closest("td");
  const line = cell?.closest("tr")?.dataset.line;
  if (!cell || line === undefined) return null;
  return { line: Number(line), column: Number(cell.dataset.column ?? -1) };
}

function usePointer<T extends object>(props: BodyProps<T>) {
  const { cells, layout } = props;
  const dragging = useRef(false);
  const inEditor = (target: EventTarget) =>
    target instanceof Element && target.closest(".qd-cell-editor") !== null;
  const onPointerDown = (event: PointerEvent) => {
    const at = pointOf(event.target);
    if (!at || event.button !== 0 || inEditor(event.target)) return;
    if (at.column < 0) return;
    if (event.shiftKey) cells.extend(at);
    else cells.stand(at);
    dragging.current = event.pointerType === "mouse";
  };
  const onPointerOver = (event: PointerEvent) => {
    if (!dragging.current) return;
    if ((event.buttons & 1) === 0) {
      dragging.current = false;
      return;
    }
    const at = pointOf(event.target);
    if (at && at.column >= 0) cells.extend(at);
  };
  const onPointerUp = useCallback(() => {
    dragging.current = false;
  }, []);
  const onClick = (event: MouseEvent) => {
    const at = pointOf(event.target);
    if (!at || inEditor(event.target)) return;
    const line = layout.lineAt(at.line);
    if (line?.kind === "group") props.toggleGroup(line.group);
    else if (at.column < 0) props.choose(at.line, event.shiftKey);
    // A finger has no second press: it opens at once.
    else if ((event.nativeEvent as globalThis.PointerEvent).pointerType === "touch") props.enter(at);
  };
  const onDoubleClick = (event: MouseEvent) => {
    const at = pointOf(event.target);
    if (at && at.column >= 0 && !inEditor(event.target)) props.enter(at);
  };
  return { onPointerDown, onPointerOver, onPointerUp, onClick, onDoubleClick };
}

/** Stands for the lines that are out of sight. */
function Space({ height, span }: { height: number; span: number }) {
  if (height <= 0) return null;
  return (
    <tr aria-hidden className="qd-space">
      <td colSpan={span} style={{ height }} />
    </tr>
  );
}
