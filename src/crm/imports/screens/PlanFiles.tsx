/** Each file of the plan: what it is, and what becomes of each of its columns. Both can be corrected. */

import { NativeSelect } from "@mantine/core";
import { counted, formatCount, headline } from "#base/ui";
import type { ImportOptionsIn, ImportPlanOut } from "../contract.ts";
import { objectWord, objectWords } from "./import-words.ts";
import { type Correct, correctedColumn, correctedObject } from "./plan-options.ts";

type PlannedFile = ImportPlanOut["files"][number];
type PlannedColumn = PlannedFile["columns"][number];

interface Planned {
  plan: ImportPlanOut;
  options: ImportOptionsIn;
  busy: boolean;
  onAnswer: Correct;
}

export function PlanFiles({ plan, options, busy, onAnswer }: Planned) {
  return plan.files.map((file) => (
    <details key={file.file} className="qd-plan-file" open={plan.files.length === 1}>
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
          disabled={busy}
          value={file.object ?? ""}
          onChange={(event) => onAnswer(correctedObject(options, file.file, event.currentTarget.value))}
          data={[...(file.object === null ? [{ value: "", label: "Not understood" }] : []), ...objectWords]}
        />
      </div>
      {file.object === null ? null : (
        <Columns
          file={file}
          busy={busy}
          onUse={(column, use) => onAnswer(correctedColumn(options, file.file, column, use))}
        />
      )}
    </details>
  ));
}

function told(file: PlannedFile): string {
  const count = (use: PlannedColumn["use"]) => file.columns.filter((column) => column.use === use).length;
  const parts = [`${formatCount(count("field"))} known`];
  if (count("custom") > 0) parts.push(`${formatCount(count("custom"))} custom`);
  if (count("ignored") > 0) parts.push(`${formatCount(count("ignored"))} left out`);
  return `columns: ${parts.join(", ")}`;
}

interface Shown {
  file: PlannedFile;
  busy: boolean;
  onUse: (column: string, use: string) => void;
}

function Columns({ file, busy, onUse }: Shown) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable from the keyboard
    <section className="qd-table-scroll" tabIndex={0} aria-label={`Columns of ${file.file}`}>
      <table className="qd-table qd-plain">
        <thead>
          <tr>
            <th scope="col">Column</th>
            <th scope="col">Becomes</th>
            <th scope="col" data-wide>
              For example
            </th>
            <th scope="col" data-wide>
              Because
            </th>
          </tr>
        </thead>
        <tbody>
          {file.columns.map((column) => (
            <tr key={column.column}>
              <td>{column.column}</td>
              <td>
                <NativeSelect
                  size="xs"
                  aria-label={`What ${column.column} becomes`}
                  disabled={busy}
                  value={column.use === "field" ? (column.field ?? "") : column.use}
                  onChange={(event) => onUse(column.column, event.currentTarget.value)}
                  data={usesOf(file, column)}
                />
              </td>
              <td className="qd-dim" data-wide>
                {column.examples.slice(0, 2).join(", ")}
              </td>
              <td className="qd-faint" data-wide>
                {column.reason}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** What a column can become: a field, a field of one's own with the type of its values, or nothing. */
function usesOf(file: PlannedFile, column: PlannedColumn): { value: string; label: string }[] {
  const type = column.customField === null ? "" : ` (${column.customField.type})`;
  const own = [
    { value: "custom", label: `Custom field${type}` },
    { value: "ignored", label: "Left out" },
  ];
  const fields = new Set([...(column.field === null ? [] : [column.field]), ...file.fields]);
  const label = (field: string) =>
    field === column.field && column.stage ? `${headline(field)}: ${column.stage}` : headline(field);
  return [...own, ...[...fields].map((field) => ({ value: field, label: label(field) }))];
}
