/** One line of a grid: a record with its cells, grey where it is still on its way, or a group with its count and sums. */
import { IconChevronDown, IconChevronRight } from "@tabler/icons-react";
import { memo, type ReactNode } from "react";
import { type GridColumn, stays } from "./grid-column.ts";

export interface GroupLine {
  readonly label: ReactNode;
  readonly count: number;
  readonly closed: boolean;
  /** What stands in a column: the group's sum. */
  readonly figures: Readonly<Record<string, ReactNode>>;
}

interface LineProps<T> {
  index: number;
  gridId: string;
  columns: readonly GridColumn<T>[];
  offsets: readonly (number | undefined)[];
  /** The column of the active cell in this line, or -1. */
  active: number;
  /** The first and last marked column in this line, or -1. */
  from: number;
  to: number;
}

interface RecordLineProps<T> extends LineProps<T> {
  row: T | undefined;
  place: number;
  chosen: boolean;
  open: boolean;
  /** Values on their way, by column. */
  pending: ReadonlyMap<string, string> | undefined;
  /** The editor where one is open in this line. */
  editor: ReactNode;
}

export const cellId = (gridId: string, line: number, column: number) => `${gridId}-${line}-${column}`;

function marksOf(at: number, { active, from, to }: Pick<LineProps<unknown>, "active" | "from" | "to">) {
  return {
    "data-active": at === active || undefined,
    "data-marked": (from >= 0 && at >= from && at <= to) || undefined,
  };
}

function RecordLineOf<T extends object>(props: RecordLineProps<T>) {
  const { row, index, columns, offsets, gridId } = props;
  return (
    <tr
      className="qd-line"
      data-line={index}
      aria-rowindex={index + 2}
      aria-selected={props.chosen}
      data-open={props.open || undefined}
      aria-busy={row === undefined || undefined}
    >
      <td className="qd-gutter">
        <span className="qd-line-number" aria-hidden>
          {props.place + 1}
        </span>
        {/* The browser's own box: one stands in every line, and lines come and go quickly. */}
        <input
          type="checkbox"
          className="qd-line-box"
          tabIndex={-1}
          checked={props.chosen}
          readOnly
          disabled={row === undefined}
          aria-label={`Choose line ${props.place + 1}`}
        />
      </td>
      {columns.map((column, at) => (
        <td
          key={column.id}
          id={cellId(gridId, index, at)}
          className="qd-cell"
          data-column={at}
          data-align={column.align}
          data-pinned={column.pinned || undefined}
          style={stays(offsets[at])}
          {...marksOf(at, props)}
        >
          {row === undefined ? (
            <span className="qd-cell-waiting" style={{ width: `${40 + ((index * 7 + at * 13) % 45)}%` }} />
          ) : props.editor && at === props.active ? (
            props.editor
          ) : props.pending?.has(column.id) ? (
            <span className="qd-pending">{props.pending.get(column.id)}</span>
          ) : (
            column.cell(row, props.place)
          )}
        </td>
      ))}
      <td className="qd-line-rest" aria-hidden />
    </tr>
  );
}
export const RecordLine = memo(RecordLineOf) as typeof RecordLineOf;

function GroupLineOf<T>(props: LineProps<T> & { group: GroupLine }) {
  const { group, index, columns, offsets, gridId } = props;
  const Chevron = group.closed ? IconChevronRight : IconChevronDown;
  return (
    <tr
      className="qd-line qd-group-line"
      data-line={index}
      aria-rowindex={index + 2}
      aria-expanded={!group.closed}
    >
      <td className="qd-gutter">
        <Chevron size={14} aria-hidden />
      </td>
      {columns.map((column, at) => (
        <td
          key={column.id}
          id={cellId(gridId, index, at)}
          className="qd-cell"
          data-column={at}
          data-align={at === 0 ? undefined : column.align}
          data-pinned={column.pinned || undefined}
          style={stays(offsets[at])}
          {...marksOf(at, props)}
        >
          {at === 0 ? (
            <span className="qd-group-name">
              {group.label}
              <span className="qd-group-count">{group.count.toLocaleString("en")}</span>
            </span>
          ) : (
            group.figures[column.id]
          )}
        </td>
      ))}
      <td className="qd-line-rest" aria-hidden />
    </tr>
  );
}
export const GroupLineRow = memo(GroupLineOf) as typeof GroupLineOf;
