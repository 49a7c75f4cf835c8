/** What came of an import that ended, and what it refused. */

import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import {
  Answer,
  type Column,
  counted,
  DataTable,
  formatInstant,
  Section,
  useAskPages,
  useDo,
  useWorkspace,
} from "#base/ui";
import { getImportRejects, type ImportOut, startImport } from "../contract.ts";
import { FileResults } from "./FileResults.tsx";
import { objectWord, sourceWord } from "./import-words.ts";
import { UndoImport } from "./UndoImport.tsx";

export function RunResults({ run }: { run: ImportOut }) {
  const { timeZone } = useWorkspace();
  const start = useDo(startImport);
  const written = run.files.reduce((sum, file) => sum + file.created + file.updated, 0);
  const titles = { done: "Imported", failed: "The import broke off", cancelled: "The import was stopped" };
  return (
    <>
      <Section
        title={`${run.undo?.state === "done" ? "Taken back" : (titles[run.state as keyof typeof titles] ?? "Import")}: ${run.label}`}
        side={
          run.state === "done" || run.undo ? (
            <Link to={"/pipeline" as "/"} className="qd-link">
              See the pipeline
            </Link>
          ) : (
            <Button
              size="xs"
              loading={start.isPending}
              onClick={() => start.mutate({ params: { id: run.id }, body: undefined })}
            >
              Go on with it
            </Button>
          )
        }
      >
        <p className="qd-import-sum" role="status">
          {counted(written, "record")} new or changed from {sourceWord(run.source)}, by {run.requestedBy},{" "}
          {formatInstant(run.finishedAt ?? run.startedAt, timeZone)}.
          {run.problem ? <strong className="qd-down"> {run.problem}</strong> : null}
        </p>
        <Sentences
          texts={[...run.warnings, ...run.notUnderstood.map((one) => `${one.file}: ${one.reason}`)]}
        />
      </Section>
      <FileResults files={run.files} />
      <Vanished vanished={run.vanished} />
      {run.rejects.count > 0 ? <Rejects id={run.id} count={run.rejects.count} /> : null}
      {run.dryRun || run.startedAt === null ? null : <UndoImport run={run} />}
    </>
  );
}

/** What earlier imports brought and these files no longer hold. */
export function Vanished({ vanished }: { vanished: ImportOut["vanished"] }) {
  if (vanished.length === 0) return null;
  const texts = vanished.map(({ object, count, removed, sample }) => {
    const more = count > sample.length ? " and others" : "";
    return `${objectWord(object)}: ${counted(count, "record")}, ${removed ? "removed" : "left as they are"}: ${sample.join(", ")}${more}`;
  });
  return (
    <Section title="No longer in these files">
      <Sentences texts={texts} />
    </Section>
  );
}

export function Sentences({ texts }: { texts: readonly string[] }) {
  if (texts.length === 0) return null;
  return (
    <ul className="qd-sentences">
      {texts.map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  );
}

type Reject = ImportOut["rejects"]["sample"][number];
const columns: Column<Reject>[] = [
  { id: "file", header: "File", width: 200, value: (one) => one.file },
  { id: "line", header: "Line", align: "right", width: 76, value: (one) => one.line },
  { id: "field", header: "Column", width: 150, wideOnly: true, value: (one) => one.field },
  { id: "value", header: "Value", width: 170, wideOnly: true, value: (one) => one.value },
  { id: "reason", header: "Why", value: (one) => one.reason },
];

export function Rejects({ id, count }: { id: string; count: number }) {
  const found = useAskPages(
    getImportRejects,
    (at: number | undefined) => ({ params: { id }, query: { limit: 500, ...(at ? { offset: at } : {}) } }),
    (page) => page.nextOffset,
  );
  return (
    <Section flush title={`${counted(count, "row")} refused`}>
      <Answer of={found}>
        {(data) => (
          <DataTable
            label="Refused rows"
            columns={columns}
            rows={data.pages.flatMap((page) => page.items)}
            rowKey={(one) => `${one.file} ${one.line} ${one.field}`}
            onEnd={() => found.hasNextPage && !found.isFetchingNextPage && void found.fetchNextPage()}
          />
        )}
      </Answer>
    </Section>
  );
}
