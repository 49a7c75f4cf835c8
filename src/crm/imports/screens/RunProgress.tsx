/** How far a running import has come; it can be stopped. */

import { Button, Progress } from "@mantine/core";
import { formatCount, Section, useDo } from "#base/ui";
import { cancelImport, type ImportOut } from "../contract.ts";
import { FileResults } from "./FileResults.tsx";
import { durationWord } from "./import-words.ts";

export function RunProgress({ run }: { run: ImportOut }) {
  const cancel = useDo(cancelImport);
  const whole = run.rowsTotal ?? 0;
  const part = whole > 0 ? Math.min(100, (run.rowsDone / whole) * 100) : 0;
  const told = whole > 0 ? `${formatCount(run.rowsDone)} of ${formatCount(whole)} rows` : "Getting ready";
  const { progress } = run;
  const pace =
    progress && progress.rowsPerSecond > 0
      ? ` ${formatCount(progress.rowsPerSecond)} rows a second${progress.remainingSeconds === null ? "" : `, about ${durationWord(progress.remainingSeconds)} to go`}.`
      : "";
  return (
    <>
      <Section
        title={`${run.label}: ${run.dryRun ? "trying it" : "importing"}`}
        side={
          <Button
            size="xs"
            variant="default"
            loading={cancel.isPending}
            onClick={() => cancel.mutate({ params: { id: run.id }, body: undefined })}
          >
            Pause
          </Button>
        }
      >
        <Progress value={part} aria-label={told} />
        <p className="qd-dim" role="status">
          {told}.{pace} It runs on when you go to another page.
        </p>
      </Section>
      <FileResults files={run.files} />
    </>
  );
}
