/**
 * The edge of a column's head: dragged, it makes the column wider or narrower; pressed twice, as wide as what is in sight.
 * The column's menu does the same by keys.
 */
import { type MouseEvent, type PointerEvent, useRef } from "react";
import { widthInSight } from "./fit-width.ts";
import { boundedWidth, type GridColumn } from "./grid-column.ts";

export function ResizeHandle<T>(props: {
  column: GridColumn<T>;
  /** The width while it is dragged, and in the end. */
  resize: (column: string, width: number, done: boolean) => void;
}) {
  const { column, resize } = props;
  const from = useRef<{ x: number; width: number; way: 1 | -1 } | null>(null);
  const widthAt = (event: PointerEvent) => {
    const start = from.current;
    return start ? boundedWidth(start.width + (event.clientX - start.x) * start.way) : null;
  };

  function begin(event: PointerEvent<HTMLElement>) {
    const cell = event.currentTarget.closest("th");
    if (!cell || event.button !== 0) return;
    event.preventDefault();
    event.stopPropagation();
    event.currentTarget.setPointerCapture(event.pointerId);
    const way = getComputedStyle(cell).direction === "rtl" ? -1 : 1;
    from.current = { x: event.clientX, width: cell.getBoundingClientRect().width, way };
  }
  function drag(event: PointerEvent<HTMLElement>, done: boolean) {
    const width = widthAt(event);
    if (done) from.current = null;
    if (width !== null) resize(column.id, width, done);
  }
  function fit(event: MouseEvent<HTMLElement>) {
    const width = widthInSight(event.currentTarget.closest("th"));
    if (width !== null) resize(column.id, width, true);
  }
  return (
    <span
      aria-hidden
      className="qd-resize"
      draggable={false}
      onPointerDown={begin}
      onPointerMove={(event) => drag(event, false)}
      onPointerUp={(event) => drag(event, true)}
      onDoubleClick={fit}
    />
  );
}
