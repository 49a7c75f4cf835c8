/** What a grid's columns add up to, over the whole list and not only over what is in sight. */
import type { ReactNode } from "react";
import { type GridColumn, stays } from "./grid-column.ts";

export function GridFoot<T>(props: {
  columns: readonly GridColumn<T>[];
  offsets: readonly (number | undefined)[];
  totals: Readonly<Record<string, ReactNode>>;
}) {
  return (
    <tfoot>
      <tr>
        <td className="qd-gutter" />
        {props.columns.map((column, at) => (
          <td
            key={column.id}
            className="qd-cell"
            data-align={column.align}
            data-pinned={column.pinned || undefined}
            style={stays(props.offsets[at])}
          >
            {props.totals[column.id]}
          </td>
        ))}
        <td className="qd-line-rest" aria-hidden />
      </tr>
    </tfoot>
  );
}
