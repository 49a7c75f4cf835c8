/** What can be done with an import: open it, give it files, plan it, start it, stop it, look at it. */
import { AsyncLocalStorage } from "node:async_hooks";
import { type Clock, newId, Refusal, refuse } from "#base/kernel";
import { type Author, type Database, type Db, type Log, writeAs } from "#base/platform";
import { workspaceOf } from "#people";
import type { ImportOptions, ImportPlan } from "./mapping/import-plan.ts";
import { planImport } from "./plan-actions.ts";
import { type FolderContent, filesAt } from "./reading/folder.ts";
import { type ImportResult, resultOf } from "./result.ts";
import type { Progress } from "./running/ledger.ts";
import { findChunks } from "./running/ledger-store.ts";
import { runImport } from "./running/run-actions.ts";
import {
  findRun,
  findRunsBroken,
  type ImportRun,
  insertRun,
  keepOutcome,
  keepPlan,
  keepState,
} from "./running/runs-store.ts";

/** What imports need of the running program. */
export interface Ground {
  readonly database: Database;
  readonly clock: Clock;
  readonly log: Log;
}

/** Runs work outside of whatever transaction the caller is in. Taken when the program loads, when there is none. */
const outside = AsyncLocalStorage.snapshot();

/** Imports that run in this program now: which were asked to stop. */
const running = new Map<string, { stopped: boolean; ended: Promise<void> }>();

/** The import with this id. Refuses when there is none. */
export async function importOf(db: Db, workspaceId: string, id: string): Promise<ImportRun> {
  return (await findRun(db, workspaceId, id)) ?? refuse("not-found", "There is no such import.");
}

/** Opens an import that can be given files. */
export async function openImport(
  db: Db,
  author: Author,
  clock: Clock,
  given: {
    readonly label: string;
    readonly options: ImportOptions & { readonly dryRun?: boolean | undefined };
  },
): Promise<ImportRun> {
  const id = newId(clock);
  const mapping = { options: given.options, plan: null, passedOver: [], warnings: [], outcome: null };
  await insertRun(db, author.workspaceId, {
    id,
    source: given.options.source ?? "unknown",
    label: given.label,
    mapping,
    requestedBy: author.author,
    createdAt: clock.now(),
  });
  return importOf(db, author.workspaceId, id);
}

/** Refuses what can only be done to an import that has not begun. */
export function requireNotBegun(run: Pick<ImportRun, "state">): void {
  if (run.state !== "ready") {
    refuse("conflict", "This import has begun, so its files and its mapping can no longer change.", {
      fix: "Open a new import.",
    });
  }
}

/** Plans an import from the files in its folder, and keeps the plan. */
export async function planRun(
  db: Db,
  workspaceId: string,
  id: string,
  folder: string,
  options?: ImportRun["mapping"]["options"],
): Promise<ImportPlan> {
  const run = await importOf(db, workspaceId, id);
  requireNotBegun(run);
  const { currency, timeZone } = await workspaceOf(db, workspaceId);
  const content = await filesIn(folder);
  const chosen = options ?? run.mapping.options;
  const plan = await planImport(content.tables, chosen, { currency, timeZone });
  const passedOver = [...run.mapping.passedOver, ...content.passedOver];
  const rowsTotal = plan.files.reduce((sum, file) => sum + (file.object === null ? 0 : file.rows), 0);
  const mapping = { ...run.mapping, options: chosen, plan, passedOver };
  await keepPlan(db, workspaceId, id, { source: plan.source, mapping, rowsTotal });
  return plan;
}

async function filesIn(folder: string): Promise<FolderContent> {
  try {
    return await filesAt(folder);
  } catch (problem) {
    if (problem instanceof Refusal && problem.kind === "not-found") return { tables: [], passedOver: [] };
    throw problem;
  }
}

/** Why an import cannot start; null when it can. Questions that the files leave open must be answered first. */
export function cannotStart(
  run: Pick<ImportRun, "state" | "mapping">,
): { message: string; fix: string; fields: { field: string; message: string }[] } | null {
  const { plan } = run.mapping;
  if (run.state === "done")
    return { message: "This import is done.", fix: "Open a new import for other files.", fields: [] };
  if (plan === null)
    return { message: "This import has no plan yet.", fix: "Let it look at its files first.", fields: [] };
  if (plan.files.every((file) => file.object === null)) {
    const fields = plan.notUnderstood.map(({ file, reason }) => ({ field: file, message: reason }));
    return {
      message: "None of these files was understood.",
      fix: "Say what their rows are in the mapping, or give other files.",
      fields,
    };
  }
  if (plan.questions.length > 0) {
    const fields = plan.questions.map(({ file, column, question }) => ({
      field: `${file}, ${column}`,
      message: question,
    }));
    const options = [...new Set(plan.questions.map((one) => one.option))].join("; ");
    return {
      message: "The files leave something open that must not be guessed.",
      fix: `Say it: ${options}.`,
      fields,
    };
  }
  return null;
}

