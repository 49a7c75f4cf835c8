/** How far a running import has come; it can be paused and ended. */

import { Button, Progress } from "@mantine/core";
import { Failed, formatCount, Section, useDo } from "#base/ui";
import { cancelImport, type ImportOut, pauseImport } from "../contract.ts";
import { FileResults } from "./FileResults.tsx";
import { durationWord } from "./import-words.ts";

export function RunProgress({ run }: { run: ImportOut }) {
  const pause = useDo(pauseImport);
  const cancel = useDo(cancelImport);
  const call = { params: { id: run.id }, body: undefined };
  const { text, part } = farOf(run);
  const asked = pause.isSuccess || cancel.isSuccess;
  const failure = pause.error ?? cancel.error;
  return (
    <>
      <Section
        title={`${run.label}: ${run.dryRun ? "trying it" : "importing"}`}
        side={
          <div className="qd-import-go">
            {run.dryRun ? null : (
              <Button
                size="xs"
                variant="default"
                loading={pause.isPending}
                disabled={asked}
                onClick={() => pause.mutate(call)}
              >
                Pause
              </Button>
            )}
            <Button
              size="xs"
              variant="subtle"
              color="gray"
              loading={cancel.isPending}
              disabled={asked}
              onClick={() => cancel.mutate(call)}
            >
              {run.dryRun ? "Stop trying" : "Cancel"}
            </Button>
          </div>
        }
      >
        <Progress value={part} aria-label={text} />
        <p className="qd-dim" role="status">
          {asked ? "Ending after the rows at hand." : `${text}.`} {besides(run)}
        </p>
        {failure ? <Failed failure={failure} /> : null}
      </Section>
      <FileResults files={run.files} isRunning />
    </>
  );
}

const besides = ({ dryRun }: ImportOut): string =>
  dryRun
    ? "It works on a copy, so nobody waits for it and nothing is written."
    : "It runs on when you go to another page, and goes on where it stood if Quarterdeck is started anew.";

function farOf({ rowsDone, rowsTotal, progress }: ImportOut): { text: string; part: number } {
  const copied = progress?.copied;
  if (copied) {
    const text = `Copying what could be touched: ${formatCount(copied.rows)} of ${formatCount(copied.rowsTotal)} records`;
    return { text, part: copied.rowsTotal > 0 ? (copied.rows / copied.rowsTotal) * 100 : 0 };
  }
  const whole = rowsTotal ?? 0;
  if (whole === 0 || rowsDone === 0) return { text: "Getting ready", part: 0 };
  const parts = [`${formatCount(rowsDone)} of ${formatCount(whole)} rows`];
  if (progress && progress.rowsPerSecond > 0) parts.push(`${formatCount(progress.rowsPerSecond)} a second`);
  if (progress && progress.remainingSeconds !== null && progress.remainingSeconds > 0)
    parts.push(`about ${durationWord(progress.remainingSeconds)} to go`);
  return { text: parts.join(", "), part: Math.min(100, (rowsDone / whole) * 100) };
}
