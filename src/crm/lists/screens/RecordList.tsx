/** The grid of a noun's records, and what stands in its place while there is none. */
import { Button } from "@mantine/core";
import { useRef } from "react";
import { canGroup, type ListColumn, noFilter } from "#base/kernel";
import {
  Empty,
  Failed,
  type FilterFocus,
  formatCount,
  Grid,
  groupingBy,
  type HeadActions,
  Loading,
  movedColumn,
  pinnedColumn,
  Section,
  type ViewState,
} from "#base/ui";
import { figuresOf, groupLine } from "./group-lines.tsx";
import type { ListRow, ListSpec } from "./list-spec.ts";
import type { Choosing } from "./use-chosen.ts";
import { useGridColumns } from "./use-grid-columns.tsx";
import type { ListState } from "./use-list.ts";
import type { OpenRecord } from "./use-open-record.ts";
import { useRemainingHeight } from "./use-remaining-height.ts";

export interface RecordListProps<T extends ListRow> {
  readonly spec: ListSpec<T>;
  readonly columns: readonly ListColumn[];
  readonly state: ViewState;
  readonly list: ListState<T>;
  readonly opened: OpenRecord<T>;
  readonly chosen: Choosing;
  readonly onFilter: (focus: FilterFocus) => void;
}

export function RecordList<T extends ListRow>(props: RecordListProps<T>) {
  const { spec, list, state } = props;
  const place = useRef<HTMLDivElement>(null);
  const height = useRemainingHeight(place);
  const nothing = list.outline?.count === 0 && !list.older;
  return (
    <Section flush label={spec.many}>
      <div ref={place} className="qd-list-place">
        {list.error && list.layout.lines === 0 ? (
          <Failed failure={list.error} retry={list.retry} />
        ) : nothing ? (
          <NothingFound spec={spec} state={state} />
        ) : list.layout.lines === 0 ? (
          <Loading rows={Math.floor(height / 34)} />
        ) : (
          <Records {...props} height={height} />
        )}
      </div>
    </Section>
  );
}

function Records<T extends ListRow>(props: RecordListProps<T> & { height: number }) {
  const { spec, columns, state, list, opened, chosen, height } = props;
  const gridColumns = useGridColumns(spec, columns, state.view.columns, opened);
  const grouped = columns.find(({ id }) => id === state.view.grouping?.column);
  const beyond = list.layout.beyond;
  const idsOf = (lines: readonly number[]) =>
    lines.flatMap((at) => {
      const line = list.layout.lineAt(at);
      const row = line?.kind === "record" ? list.rowAt(line.place) : undefined;
      return row ? [row.id] : [];
    });
  return (
    <>
      <Grid
        label={spec.many}
        columns={gridColumns}
        layout={list.layout}
        rowAt={list.rowAt}
        rowKey={(row) => row.id}
        groupAt={(at) => {
          const group = list.outline?.groups?.[at];
          return group
            ? groupLine(group, grouped, list.closed.has(at))
            : { label: "", count: 0, closed: false, figures: {} };
        }}
        toggleGroup={list.toggleGroup}
        onSight={list.onSight}
        head={headActions(props)}
        totals={{
          ...figuresOf(list.outline?.sums ?? []),
          [gridColumns[0]?.id ?? ""]: <Counted list={list} spec={spec} />,
        }}
        openKey={opened.id}
        openPlace={opened.id ? opened.place : null}
        onOpen={opened.open}
        isChosen={(row) => chosen.has(row.id)}
        chosenCount={chosen.count}
        allChosen={chosen.all && chosen.ids.size === 0}
        onChoose={(lines, on) => chosen.set(idsOf(lines), on)}
        onChooseAll={chosen.setAll}
        onKeep={() => undefined}
        onCopy={() => undefined}
        onPaste={() => undefined}
        height={beyond > 0 ? height - 40 : height}
        older={list.older}
      />
      {beyond > 0 ? (
        <p className="qd-too-much" role="status">
          The list shows its first {formatCount(list.layout.lines)} lines. Filter it to see the other{" "}
          {formatCount(beyond)}; totals and export have them all.
        </p>
      ) : null}
    </>
  );
}

function Counted<T extends ListRow>({ list, spec }: { list: ListState<T>; spec: ListSpec<T> }) {
  const count = list.outline?.count;
  if (count === undefined) return <span className="qd-faint">counting …</span>;
  return (
    <span className="qd-number">
      {formatCount(count)} {count === 1 ? spec.one : spec.many.toLowerCase()}
    </span>
  );
}

function NothingFound<T extends ListRow>({ spec, state }: { spec: ListSpec<T>; state: ViewState }) {
  const { view, change } = state;
  if (view.filter.parts.length === 0 && view.search === "")
    return <Empty title={`No ${spec.many.toLowerCase()} yet`}>{spec.whenEmpty}</Empty>;
  return (
    <Empty
      title={`No ${spec.one} fits`}
      action={
        <Button variant="default" size="xs" onClick={() => change({ filter: noFilter, search: "" })}>
          Show all {spec.many.toLowerCase()}
        </Button>
      }
    >
      Nothing in the list answers this filter.
    </Empty>
  );
}

function headActions<T extends ListRow>(props: RecordListProps<T>): HeadActions {
  const { columns, state, onFilter } = props;
  const { view, change } = state;
  return {
    sorts: view.sorts,
    canSort: () => true,
    sort(column, desc, add) {
      const sort = { column, desc };
      if (!add) return change({ sorts: [sort] });
      const at = view.sorts.findIndex((one) => one.column === column);
      change({ sorts: at < 0 ? [...view.sorts, sort] : view.sorts.with(at, sort) });
    },
    resize: (id, width) =>
      change(
        { columns: view.columns.map((one) => (one.id === id ? { ...one, width } : one)) },
        { replace: true },
      ),
    move: (id, to) => change({ columns: movedColumn(view.columns, id, to) }, { replace: true }),
    pin: (id, pinned) => change({ columns: pinnedColumn(view.columns, id, pinned) }, { replace: true }),
    hide: (id) => change({ columns: view.columns.filter((one) => one.id !== id) }),
    filter: (id) => onFilter({ on: "new", column: id }),
    group(id) {
      const column = columns.find((one) => one.id === id);
      return column && canGroup(column) ? () => change({ grouping: groupingBy(column) }) : undefined;
    },
  };
}
