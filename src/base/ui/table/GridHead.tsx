/** The head of a grid: names, order, width and place of each column. Everything is in a column's menu as well. */
import { UnstyledButton } from "@mantine/core";
import { IconArrowDown, IconArrowUp } from "@tabler/icons-react";
import { type KeyboardEvent, type ReactNode, useState } from "react";
import type { SortBy } from "#base/kernel";
import { type GridColumn, stays } from "./grid-column.ts";
import { HeadMenu } from "./HeadMenu.tsx";
import { ResizeHandle } from "./ResizeHandle.tsx";

export interface HeadActions {
  readonly sorts: readonly SortBy[];
  /** Sorts by a column, or adds it to what the list is sorted by. */
  readonly sort: (column: string, desc: boolean, add: boolean) => void;
  readonly canSort: (column: string) => boolean;
  readonly resize: (column: string, width: number, done: boolean) => void;
  /** Puts a column in another's place. */
  readonly move: (column: string, to: string) => void;
  readonly pin: (column: string, pinned: boolean) => void;
  readonly hide: (column: string) => void;
  readonly filter: (column: string) => void;
  /** Groups by a column; undefined where it makes no groups. */
  readonly group: (column: string) => (() => void) | undefined;
}

export function GridHead<T>(props: {
  columns: readonly GridColumn<T>[];
  offsets: readonly (number | undefined)[];
  actions: HeadActions;
  all: ReactNode;
}) {
  const [dragged, setDragged] = useState<string | null>(null);
  const [over, setOver] = useState<string | null>(null);
  const { actions } = props;
  return (
    <thead>
      <tr aria-rowindex={1} onKeyDown={walk}>
        <th className="qd-gutter" scope="col">
          {props.all}
        </th>
        {props.columns.map((column, at) => {
          const place = actions.sorts.findIndex((sort) => sort.column === column.id);
          const sort = actions.sorts[place];
          return (
            <th
              key={column.id}
              scope="col"
              className="qd-head-cell"
              data-align={column.align}
              data-pinned={column.pinned || undefined}
              data-over={(over === column.id && dragged !== column.id) || undefined}
              style={stays(props.offsets[at])}
              aria-sort={sort ? (sort.desc ? "descending" : "ascending") : undefined}
              draggable
              onDragStart={(event) => {
                event.dataTransfer.effectAllowed = "move";
                event.dataTransfer.setData("text/plain", column.header);
                setDragged(column.id);
              }}
              onDragOver={(event) => {
                if (dragged === null) return;
                event.preventDefault();
                setOver(column.id);
              }}
              onDragEnd={() => {
                if (dragged && over && dragged !== over) actions.move(dragged, over);
                setDragged(null);
                setOver(null);
              }}
            >
              <HeadName
                column={column}
                {...{ sort, actions }}
                rank={actions.sorts.length > 1 ? place + 1 : 0}
                first={at === 0}
              />
              <HeadMenu column={column} columns={props.columns} actions={actions} />
              <ResizeHandle column={column} resize={actions.resize} />
            </th>
          );
        })}
        <th className="qd-line-rest" aria-hidden />
      </tr>
    </thead>
  );
}

/** The head is one stop for the Tab key; arrows go from one button to the next. */
function walk(event: KeyboardEvent<HTMLElement>) {
  const way = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
  if (way === 0) return;
  const buttons = [...event.currentTarget.querySelectorAll<HTMLElement>("button")];
  const next = buttons[buttons.indexOf(document.activeElement as HTMLElement) + way];
  if (!next) return;
  event.preventDefault();
  next.focus();
}

function HeadName<T>(props: {
  column: GridColumn<T>;
  sort: SortBy | undefined;
  rank: number;
  first: boolean;
  actions: HeadActions;
}) {
  const { column, sort, actions } = props;
  if (!actions.canSort(column.id)) return <span className="qd-head-name">{column.header}</span>;
  const firstDesc = column.align === "right";
  return (
    <UnstyledButton
      className="qd-head-name"
      tabIndex={props.first ? 0 : -1}
      title={`Sort by ${column.header.toLowerCase()}; with Shift, in addition`}
      onClick={(event) => actions.sort(column.id, sort ? !sort.desc : firstDesc, event.shiftKey)}
    >
      <span className="qd-truncate">{column.header}</span>
      {sort?.desc === true ? <IconArrowDown size={12} aria-hidden /> : null}
      {sort?.desc === false ? <IconArrowUp size={12} aria-hidden /> : null}
      {sort && props.rank > 0 ? <span className="qd-head-rank">{props.rank}</span> : null}
    </UnstyledButton>
  );
}
