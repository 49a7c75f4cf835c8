/** What will become of the files, before anything is written. */

import { Button, Progress } from "@mantine/core";
import { counted, Failed, formatCount, Section, useAddress, useAsk, useDo } from "#base/ui";
import {
  cancelImport,
  getImport,
  type ImportOut,
  type ImportPlanOut,
  startImport,
  tryImport,
} from "../contract.ts";
import { sourceWord } from "./import-words.ts";
import { Choices } from "./PlanChoices.tsx";
import { Doubts, Questions } from "./PlanDoubts.tsx";
import { PlanFiles } from "./PlanFiles.tsx";
import { KeepMapping, UseMapping } from "./PlanMappings.tsx";
import { Proposals } from "./PlanProposals.tsx";
import { PlanStages } from "./PlanStages.tsx";
import { PlanWords } from "./PlanWords.tsx";
import { GroupedSentences } from "./Sentences.tsx";
import { type Planning, usePlan } from "./use-plan.ts";

export function ImportPlan({ run }: { run: ImportOut }) {
  const planning = usePlan(run);
  const { plan, options, failure } = planning;
  if (failure && !plan) {
    return (
      <Section title={run.label}>
        <Failed failure={failure} retry={planning.lookAgain} />
      </Section>
    );
  }
  if (!plan) return <Looking run={run} />;
  const shared = { plan, options, onAnswer: planning.correct };
  return (
    <>
      <Questions {...shared} />
      <Section
        flush
        title={`${run.label}: recognised as ${sourceWord(plan.source)}`}
        side={<Go run={run} planning={planning} plan={plan} />}
      >
        <Standing planning={planning} plan={plan} />
        <PlanFiles {...shared} />
      </Section>
      {failure ? (
        <Section label="What was refused">
          <Failed failure={failure} />
          <div className="qd-import-go qd-import-middle">
            <Button size="xs" variant="default" onClick={planning.takeBack}>
              Take that correction back
            </Button>
          </div>
        </Section>
      ) : null}
      <Doubts {...shared} />
      <UseMapping run={run} plan={plan} onAnswer={planning.correct} />
      <PlanStages {...shared} />
      <PlanWords {...shared} />
      <Proposals {...shared} />
      {rowsOf(plan) > 0 ? <Choices {...shared} /> : null}
      <Assumed plan={plan} />
      {rowsOf(plan) > 0 ? <KeepMapping run={run} /> : null}
    </>
  );
}

/** How far the look at the files has come; it can be ended, and goes on when the page is left. */
function Looking({ run }: { run: ImportOut }) {
  const asked = useAsk(getImport, { params: { id: run.id } }, { again: () => 500 });
  const discard = useDo(cancelImport);
  const [, change] = useAddress();
  const far = asked.data?.looking ?? null;
  const text =
    far === null || far.files === 0
      ? "The files are being looked at"
      : `Looking at ${far.file}, ${formatCount(far.filesDone + 1)} of ${counted(far.files, "file")}: ${counted(far.rows, "row")} so far`;
  const stop = () =>
    discard.mutate(
      { params: { id: run.id }, body: undefined },
      { onSuccess: () => change({ run: undefined }) },
    );
  return (
    <Section
      title={run.label}
      side={
        <Button size="xs" variant="subtle" color="gray" loading={discard.isPending} onClick={stop}>
          Discard
        </Button>
      }
    >
      <Progress
        value={far === null || far.files === 0 ? 0 : (far.filesDone / far.files) * 100}
        aria-label={text}
      />
      <p className="qd-dim" role="status">
        {text}. Every row is read before anything is decided; a large export takes a minute or two.
      </p>
    </Section>
  );
}

const rowsOf = (plan: ImportPlanOut): number =>
  plan.files.reduce((sum, file) => sum + (file.object === null ? 0 : file.rows), 0);

/** The ways on from here; what the files leave open comes first. */
function Go({ run, planning, plan }: { run: ImportOut; planning: Planning; plan: ImportPlanOut }) {
  const start = useDo(startImport);
  const dry = useDo(tryImport);
  const discard = useDo(cancelImport);
  const [, change] = useAddress();
  const call = { params: { id: run.id }, body: undefined };
  const rows = rowsOf(plan);
  const waits = rows === 0 || planning.isBehind || plan.questions.length > 0;
  const failure = start.error ?? dry.error ?? discard.error;
  return (
    <div className="qd-import-go">
      {failure ? <Failed failure={failure} /> : null}
      <Button
        size="xs"
        variant="subtle"
        color="gray"
        loading={discard.isPending}
        onClick={() => discard.mutate(call, { onSuccess: () => change({ run: undefined }) })}
      >
        Discard
      </Button>
      <Button
        size="xs"
        variant="default"
        disabled={waits}
        loading={dry.isPending}
        onClick={() => dry.mutate(call)}
      >
        Try it first
      </Button>
      <Button size="xs" disabled={waits} loading={start.isPending} onClick={() => start.mutate(call)}>
        Import {counted(rows, "row")}
      </Button>
    </div>
  );
}

/** One line on what is open: a question, a correction that is being looked at, or that nothing can be imported. */
function Standing({ planning, plan }: { planning: Planning; plan: ImportPlanOut }) {
  const open = plan.questions.length;
  const text = planning.isBehind
    ? "Looking at the files again, with what you said."
    : rowsOf(plan) === 0
      ? "Nothing of these files would be imported. Each says below why."
      : open > 0
        ? `${counted(open, "question")} above must be answered first.`
        : "Nothing is written yet. Every choice below can be corrected.";
  return (
    <p className="qd-plan-standing" role="status" data-open={open > 0 || rowsOf(plan) === 0 || undefined}>
      {text}
    </p>
  );
}

/** What was assumed, what is odd, and what was not understood: in sentences. */
function Assumed({ plan }: { plan: ImportPlanOut }) {
  const files = plan.files.map((one) => one.file);
  const odd = [...plan.warnings, ...plan.notUnderstood.map((one) => `${one.file}: ${one.reason}`)];
  if (odd.length + plan.assumptions.length === 0) return null;
  return (
    <div className="qd-columns">
      {odd.length > 0 ? (
        <Section title="Worth a look">
          <GroupedSentences texts={odd} files={files} />
        </Section>
      ) : null}
      {plan.assumptions.length > 0 ? (
        <Section title="Assumed">
          <GroupedSentences texts={plan.assumptions} files={files} />
        </Section>
      ) : null}
    </div>
  );
}
