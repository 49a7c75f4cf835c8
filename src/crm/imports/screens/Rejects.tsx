/** The rows that an import refused: listed with their reasons, and as files to be corrected and dropped again. */

import { Button } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import { useState } from "react";
import { Answer, type Column, counted, DataTable, Failed, Section, useAskPages } from "#base/ui";
import { getImportRejects, type ImportOut } from "../contract.ts";
import { useDownload } from "./download.ts";

type Reject = ImportOut["rejects"]["sample"][number];
const columns: Column<Reject>[] = [
  { id: "file", header: "File", width: 200, wideOnly: true, value: (one) => one.file },
  { id: "line", header: "Line", align: "right", width: 76, value: (one) => one.line },
  { id: "field", header: "Column", width: 150, wideOnly: true, value: (one) => one.field },
  { id: "value", header: "Value", width: 170, wideOnly: true, value: (one) => one.value },
  { id: "reason", header: "Why", value: (one) => one.reason },
];

const keyOf = (one: Reject): string => `${one.file} ${one.line} ${one.field}`;

export function Rejects({ run }: { run: Pick<ImportOut, "id" | "rejects"> }) {
  const { id, rejects } = run;
  const rows = rejects.files.reduce((sum, one) => sum + one.rows, 0);
  const found = useAskPages(
    getImportRejects,
    (at: number | undefined) => ({ params: { id }, query: { limit: 500, ...(at ? { offset: at } : {}) } }),
    (page) => page.nextOffset,
  );
  const [open, setOpen] = useState<Reject | null>(null);
  if (rows === 0) return null;
  return (
    <Section flush title={`${counted(rows, "row")} refused`} side={<AllOfThem run={run} />}>
      <p className="qd-sum-line">
        Download them, correct what the last column names, save, and drop the file on this page: only what was
        corrected is imported.
      </p>
      <OfEachFile run={run} />
      {open === null ? null : (
        <p className="qd-sum-line qd-reject-open" role="status">
          <strong>
            {open.file}, line {open.line}
          </strong>
          , {open.field}: “{open.value}”. {open.reason}
        </p>
      )}
      <Answer of={found}>
        {(data) => (
          <DataTable
            label="Refused rows"
            columns={columns}
            rows={data.pages.flatMap((page) => page.items)}
            rowKey={keyOf}
            openKey={open === null ? undefined : keyOf(open)}
            onOpen={(one) => setOpen(open !== null && keyOf(open) === keyOf(one) ? null : one)}
            onEnd={() => found.hasNextPage && !found.isFetchingNextPage && void found.fetchNextPage()}
          />
        )}
      </Answer>
    </Section>
  );
}

function AllOfThem({ run: { id, rejects } }: { run: Pick<ImportOut, "id" | "rejects"> }) {
  const { download, coming, failure } = useDownload();
  const [only, ...others] = rejects.files;
  if (only === undefined) return null;
  const isOne = others.length === 0 && only.parts === 1;
  const url = isOne ? partUrl(id, only.file, 1) : `/api/imports/${id}/rejects.zip`;
  return (
    <div className="qd-import-go">
      {failure ? <Failed failure={failure} /> : null}
      <Button
        size="xs"
        variant="default"
        leftSection={<IconDownload size={14} aria-hidden />}
        loading={coming !== null}
        onClick={() => void download(url)}
      >
        {isOne ? "Download them" : "Download all of them"}
      </Button>
    </div>
  );
}

const partUrl = (id: string, file: string, part: number): string =>
  `/api/imports/${id}/rejects.csv?${new URLSearchParams({ file, part: String(part) })}`;

/** A way to the refused rows of each single file, in parts where they are many. */
function OfEachFile({ run: { id, rejects } }: { run: Pick<ImportOut, "id" | "rejects"> }) {
  const { download, coming, failure } = useDownload();
  if (rejects.files.length === 1 && rejects.files[0]?.parts === 1) return null;
  return (
    <div className="qd-reject-files">
      {rejects.files.flatMap(({ file, rows, parts }) =>
        Array.from({ length: parts }, (_, at) => {
          const url = partUrl(id, file, at + 1);
          const name = parts === 1 ? file : `${file}, part ${at + 1} of ${parts}`;
          return (
            <Button
              key={url}
              size="compact-xs"
              variant="subtle"
              leftSection={<IconDownload size={13} aria-hidden />}
              loading={coming === url}
              onClick={() => void download(url)}
            >
              {at === 0 ? `${name}: ${counted(rows, "row")}` : name}
            </Button>
          );
        }),
      )}
      {failure ? <Failed failure={failure} /> : null}
    </div>
  );
}
