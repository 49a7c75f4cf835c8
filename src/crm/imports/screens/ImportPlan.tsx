/** What will become of the files, before anything is written. */

import { Button } from "@mantine/core";
import { useCallback, useEffect, useState } from "react";
import { counted, Failed, Loading, Section, useDo } from "#base/ui";
import {
  type ImportOptionsIn,
  type ImportOut,
  type ImportPlanOut,
  planOfImport,
  startImport,
  tryImport,
} from "../contract.ts";
import { sourceWord } from "./import-words.ts";
import { Choices } from "./PlanChoices.tsx";
import { PlanFiles } from "./PlanFiles.tsx";
import { Proposals, Questions } from "./PlanQuestions.tsx";

export function ImportPlan({ run }: { run: ImportOut }) {
  const { id } = run;
  const { mutateAsync: lookAt, error, isPending } = useDo(planOfImport);
  const start = useDo(startImport);
  const dry = useDo(tryImport);
  const [plan, setPlan] = useState<ImportPlanOut | null>(null);
  const [options, setOptions] = useState<ImportOptionsIn>(run.options);
  const look = useCallback(
    async (next?: ImportOptionsIn) => {
      if (next) setOptions(next);
      setPlan(await lookAt({ params: { id }, body: next ? { options: next } : {} }));
    },
    [id, lookAt],
  );
  useEffect(() => {
    look().catch(() => undefined);
  }, [look]);
  if (error && !plan) {
    return (
      <Section title={run.label}>
        <Failed failure={error} retry={() => look().catch(() => undefined)} />
      </Section>
    );
  }
  if (!plan) {
    return (
      <Section title={run.label}>
        <Loading rows={6} label="The files are being looked at" />
      </Section>
    );
  }
  const rows = plan.files.reduce((sum, file) => sum + (file.object === null ? 0 : file.rows), 0);
  const answer = (next: ImportOptionsIn) => void look(next).catch(() => undefined);
  return (
    <>
      <Section
        flush
        title={`${run.label}: this looks like ${sourceWord(plan.source)}`}
        side={
          <div className="qd-import-go">
            <Button
              size="xs"
              variant="default"
              disabled={rows === 0 || isPending}
              loading={dry.isPending}
              onClick={() => dry.mutate({ params: { id }, body: undefined })}
            >
              Try it first
            </Button>
            <Button
              size="xs"
              disabled={rows === 0 || isPending}
              loading={start.isPending}
              onClick={() => start.mutate({ params: { id }, body: undefined })}
            >
              Import {counted(rows, "row")}
            </Button>
          </div>
        }
      >
        <PlanFiles plan={plan} options={options} busy={isPending} onAnswer={answer} />
      </Section>
      {(start.error ?? dry.error ?? error) ? <Failed failure={start.error ?? dry.error ?? error} /> : null}
      <Questions plan={plan} options={options} onAnswer={answer} />
      <Proposals plan={plan} options={options} onAnswer={answer} />
      <Choices plan={plan} options={options} onAnswer={answer} />
      <Assumed plan={plan} />
    </>
  );
}

/** What was assumed, what is odd, and what was not understood: in sentences. */
function Assumed({ plan }: { plan: ImportPlanOut }) {
  const odd = [...plan.warnings, ...plan.notUnderstood.map((one) => `${one.file}: ${one.reason}`)];
  if (odd.length + plan.assumptions.length === 0) return null;
  return (
    <div className="qd-columns">
      {odd.length > 0 ? (
        <Section title="Worth a look">
          <ul className="qd-sentences">
            {odd.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </Section>
      ) : null}
      {plan.assumptions.length > 0 ? (
        <Section title="Assumed">
          <ul className="qd-sentences">
            {plan.assumptions.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </Section>
      ) : null}
    </div>
  );
}
