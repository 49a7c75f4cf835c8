/** What came of an import that ended, or waits to go on. */

import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { Failed, formatInstant, Section, useAsk, useDo, useWorkspace } from "#base/ui";
import { cancelImport, getImportPlan, type ImportOut, startImport } from "../contract.ts";
import { FileResults } from "./FileResults.tsx";
import { sourceWord } from "./import-words.ts";
import { PlanFiles } from "./PlanFiles.tsx";
import { KeepMapping } from "./PlanMappings.tsx";
import { PlanStages } from "./PlanStages.tsx";
import { PlanWords } from "./PlanWords.tsx";
import { Rejects } from "./Rejects.tsx";
import { GroupedSentences } from "./Sentences.tsx";
import { TouchedRecords } from "./TouchedRecords.tsx";
import { UndoImport } from "./UndoImport.tsx";
import { Vanished } from "./Vanished.tsx";

const titles: Record<string, string> = {
  done: "Imported",
  paused: "Paused",
  failed: "The import broke off",
  cancelled: "Cancelled",
};

export function RunResults({ run }: { run: ImportOut }) {
  const { timeZone } = useWorkspace();
  const isUndone = run.undo?.state === "done";
  const hasWritten = run.startedAt !== null && !run.dryRun;
  const when = formatInstant(run.finishedAt ?? run.startedAt ?? run.createdAt, timeZone);
  return (
    <>
      <Section
        title={`${isUndone ? "Taken back" : (titles[run.state] ?? "Import")}: ${run.label}`}
        side={<Onward run={run} />}
      >
        <p className="qd-import-sum" role="status">
          From {sourceWord(run.source)}, by {run.requestedBy}, {when}.
          {run.problem ? <strong className="qd-down"> {run.problem}</strong> : null}
        </p>
        {hasWritten && !isUndone ? <p className="qd-import-sum">{standingText(run)}</p> : null}
      </Section>
      <FileResults files={run.files} />
      <Rejects run={run} />
      <Remarks run={run} />
      <Vanished run={run} canRemove={run.state === "done" && run.undo === null} />
      {hasWritten ? <TouchedRecords id={run.id} /> : null}
      {hasWritten ? <UndoImport run={run} /> : null}
      <Mapping run={run} />
    </>
  );
}

function standingText({ state }: ImportOut): string {
  if (state === "paused" || state === "failed")
    return "What is written stays, and nothing is written twice when it goes on.";
  if (state === "cancelled") return "What was written until then stays. It can be taken back below.";
  return "The same files again would change nothing; a later export changes what differs.";
}

/** The way on: to the figures when it is done, further with it when it is not. */
function Onward({ run }: { run: ImportOut }) {
  const start = useDo(startImport);
  const cancel = useDo(cancelImport);
  const call = { params: { id: run.id }, body: undefined };
  if (run.state === "done" || run.state === "cancelled" || run.undo) {
    return (
      <Link to={"/pipeline" as "/"} className="qd-link">
        See the pipeline
      </Link>
    );
  }
  const failure = start.error ?? cancel.error;
  return (
    <div className="qd-import-go">
      {failure ? <Failed failure={failure} /> : null}
      <Button
        size="xs"
        variant="subtle"
        color="gray"
        loading={cancel.isPending}
        onClick={() => cancel.mutate(call)}
      >
        Cancel it
      </Button>
      <Button size="xs" loading={start.isPending} onClick={() => start.mutate(call)}>
        Go on with it
      </Button>
    </div>
  );
}

/** What was odd, what was not understood, and what was taken for granted, by file. */
export function Remarks({ run }: { run: ImportOut }) {
  const files = run.files.map((one) => one.file);
  const same = run.proposals.filter((one) => one.accepted);
  const found = [
    { title: "Worth a look", texts: run.warnings },
    { title: "Not understood", texts: run.notUnderstood.map((one) => `${one.file}: ${one.reason}`) },
    {
      title: "Taken as the same",
      texts: same.map((one) => `“${one.value}” is “${one.match}”: ${one.evidence}`),
    },
  ];
  const assumed = [{ title: "Assumed", texts: run.assumptions }];
  return (
    <div className="qd-columns">
      {[found, assumed].map((parts) => {
        const said = parts.filter((one) => one.texts.length > 0);
        return said.length === 0 ? null : (
          <div key={parts[0]?.title} className="qd-remarks">
            {said.map(({ title, texts }) => (
              <Section key={title} title={title}>
                <GroupedSentences texts={texts} files={files} />
              </Section>
            ))}
          </div>
        );
      })}
    </div>
  );
}

/** How the files were read, to be looked up later, and a name to read others alike. */
function Mapping({ run }: { run: ImportOut }) {
  const asked = useAsk(getImportPlan, { params: { id: run.id } });
  const plan = asked.data?.plan;
  if (!plan || run.startedAt === null) return null;
  return (
    <>
      <Section flush title="How the files were read">
        <PlanFiles plan={plan} options={run.options} />
      </Section>
      <PlanStages plan={plan} options={run.options} />
      <PlanWords plan={plan} options={run.options} />
      <KeepMapping run={run} />
    </>
  );
}
