/** Each file of the plan: what it is, and what becomes of each of its columns. */
import { counted, formatCount, headline } from "#base/ui";
import type { ImportPlanOut } from "../contract.ts";
import { objectWord } from "./import-words.ts";

type PlannedFile = ImportPlanOut["files"][number];
type PlannedColumn = PlannedFile["columns"][number];

export function PlanFiles({ plan }: { plan: ImportPlanOut }) {
  return plan.files.map((file) => (
    <details key={file.file} className="qd-plan-file" open={plan.files.length === 1}>
      <summary>
        <span className="qd-strong">{file.file}</span>
        <span>{objectWord(file.object)}</span>
        <span className="qd-dim qd-number">{counted(file.rows, "row")}</span>
        <span className="qd-faint">{told(file)}</span>
      </summary>
      <p className="qd-plan-reason">{file.reason}</p>
      {file.object === null ? null : <Columns file={file} />}
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

function Columns({ file }: { file: PlannedFile }) {
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
              <td className={column.use === "ignored" ? "qd-faint" : "qd-strong"}>{becomes(column)}</td>
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

function becomes(column: PlannedColumn): string {
  if (column.use === "ignored") return "left out";
  if (column.use === "custom") return `${column.customField?.label ?? column.column} (custom field)`;
  return column.stage ? `${headline(column.field ?? "")}: ${column.stage}` : headline(column.field ?? "");
}
