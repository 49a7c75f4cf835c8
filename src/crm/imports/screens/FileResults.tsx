/** What the import did with each file. */
import { type Column, Count, DataTable, Section } from "#base/ui";
import type { ImportOut } from "../contract.ts";
import { objectWord } from "./import-words.ts";

type FileResult = ImportOut["files"][number];

export function FileResults({ files }: { files: readonly FileResult[] }) {
  if (files.length === 0) return null;
  const number = (
    id: "rows" | "created" | "updated" | "unchanged" | "rejected",
    header: string,
    wideOnly = false,
  ): Column<FileResult> => ({
    id,
    header,
    align: "right",
    width: 104,
    wideOnly,
    value: (file) => file[id],
    cell: (file) => <Figure value={file[id]} bad={id === "rejected"} />,
    total: <Count count={files.reduce((sum, file) => sum + file[id], 0)} />,
  });
  const columns: Column<FileResult>[] = [
    {
      id: "file",
      header: "File",
      value: (file) => file.file,
      cell: (file) => <span className="qd-strong">{file.file}</span>,
      total: "All",
    },
    { id: "object", header: "Held", wideOnly: true, value: (file) => objectWord(file.object) },
    number("rows", "Rows"),
    number("created", "New", true),
    number("updated", "Changed", true),
    number("unchanged", "As before", true),
    number("rejected", "Refused"),
  ];
  return (
    <Section flush label="What became of each file">
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

function Figure({ value, bad }: { value: number; bad: boolean }) {
  if (value === 0) return <span className="qd-faint">0</span>;
  return (
    <span className={bad ? "qd-down" : undefined}>
      <Count count={value} />
    </span>
  );
}
