/** What a paste or a change of many would do: each value as it is and as it would be, and what is refused and why. */
import { Button, Modal, Progress } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import type { ListColumn } from "#base/kernel";
import { counted, Failed, formatDay, formatMoney, formatRate } from "#base/ui";
import type { CellsChanged } from "../contract.ts";
import type { ListRow } from "./list-spec.ts";
import type { CellChanges, CellEdit } from "./use-cell-changes.ts";

type RowResult = CellsChanged["rows"][number];
type CellText = RowResult["changed"][number]["before"];
const shownMax = 300;

export interface ChangesPreviewProps<T extends ListRow> {
  readonly title: string;
  /** "opportunity", "opportunities". */
  readonly one: string;
  readonly many: string;
  readonly edits: readonly CellEdit<T>[];
  readonly columns: readonly ListColumn[];
  readonly nameOf: (row: T) => string;
  readonly changes: CellChanges<T>;
  /** What was left out before anything was tried: lines beyond the list, columns beyond the last. */
  readonly note?: string | null;
  readonly onClose: () => void;
}

export function ChangesPreview<T extends ListRow>(props: ChangesPreviewProps<T>) {
  const { edits, changes, onClose } = props;
  const [results, setResults] = useState<readonly RowResult[] | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const [done, setDone] = useState<{ at: number; of: number } | null>(null);
  const trying = useRef(changes.preview);
  trying.current = changes.preview;
  useEffect(() => {
    let left = false;
    setResults(null);
    const told = (at: number, of: number) => left || setDone({ at, of });
    trying.current(edits, told).then(
      (found) => left || setResults(found),
      (problem) => left || setFailure(problem),
    );
    return () => {
      left = true;
    };
  }, [edits]);
  const changed = results?.reduce((sum, row) => sum + row.changed.length, 0) ?? 0;
  const keep = async () => {
    const fitting = fittingEdits(edits, results ?? []);
    setDone({ at: 0, of: fitting.length });
    onClose();
    await changes.keep(fitting);
  };
  return (
    <Modal opened onClose={onClose} title={props.title} size="xl" centered>
      {failure ? (
        <Failed failure={failure} />
      ) : results === null ? (
        <div className="qd-preview-wait" role="status">
          <p className="qd-dim">Trying it out; nothing is changed yet.</p>
          <Progress value={done ? (done.at / Math.max(1, done.of)) * 100 : 0} aria-label="Tried" />
        </div>
      ) : (
        <>
          <Summary {...props} results={results} changed={changed} />
          <PreviewTable {...props} results={results} />
        </>
      )}
      <div className="qd-preview-ways">
        <Button variant="default" size="xs" onClick={onClose}>
          Leave everything as it is
        </Button>
        <Button size="xs" data-autofocus disabled={changed === 0} onClick={() => void keep()}>
          {changed === 0 ? "Nothing to change" : `Change ${counted(changed, "value")}`}
        </Button>
      </div>
    </Modal>
  );
}

/** The edits that would change something; what is refused or stays the same is not sent again. */
function fittingEdits<T extends ListRow>(
  edits: readonly CellEdit<T>[],
  results: readonly RowResult[],
): CellEdit<T>[] {
  const fitting = new Set(
    results.flatMap(({ id, changed }) => changed.map(({ column }) => `${id} ${column}`)),
  );
  return edits.filter(({ row, column }) => fitting.has(`${row.id} ${column}`));
}

function Summary<T extends ListRow>(
  props: ChangesPreviewProps<T> & { results: readonly RowResult[]; changed: number },
) {
  const { results, changed, edits, one, many, note } = props;
  const rows = results.filter((row) => row.changed.length > 0).length;
  const refused = results.reduce((sum, { refusals }) => sum + refusals.length, 0);
  const same = edits.length - changed - refused;
  return (
    <p className="qd-preview-summary">
      <strong>{counted(changed, "value")}</strong> of {counted(rows, one, many)} would change
      {same > 0 ? `, ${counted(same, "value")} ${same === 1 ? "is" : "are"} so already` : ""}
      {refused > 0 ? (
        <>
          , <strong className="qd-down">{counted(refused, "value")} cannot be changed</strong>
        </>
      ) : null}
      .{note ? ` ${note}` : ""}
    </p>
  );
}

/** A value as the list shows it. */
function inWords(cell: CellText, column: ListColumn | undefined): string {
  if (cell === null) return "–";
  const [amount = "", currency = ""] = cell.text.split(" ");
  switch (column?.kind) {
    case "money":
      return formatMoney(amount, currency);
    case "rate":
      return formatRate(Number(cell.text));
    case "day":
      return formatDay(cell.text);
    case "flag":
      return cell.text === "true" ? "Yes" : "No";
    case "choice":
      return column.options?.find((option) => option.value === cell.text)?.label ?? cell.label;
    default:
      return cell.label;
  }
}

function PreviewTable<T extends ListRow>(props: ChangesPreviewProps<T> & { results: readonly RowResult[] }) {
  const { results, edits, columns, nameOf } = props;
  const rowOf = (id: string) => edits.find(({ row }) => row.id === id)?.row;
  const columnOf = (id: string | null) => columns.find((column) => column.id === id);
  const lines = results.flatMap((result) => [
    ...result.refusals.map((one) => ({ id: result.id, column: one.column, refused: one.message })),
    ...result.changed.map((one) => ({ id: result.id, refused: null, ...one })),
  ]);
  // What is refused is what has to be read.
  const sorted = lines.toSorted((a, b) => Number(a.refused === null) - Number(b.refused === null));
  const name = (id: string) => {
    const row = rowOf(id);
    return row ? nameOf(row) : "";
  };
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled by keys
    <section className="qd-preview-scroll" tabIndex={0} aria-label="What would change">
      <table className="qd-table qd-preview-table">
        <thead>
          <tr>
            <th scope="col">{props.one.charAt(0).toUpperCase() + props.one.slice(1)}</th>
            <th scope="col">Column</th>
            <th scope="col">Now</th>
            <th scope="col">Would be</th>
          </tr>
        </thead>
        <tbody>
          {sorted.slice(0, shownMax).map((line) => (
            <tr key={`${line.id} ${line.column}`}>
              <td>{name(line.id)}</td>
              <td>{columnOf(line.column)?.label ?? line.column}</td>
              {line.refused === null && "before" in line ? (
                <>
                  <td className="qd-dim">{inWords(line.before, columnOf(line.column))}</td>
                  <td className="qd-strong">{inWords(line.after, columnOf(line.column))}</td>
                </>
              ) : (
                <td colSpan={2} className="qd-preview-refused">
                  {line.refused}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {sorted.length > shownMax ? (
        <p className="qd-quiet">And {counted(sorted.length - shownMax, "more value", "more values")}.</p>
      ) : null}
    </section>
  );
}