/**
 * Starts an import, or resumes one that was broken off, and returns while it runs on. Refuses one without a plan, one
 * with open questions, and one that is done.
 */
export async function startRun(
  ground: Ground,
  db: Db,
  author: Author,
  id: string,
  folder: string,
): Promise<void> {
  const run = await importOf(db, author.workspaceId, id);
  if (running.has(id)) return;
  const reason = cannotStart(run);
  if (reason !== null) refuse("invalid", reason.message, { fix: reason.fix, fields: reason.fields });
  await keepState(db, author.workspaceId, id, "running", ground.clock.now());
  const control = { stopped: false, ended: Promise.resolve() };
  running.set(id, control);
  // It runs on its own: its first statement waits until the transaction that asked for it is over.
  control.ended = outside(() => runToEnd(ground, author, run, folder, () => control.stopped));
}

/** Asks a running import to stop after the rows at hand. One that runs nowhere any more is marked as cancelled. */
export async function stopRun(ground: Ground, db: Db, workspaceId: string, id: string): Promise<void> {
  const control = running.get(id);
  const run = await importOf(db, workspaceId, id);
  if (control !== undefined) control.stopped = true;
  else if (run.state === "running") await keepState(db, workspaceId, id, "cancelled", ground.clock.now());
}

/** Waits until an import that runs in this program has ended; at once when it does not run. */
export async function endOfRun(id: string): Promise<void> {
  await running.get(id)?.ended;
}

async function runToEnd(
  ground: Ground,
  author: Author,
  run: ImportRun,
  folder: string,
  isStopped: () => boolean,
): Promise<void> {
  const { database, clock, log } = ground;
  const { db } = database;
  const { workspaceId } = author;
  try {
    await keepState(db, workspaceId, run.id, "running", clock.now());
    const outcome = await runOnce(ground, author, run, folder, isStopped);
    await keepOutcome(db, workspaceId, run.id, outcome);
    await keepState(db, workspaceId, run.id, isStopped() ? "cancelled" : "done", clock.now());
  } catch (problem) {
    const words = problem instanceof Error ? problem.message : String(problem);
    log("error", "An import broke off; it can be started again and goes on where it stood.", {
      import: run.id,
      problem: words,
    });
    await keepState(db, workspaceId, run.id, "failed", clock.now(), words).catch(() => {});
  } finally {
    running.delete(run.id);
  }
}

/** Ends the transaction of a dry run, so that nothing of it stays. */
class Undone extends Error {}

async function runOnce(
  ground: Ground,
  author: Author,
  run: ImportRun,
  folder: string,
  isStopped: () => boolean,
): Promise<ImportResult> {
  const { clock, database } = ground;
  const { plan, options, passedOver } = run.mapping;
  if (plan === null) throw new Error("An import without a plan cannot run.");
  const request = {
    clock,
    workspaceId: author.workspaceId,
    importId: run.id,
    author,
    plan,
    passedOver,
    files: (await filesIn(folder)).tables,
    importedAt: run.startedAt ?? clock.now(),
    isStopped,
    report: undefined as ((progress: Progress) => void) | undefined,
  };
  if (options.dryRun !== true) return runImport({ ...request, db: database.db });
  let outcome: ImportResult | null = null;
  await writeAs(database.db, author, clock, async (trx) => {
    outcome = await runImport({ ...request, db: trx });
    throw new Undone();
  }).catch((problem: unknown) => {
    if (!(problem instanceof Undone)) throw problem;
  });
  return outcome ?? refuse("unavailable", "The dry run gave no result.");
}

/** How an import stands: its kept outcome when it has ended, else what its plan and ledger say so far. */
export async function standingOf(db: Db, workspaceId: string, run: ImportRun): Promise<ImportResult | null> {
  const { plan, outcome, passedOver } = run.mapping;
  if (outcome !== null && run.state === "done") return outcome;
  if (plan === null) return null;
  return resultOf(plan, await findChunks(db, workspaceId, run.id), [], passedOver);
}

/** Resumes the imports that were running when the program last ended. To be called once, when it starts. */
export async function resumeImports(ground: Ground, folderFor: (id: string) => string): Promise<number> {
  const broken = await findRunsBroken(ground.database.db);
  for (const { workspaceId, run } of broken) {
    const author = { workspaceId, authorId: null, author: run.requestedBy, source: `import:${run.id}` };
    await startRun(ground, ground.database.db, author, run.id, folderFor(run.id));
  }
  return broken.length;
}
