/** Each file of the plan: what it is, and what becomes of each of its columns. Both can be corrected. */

import { NativeSelect } from "@mantine/core";
import { counted, formatCount, headline } from "#base/ui";
import type { ImportOptionsIn, ImportPlanOut } from "../contract.ts";
import { objectWord, objectWords } from "./import-words.ts";
import { PlanLines } from "./PlanLines.tsx";
import {
  type Correct,
  correctedColumn,
  correctedObject,
  correctedType,
  type FieldType,
  saidOfColumn,
} from "./plan-options.ts";

type PlannedFile = ImportPlanOut["files"][number];
type PlannedColumn = PlannedFile["columns"][number];

interface Planned {
  plan: ImportPlanOut;
  options: ImportOptionsIn;
  /** Without it the plan can only be read. */
  onAnswer?: Correct | undefined;
}

export function PlanFiles({ plan, options, onAnswer }: Planned) {
  return plan.files.map((file) => (
    <details
      key={file.file}
      className="qd-plan-file"
      open={
        onAnswer !== undefined && (plan.files.length === 1 || (file.object === null && plan.files.length < 8))
      }
    >
      <summary>
        <span className="qd-strong">{file.file}</span>
        <span>{objectWord(file.object)}</span>
        <span className="qd-dim qd-number">{counted(file.rows, "row")}</span>
        <span className="qd-faint">{told(file)}</span>
      </summary>
      <div className="qd-plan-reason">
        <span>{file.reason}</span>
        <NativeSelect
          size="xs"
          label={`What the rows of ${file.file} are`}
          disabled={onAnswer === undefined || file.header.length === 0}
          value={options.mapping?.files?.[file.file]?.object ?? file.object ?? ""}
          onChange={(event) => onAnswer?.(correctedObject(options, file.file, event.currentTarget.value))}
          data={[
            ...(file.object === null ? [{ value: "", label: "Not understood" }] : []),
            ...objectWords,
            ...plan.kinds.map(({ object, title }) => ({ value: object, label: title })),
          ]}
        />
      </div>
      <PlanLines file={file} options={options} onAnswer={onAnswer} />
      {file.object === null ? (
        <p className="qd-plan-header">
          {file.header.length === 0 ? "" : `Its columns: ${file.header.join(", ")}.`}
        </p>
      ) : (
        <Columns file={file} options={options} onAnswer={onAnswer} />
      )}
    </details>
  ));
}

function told(file: PlannedFile): string {
  if (file.object === null) return "left out";
  const count = (use: PlannedColumn["use"]) => file.columns.filter((column) => column.use === use).length;
  const parts = [`${formatCount(count("field"))} known`];
  if (count("custom") > 0) parts.push(`${formatCount(count("custom"))} custom`);
  if (count("ignored") > 0) parts.push(`${formatCount(count("ignored"))} left out`);
  return `columns: ${parts.join(", ")}`;
}

interface Shown {
  file: PlannedFile;
  options: ImportOptionsIn;
  onAnswer: Correct | undefined;
}

function Columns({ file, options, onAnswer }: Shown) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable from the keyboard
    <section className="qd-table-scroll" tabIndex={0} aria-label={`Columns of ${file.file}`}>
      <table className="qd-table qd-plain qd-plan-columns">
        <thead>
          <tr>
            <th scope="col">Column, with examples</th>
            <th scope="col">Becomes</th>
            <th scope="col" data-wide>
              Because
            </th>
          </tr>
        </thead>
        <tbody>
          {file.columns.map((column) => (
            <tr key={column.column}>
              <td>
                <span className="qd-strong">{column.column}</span>{" "}
                <span className="qd-faint">{filledText(file, column)}</span>
                <span className="qd-plan-example" title={column.examples.join(" · ")}>
                  {column.examples.length > 0 ? column.examples.slice(0, 3).join(" · ") : "empty"}
                </span>
                <span className="qd-plan-narrow qd-faint">{reasonText(column)}</span>
              </td>
              <td>
                <Becomes file={file} column={column} options={options} onAnswer={onAnswer} />
              </td>
              <td className="qd-faint qd-plan-because" data-wide>
                {reasonText(column)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** How full a column is, where that is worth a word. */
function filledText(file: PlannedFile, { filled, different }: PlannedColumn): string {
  if (filled === null || filled === 0) return "";
  const parts: string[] = [];
  if (filled < file.rows) parts.push(`in ${formatCount(filled)} of ${counted(file.rows, "row")}`);
  if (different !== null && different < filled) parts.push(`${formatCount(different)} different`);
  return parts.join(", ");
}

/** Why a column becomes what it does; a field that is named in it, in words. */
const reasonText = ({ reason, field }: PlannedColumn): string =>
  field === null ? reason : reason.replace(` means ${field}.`, ` means “${fieldWord(field)}”.`);

function Becomes({ file, column, options, onAnswer }: Shown & { column: PlannedColumn }) {
  const said = saidOfColumn(options, file.file, column.column);
  const use = said.use ?? (column.use === "field" ? (column.field ?? "") : column.use);
  const type = said.type ?? column.customField?.type ?? "text";
  const isBusy = onAnswer === undefined;
  return (
    <div className="qd-plan-becomes">
      <NativeSelect
        size="xs"
        aria-label={`What ${column.column} becomes`}
        disabled={isBusy}
        value={use}
        onChange={(event) =>
          onAnswer?.(correctedColumn(options, file.file, column.column, event.currentTarget.value))
        }
        data={usesOf(file, column)}
      />
      {use === "custom" ? (
        <NativeSelect
          size="xs"
          aria-label={`Type of the custom field for ${column.column}`}
          disabled={isBusy}
          value={type}
          onChange={(event) =>
            onAnswer?.(
              correctedType(options, file.file, column.column, event.currentTarget.value as FieldType),
            )
          }
          data={types}
        />
      ) : null}
      {column.misfits > 0 ? (
        <span className="qd-down">
          {counted(column.misfits, "value")} would not fit: those rows would be refused
        </span>
      ) : null}
    </div>
  );
}

const types: { value: FieldType; label: string }[] = [
  { value: "text", label: "Text" },
  { value: "number", label: "Number" },
  { value: "date", label: "Date" },
  { value: "boolean", label: "Yes or no" },
  { value: "choice", label: "Choice" },
];

/** What a column can become: a field, a field of one's own, or nothing. */
function usesOf(file: PlannedFile, column: PlannedColumn): { value: string; label: string }[] {
  const own = [
    { value: "custom", label: "Custom field" },
    { value: "ignored", label: "Left out" },
  ];
  const fields = new Set([...(column.field === null ? [] : [column.field]), ...file.fields]);
  const label = (field: string) =>
    field === column.field && column.stage ? `${fieldWord(field)}: ${column.stage}` : fieldWord(field);
  return [...own, ...[...fields].map((field) => ({ value: field, label: label(field) }))];
}

/** "createdAt" → "Created at". */
const fieldWord = (field: string): string =>
  headline(field.replace(/([a-z])([A-Z])/g, "$1 $2").toLowerCase());
