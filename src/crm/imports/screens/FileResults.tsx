/** What the import did with each file; of what was understood, the rows add up. */
import { type Column, Count, counted, DataTable, formatCount, Section } from "#base/ui";
import type { ImportOut } from "../contract.ts";
import { objectWord } from "./import-words.ts";

type FileResult = ImportOut["files"][number];
type Kind = "rows" | "created" | "updated" | "unchanged" | "duplicate" | "rejected";

const sumOf = (files: readonly FileResult[], kind: Kind): number =>
  files.reduce((sum, file) => sum + (file.object === null ? 0 : file[kind]), 0);

export function FileResults({
  files,
  isRunning = false,
}: {
  files: readonly FileResult[];
  isRunning?: boolean;
}) {
  if (files.length === 0) return null;
  const number = (id: Kind, header: string, wideOnly = false): Column<FileResult> => ({
    id,
    header,
    align: "right",
    width: 92,
    wideOnly,
    value: (file) => (file.object === null ? null : file[id]),
    cell: (file) =>
      file.object === null ? (
        <span className="qd-faint">–</span>
      ) : (
        <Figure value={file[id]} bad={id === "rejected"} />
      ),
    total: <Count count={sumOf(files, id)} />,
  });
  const columns: Column<FileResult>[] = [
    {
      id: "file",
      header: "File",
      value: (file) => file.file,
      cell: (file) => <span className="qd-strong">{file.file}</span>,
      total: "All that was understood",
    },
    { id: "object", header: "Held", wideOnly: true, value: (file) => objectWord(file.object) },
    number("rows", "Rows"),
    number("created", "New", true),
    number("updated", "Changed", true),
    number("unchanged", "As before", true),
    number("duplicate", "Twice", true),
    number("rejected", "Refused"),
  ];
  return (
    <Section flush title="What became of each row">
      {isRunning ? null : <p className="qd-sum-line">{sumText(files)}</p>}
      <DataTable
        label="What became of each file"
        columns={columns}
        rows={files}
        rowKey={(file) => file.file}
        maxHeight="420px"
      />
    </Section>
  );
}

/** "8,800 rows = 8,700 new + 20 changed + 30 as before + 50 refused", so that everybody can add it up. */
function sumText(files: readonly FileResult[]): string {
  const of = (kind: Kind) => sumOf(files, kind);
  const parts = [
    `${formatCount(of("created"))} new`,
    `${formatCount(of("updated"))} changed`,
    `${formatCount(of("unchanged"))} as before`,
    ...(of("duplicate") > 0 ? [`${formatCount(of("duplicate"))} twice in the files`] : []),
    `${formatCount(of("rejected"))} refused`,
  ];
  const told = (["created", "updated", "unchanged", "duplicate", "rejected"] as const).reduce(
    (sum, kind) => sum + of(kind),
    0,
  );
  const left = of("rows") - told;
  if (left > 0) parts.push(`${formatCount(left)} not reached`);
  return `${counted(of("rows"), "row")} = ${parts.join(" + ")}`;
}

function Figure({ value, bad }: { value: number; bad: boolean }) {
  if (value === 0) return <span className="qd-faint">0</span>;
  return (
    <span className={bad ? "qd-down" : undefined}>
      <Count count={value} />
    </span>
  );
}
