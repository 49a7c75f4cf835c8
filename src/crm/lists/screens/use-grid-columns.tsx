/** The columns of a list's view as the grid draws them. */
import { type RefObject, useMemo, useRef } from "react";
import { isFigure, type ListColumn, type ShownColumn } from "#base/kernel";
import { type GridColumn, useWorkspace } from "#base/ui";
import { CellEditor } from "./CellEditor.tsx";
import { plainText, valueIn } from "./cell-value.ts";
import { Cell } from "./cells.tsx";
import type { ListRow, ListSpec } from "./list-spec.ts";
import { RecordName } from "./RecordName.tsx";
import type { OpenRecord } from "./use-open-record.ts";

const widthByKind: Readonly<Record<ListColumn["kind"], number>> = {
  text: 200,
  word: 140,
  number: 110,
  money: 128,
  rate: 104,
  day: 118,
  moment: 158,
  choice: 120,
  reference: 170,
  flag: 90,
};

export function useGridColumns<T extends ListRow>(
  spec: ListSpec<T>,
  columns: readonly ListColumn[],
  shown: readonly ShownColumn[],
  opened: Pick<OpenRecord<T>, "open">,
): GridColumn<T>[] {
  const { timeZone } = useWorkspace();
  // Opening changes with every answer; the columns, and with them every line, do not.
  const opening = useRef(opened);
  opening.current = opened;
  return useMemo(
    () =>
      shown.flatMap((one) => {
        const column = columns.find(({ id }) => id === one.id);
        return column ? [gridColumn(spec, column, one, timeZone, opening)] : [];
      }),
    [spec, columns, shown, timeZone],
  );
}

/** An opportunity moves among the stages of its own pipeline. */
function pipelineOf(row: ListRow): string | undefined {
  const { pipeline } = row as { pipeline?: { id: string } };
  return pipeline?.id;
}

function gridColumn<T extends ListRow>(
  spec: ListSpec<T>,
  column: ListColumn,
  { width, pinned }: ShownColumn,
  timeZone: string,
  opening: RefObject<Pick<OpenRecord<T>, "open">>,
): GridColumn<T> {
  const names = column.id === spec.naming;
  const own = spec.cells?.[column.id];
  const right = isFigure(column) || column.kind === "day" || column.kind === "moment";
  return {
    id: column.id,
    header: column.label,
    align: right ? "right" : "left",
    width: width ?? spec.widths[column.id] ?? widthByKind[column.kind],
    pinned,
    grows: names && width === null,
    opens: names,
    editor: column.changes
      ? ({ row, keep, leave }) => (
          <CellEditor
            column={column}
            value={valueIn(row, column)}
            pipelineId={pipelineOf(row)}
            keep={keep}
            leave={leave}
          />
        )
      : undefined,
    text: (row) => plainText(valueIn(row, column), column, timeZone),
    cell: names
      ? (row, place) => (
          <RecordName
            href={spec.hrefOf(row.id)}
            name={String(valueIn(row, column) ?? "")}
            onOpen={() => opening.current.open(row, place)}
          />
        )
      : (own ?? ((row) => <Cell value={valueIn(row, column)} column={column} timeZone={timeZone} />)),
  };
}
