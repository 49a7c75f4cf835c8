/** The rows of a table. Only those in sight are in the page; arrow keys walk through all of them. */
import { useVirtualizer } from "@tanstack/react-virtual";
import { type KeyboardEvent, type RefObject, useEffect, useState } from "react";
import type { Column } from "./column.ts";

const rowHeight = 34;

interface BodyProps<T> {
  columns: readonly Column<T>[];
  rows: readonly { readonly id: string; readonly original: T }[];
  scroller: RefObject<HTMLDivElement | null>;
  onOpen: ((row: T) => void) | undefined;
  openKey: string | undefined;
  onEnd: (() => void) | undefined;
}

export function TableBody<T>(props: BodyProps<T>) {
  const { rows, scroller } = props;
  const [current, setCurrent] = useState(0);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
    initialRect: { width: 800, height: 720 },
  });
  const shown = virtual.getVirtualItems();
  const first = shown[0];
  const last = shown.at(-1);
  const { onEnd } = props;
  const atEnd = last !== undefined && last.index >= rows.length - 10;
  useEffect(() => {
    if (atEnd) onEnd?.();
  }, [atEnd, onEnd]);

  function walk(event: KeyboardEvent<HTMLTableRowElement>, index: number) {
    const row = rows[index];
    if (event.key === "Enter" && event.target === event.currentTarget && row) props.onOpen?.(row.original);
    const steps: Record<string, number> = {
      ArrowDown: 1,
      ArrowUp: -1,
      PageDown: 12,
      PageUp: -12,
      Home: -1e9,
      End: 1e9,
    };
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const next = Math.max(0, Math.min(rows.length - 1, index + step));
    setCurrent(next);
    virtual.scrollToIndex(next);
    requestAnimationFrame(() => {
      scroller.current?.querySelector<HTMLElement>(`tr[data-index="${next}"]`)?.focus();
    });
  }

  return (
    <tbody>
      <Space height={first?.start ?? 0} />
      {shown.map(({ index }) => {
        const row = rows[index];
        if (!row) return null;
        return (
          <tr
            key={row.id}
            data-index={index}
            aria-rowindex={index + 2}
            aria-current={props.openKey === row.id ? "true" : undefined}
            data-opens={props.onOpen ? true : undefined}
            tabIndex={index === current || (index === first?.index && current < index) ? 0 : -1}
            onFocus={() => setCurrent(index)}
            onKeyDown={(event) => walk(event, index)}
            onClick={() => props.onOpen?.(row.original)}
          >
            <Cells columns={props.columns} row={row.original} />
          </tr>
        );
      })}
      <Space height={virtual.getTotalSize() - (last?.end ?? 0)} />
    </tbody>
  );
}

function Cells<T>({ columns, row }: { columns: readonly Column<T>[]; row: T }) {
  return columns.map((column) => (
    <td key={column.id} data-align={column.align} data-wide={column.wideOnly || undefined}>
      {column.cell ? column.cell(row) : (column.value?.(row) ?? <span className="qd-faint">–</span>)}
    </td>
  ));
}

/** Stands for the rows that are out of sight. */
function Space({ height }: { height: number }) {
  if (height <= 0) return null;
  return (
    <tr aria-hidden className="qd-space">
      <td style={{ height }} />
    </tr>
  );
}
