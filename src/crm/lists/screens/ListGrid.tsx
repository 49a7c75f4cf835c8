/** The grid of a noun's records: walked through, chosen, changed, copied and pasted. */
import { useState } from "react";
import { formatCount, Grid, type Layout, lineHeight } from "#base/ui";
import { ChangeMany } from "./ChangeMany.tsx";
import { ChangesPreview } from "./ChangesPreview.tsx";
import { ChosenBar } from "./ChosenBar.tsx";
import { nameIn } from "./cell-value.ts";
import { figuresOf, groupLine } from "./group-lines.tsx";
import { headActions } from "./head-actions.ts";
import type { ListRow, ListSpec } from "./list-spec.ts";
import type { RecordListProps } from "./RecordList.tsx";
import { useCellChanges } from "./use-cell-changes.ts";
import { useChosenRows } from "./use-chosen-rows.ts";
import { useClipboard } from "./use-clipboard.ts";
import { useGridColumns } from "./use-grid-columns.tsx";
import type { ListState } from "./use-list.ts";
import { useRowsAt } from "./use-rows-at.ts";

export function ListGrid<T extends ListRow>(props: RecordListProps<T> & { height: number }) {
  const { spec, columns, state, list, opened, chosen } = props;
  const shown = useGridColumns(spec, columns, state.view.columns, opened);
  const grouped = columns.find(({ id }) => id === state.view.grouping?.column);
  const rowsAt = useRowsAt(spec, list);
  const changes = useCellChanges<T>(spec);
  const clipboard = useClipboard(list, columns, shown, rowsAt);
  const chosenRows = useChosenRows(list, chosen, rowsAt);
  const [changing, setChanging] = useState(false);
  const nameOf = (row: T) => nameIn(row, columns, spec);
  const less = (list.layout.beyond > 0 ? 40 : 0) + (chosen.count > 0 ? 38 : 0);
  const preview = { one: spec.one, many: spec.many.toLowerCase(), columns, nameOf, changes };
  return (
    <>
      <ChosenBar
        count={chosen.count}
        one={spec.one}
        many={spec.many}
        onChange={() => setChanging(true)}
        onCopy={() => void chosenRows.copy(shown)}
        onClear={() => chosen.setAll(false)}
      />
      <Grid
        label={spec.many}
        columns={shown}
        layout={list.layout}
        rowAt={list.rowAt}
        rowKey={(row) => row.id}
        groupAt={(at) => groupLine(list.outline?.groups?.[at], grouped, list.closed.has(at))}
        toggleGroup={list.toggleGroup}
        onSight={list.onSight}
        head={headActions(columns, state, props.onFilter)}
        totals={{
          ...figuresOf(list.outline?.sums ?? []),
          [shown[0]?.id ?? ""]: <Counted list={list} spec={spec} />,
        }}
        openKey={opened.id}
        openPlace={opened.id ? opened.place : null}
        onOpen={opened.open}
        isChosen={(row) => chosen.has(row.id)}
        chosenCount={chosen.count}
        allChosen={chosen.all && chosen.ids.size === 0}
        onChoose={chosenRows.choose}
        onChooseAll={chosen.setAll}
        onKeep={(row, column, text, label) => void changes.keep([{ row, column, text, label }])}
        pendingOf={(row) => changes.pendingOf(row)?.cells}
        onCopy={clipboard.copy}
        onPaste={(range, text) => void clipboard.paste(range, text)}
        height={Math.min(props.height - less, (list.layout.lines + 2) * lineHeight + 16)}
        older={list.older}
      />
      <Beyond layout={list.layout} />
      {clipboard.pasted ? (
        <ChangesPreview title="Paste" {...preview} {...clipboard.pasted} onClose={clipboard.leave} />
      ) : null}
      {changing ? (
        <ChangeMany
          {...preview}
          rows={chosenRows.fetch}
          count={chosen.count}
          onClose={() => setChanging(false)}
        />
      ) : null}
    </>
  );
}

/** Where a browser could not draw them all. */
function Beyond({ layout }: { layout: Layout }) {
  if (layout.beyond === 0) return null;
  return (
    <p className="qd-beyond" role="status">
      The list shows its first {formatCount(layout.lines)} lines. Filter it to see the other{" "}
      {formatCount(layout.beyond)}; totals and export have them all.
    </p>
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
