/** The head of a table: names of the columns, which of them sorts and which way. */
import { IconArrowDown, IconArrowUp } from "@tabler/icons-react";
import type { Column, Sort } from "./column.ts";

export function TableHead<T>(props: {
  columns: readonly Column<T>[];
  sort: Sort | undefined;
  toggle: (id: string) => void;
}) {
  return (
    <thead>
      <tr>
        {props.columns.map((column) => {
          const way =
            props.sort?.id === column.id ? (props.sort.desc ? "descending" : "ascending") : undefined;
          return (
            <th
              key={column.id}
              scope="col"
              data-align={column.align}
              data-wide={column.wideOnly || undefined}
              aria-sort={column.value ? (way ?? "none") : undefined}
            >
              {column.value ? (
                <button type="button" className="qd-sort" onClick={() => props.toggle(column.id)}>
                  {column.header}
                  {way === "descending" ? <IconArrowDown size={12} aria-hidden /> : null}
                  {way === "ascending" ? <IconArrowUp size={12} aria-hidden /> : null}
                </button>
              ) : (
                column.header
              )}
            </th>
          );
        })}
      </tr>
    </thead>
  );
}
