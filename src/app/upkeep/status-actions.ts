/** How a running installation stands: everything looked at, judged, and said in a sentence. */
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { examineDatabase, listSnapshots, type Services, type Sight } from "#base/platform";
import { listImports } from "#crm";
import product from "../../../package.json" with { type: "json" };
import { type Finding, lookAtDirectory, lookAtRecord, lookAtSnapshots } from "./findings-actions.ts";
import type { StatusOut } from "./status-contract.ts";

const jobsShown = 10;

/** Everything that an administrator should know. Asks the database and brings the copy for figures up to date. */
export async function describeStatus(services: Services, { workspaceId }: Sight): Promise<StatusOut> {
  const { database, directory, clock, observed } = services;
  const seen = observed.seen();
  const imports = (await listImports(database.db, workspaceId)).slice(0, jobsShown);
  const findings = [
    ...lookAtRecord(await examineDatabase(database), database.engine),
    await lookAtCopy(services, workspaceId),
    ...(directory === null ? [] : lookAtDirectory(directory)),
    ...(directory === null || database.engine === "server"
      ? []
      : [lookAtSnapshots(listSnapshots(directory), clock.now())]),
    lookAtBackups(directory, clock.now()),
    lookAtJobs(imports.map((one) => one.state)),
    lookAtRequests(seen),
  ];
  return {
    ...wholeOf(findings),
    version: product.version,
    since: seen.since,
    findings: findings.map(({ fix = null, ...finding }) => ({ ...finding, fix })),
    jobs: imports.map(({ id, label, state, undo, startedAt, finishedAt, rowsDone, rowsTotal }) => ({
      ...{ id, name: label, startedAt, finishedAt, rowsDone, rowsTotal },
      what: undo === null ? ("import" as const) : ("undoing" as const),
      state: undo ?? state,
    })),
    requests: {
      ...{ answered: seen.answered, failed: seen.failed },
      ...{ p50Ms: rounded(seen.p50Ms), p95Ms: rounded(seen.p95Ms) },
    },
    slow: [...seen.slow],
  };
}

const rounded = (ms: number | null): number | null => (ms === null ? null : Math.round(ms * 10) / 10);

/** The whole in one sentence: the worst counts. */
export function wholeOf(findings: readonly Finding[]): Pick<StatusOut, "verdict" | "words"> {
  const count = (verdict: Finding["verdict"]) => findings.filter((one) => one.verdict === verdict).length;
  const [bad, worth] = [count("bad"), count("worth")];
  if (bad > 0)
    return { verdict: "bad", words: bad === 1 ? "One thing needs you now." : `${bad} things need you now.` };
  if (worth > 0)
    return {
      verdict: "worth",
      words: `It works. ${worth === 1 ? "One thing is" : `${worth} things are`} worth a look.`,
    };
  return { verdict: "good", words: "All is well." };
}

/** Whether the copy that figures are read from follows the record. */
async function lookAtCopy({ replica, database }: Services, workspaceId: string): Promise<Finding> {
  const about = "copy for figures";
  try {
    const before = await replica.position(workspaceId);
    const { refreshed } = await replica.catchUp(workspaceId);
    const words =
      before === null
        ? "It was made just now."
        : refreshed === 0
          ? "It knows of every change."
          : "It was behind by the latest changes and took them in just now.";
    return { about, verdict: "good", words };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const fix = "Make it anew under Settings, Data and backup: the record has everything.";
    const words = `It cannot follow the ${database.engine === "embedded" ? "record" : "server"}: ${reason}`;
    return { about, verdict: "bad", words, fix };
  }
}

/** How old the newest backup in the data directory is. */
export function lookAtBackups(directory: string | null, now: Temporal.Instant): Finding {
  const about = "backups";
  const folder = directory === null ? null : join(directory, "backups");
  const fix =
    "Write one under Settings, Data and backup, or by `quarterdeck backup`, and carry it to another machine.";
  const files =
    folder === null || !existsSync(folder)
      ? []
      : readdirSync(folder).filter((name) => name.endsWith(".backup"));
  if (folder === null || files.length === 0)
    return { about, verdict: "worth", words: "None was written to the data directory yet.", fix };
  const newest = Math.max(...files.map((name) => statSync(join(folder, name)).mtimeMs));
  const days = Math.floor((now.epochMilliseconds - newest) / 86_400_000);
  const age = days < 1 ? "from today" : days === 1 ? "from yesterday" : `${days} days old`;
  return days > 7
    ? { about, verdict: "worth", words: `The newest is ${age}.`, fix }
    : { about, verdict: "good", words: `${files.length}, the newest ${age}.` };
}

/** Whether imports run, or wait for somebody. */
export function lookAtJobs(states: readonly string[]): Finding {
  const about = "jobs";
  const count = (state: string) => states.filter((one) => one === state).length;
  const failed = count("failed");
  if (failed > 0)
    return {
      ...{
        about,
        verdict: "worth",
        words: `${failed === 1 ? "One import" : `${failed} imports`} broke off.`,
      },
      fix: "Open it under Import: it says why, and goes on where it stood.",
    };
  const paused = count("paused");
  if (paused > 0)
    return {
      ...{
        about,
        verdict: "worth",
        words: `${paused === 1 ? "One import is" : `${paused} imports are`} paused.`,
      },
      fix: "Open it under Import and let it go on, or cancel it.",
    };
  const running = count("running");
  return {
    ...{ about, verdict: "good" },
    words: running === 0 ? "None runs." : running === 1 ? "One import runs." : `${running} imports run.`,
  };
}

/** Whether requests fail through no fault of those who send them. */
export function lookAtRequests({ answered, failed }: { answered: number; failed: number }): Finding {
  const about = "requests";
  if (failed > 0)
    return {
      ...{ about, verdict: failed * 100 > answered ? "bad" : "worth" },
      words: `${failed} of ${answered} could not be answered since the start.`,
      fix: "The log has each of them, with what went wrong.",
    };
  return { about, verdict: "good", words: `${answered} answered since the start, none failed.` };
}
