/**
 * The table for rows that a page has already: what belongs to a record, a breakdown, a setting. Sorted in the browser,
 * virtual beyond a screenful, keyboard throughout, head and totals always in sight. A list of records of any length, that
 * is filtered, grouped, chosen from and changed in its cells, is a Grid (table/Grid.tsx).
 */
import {
  type ColumnDef,
  createSortedRowModel,
  rowSortingFeature,
  type SortingState,
  tableFeatures,
  useTable,
} from "@tanstack/react-table";
import { useMemo, useRef, useState } from "react";
import type { Column, Sort } from "./column.ts";
import { TableBody } from "./TableBody.tsx";
import { TableHead } from "./TableHead.tsx";

export interface DataTableProps<T> {
  /** What the table lists, for a screen reader. */
  readonly label: string;
  readonly columns: readonly Column<T>[];
  readonly rows: readonly T[];
  readonly rowKey: (row: T) => string;
  readonly onOpen?: ((row: T) => void) | undefined;
  /** The row that is open beside the table. */
  readonly openKey?: string | undefined;
  readonly sort?: Sort | undefined;
  /** When given, whoever supplies the rows sorts them. */
  readonly onSort?: ((sort: Sort) => void) | undefined;
  /** Called when the last rows come into sight. */
  readonly onEnd?: (() => void) | undefined;
  readonly maxHeight?: string;
  readonly minWidth?: number;
}

const features = tableFeatures({ rowSortingFeature, sortedRowModel: createSortedRowModel() });
type Features = typeof features;

const collator = new Intl.Collator("en", { numeric: true, sensitivity: "base" });
function compare(a: unknown, b: unknown): number {
  if (typeof a === "number" && typeof b === "number") return a - b;
  return collator.compare(String(a), String(b));
}

function definitions<T extends object>(columns: readonly Column<T>[]): ColumnDef<Features, T>[] {
  return columns.map((column) => ({
    id: column.id,
    header: column.header,
    accessorFn: (row: T) => column.value?.(row) ?? undefined,
    enableSorting: column.value !== undefined,
    sortDescFirst: column.align === "right",
    sortUndefined: "last" as const,
    sortFn: (a, b, id) => compare(a.getValue(id), b.getValue(id)),
  }));
}

/** Rows of anything in columns; see {@link Column}. Arrow keys move, Enter opens, a header's press sorts. */
export function DataTable<T extends object>(props: DataTableProps<T>) {
  const scroller = useRef<HTMLDivElement>(null);
  const [own, setOwn] = useState<SortingState>(props.sort ? [{ ...props.sort }] : []);
  const defs = useMemo(() => definitions(props.columns), [props.columns]);
  const data = useMemo(() => [...props.rows], [props.rows]);
  const { onSort } = props;
  const sorting = onSort ? (props.sort ? [{ ...props.sort }] : []) : own;
  const table = useTable({
    features,
    columns: defs,
    data,
    getRowId: props.rowKey,
    manualSorting: onSort !== undefined,
    enableSortingRemoval: false,
    state: { sorting },
    onSortingChange: (change) => {
      const next = typeof change === "function" ? change(sorting) : change;
      const first = next[0];
      if (!onSort) setOwn(next);
      else if (first) onSort({ id: first.id, desc: first.desc });
    },
  });
  const rows = table.getRowModel().rows;
  return (
    <div
      className="qd-table-scroll"
      ref={scroller}
      style={{ maxHeight: props.maxHeight ?? "min(64vh, 720px)" }}
    >
      <table className="qd-table" aria-rowcount={rows.length + 1} style={{ minWidth: props.minWidth }}>
        <caption className="qd-hidden">{props.label}</caption>
        <colgroup>
          {props.columns.map((column) => (
            <col key={column.id} style={{ width: column.width }} data-wide={column.wideOnly || undefined} />
          ))}
        </colgroup>
        <TableHead
          columns={props.columns}
          sort={sorting[0]}
          toggle={(id) => table.getColumn(id)?.toggleSorting(undefined, false)}
        />
        <TableBody
          columns={props.columns}
          rows={rows}
          scroller={scroller}
          onOpen={props.onOpen}
          openKey={props.openKey}
          onEnd={props.onEnd}
        />
        <Totals columns={props.columns} />
      </table>
    </div>
  );
}

function Totals<T>({ columns }: { columns: readonly Column<T>[] }) {
  if (!columns.some((column) => column.total !== undefined)) return null;
  return (
    <tfoot>
      <tr>
        {columns.map((column) => (
          <td key={column.id} data-align={column.align} data-wide={column.wideOnly || undefined}>
            {column.total}
          </td>
        ))}
      </tr>
    </tfoot>
  );
}
