/** What can be done with an import: open it, give it files, plan it, start it, stop it, look at it. */
import { AsyncLocalStorage } from "node:async_hooks";
import { type Clock, newId, Refusal, refuse } from "#base/kernel";
import { type Author, countTablesAnew, type Database, type Db, type Log } from "#base/platform";
import { workspaceOf } from "#people";
import type { ImportPlan } from "./mapping/import-plan.ts";
import { planImport } from "./plan-actions.ts";
import { type FolderContent, filesAt } from "./reading/folder.ts";
import { type ImportResult, resultOf } from "./result.ts";
import type { ContributedKind } from "./running/contributed-actions.ts";
import { runDry } from "./running/dry-run-actions.ts";
import { findCustomFields } from "./running/found-store.ts";
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
  type RunOptions,
  reopenRun,
} from "./running/runs-store.ts";
import { resumeUndos } from "./undo/undo-actions.ts";
import { findUndo } from "./undo/undos-store.ts";

/** What imports need of the running program. */
export interface Ground {
  readonly database: Database;
  readonly clock: Clock;
  readonly log: Log;
  /** What other capabilities let imports read. */
  readonly kinds?: readonly ContributedKind[] | undefined;
}

/** Runs work outside of whatever transaction the caller is in. Taken when the program loads, when there is none. */
const outside = AsyncLocalStorage.snapshot();

/** Imports that run in this program now: which were asked to stop. */
const running = new Map<string, Control>();

interface Control {
  stopped: boolean;
  ended: Promise<void>;
  /** The rows done when it was first told how far it had come, and when that was. */
  first: { readonly rows: number; readonly at: Temporal.Instant } | null;
}

/** How fast an import of this program runs, and how long it will yet; null when it does not run here. */
export function progressOf(
  run: Pick<ImportRun, "id" | "rowsTotal">,
  rowsDone: number,
  now: Temporal.Instant,
): { rowsPerSecond: number; remainingSeconds: number | null } | null {
  const first = running.get(run.id)?.first ?? null;
  if (first === null) return null;
  const seconds = now.since(first.at).total("seconds");
  const rowsPerSecond = seconds > 0 ? Math.max(0, rowsDone - first.rows) / seconds : 0;
  const left = Number(run.rowsTotal ?? 0n) - rowsDone;
  const remaining = rowsPerSecond > 0 ? Math.max(0, Math.round(left / rowsPerSecond)) : null;
  return { rowsPerSecond: Math.round(rowsPerSecond), remainingSeconds: remaining };
}

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
    readonly options: RunOptions;
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

/** Whether a run was only a dry one and has ended: then nothing of it is kept, and it is as if it had not begun. */
const wasDry = ({ state, mapping }: Pick<ImportRun, "state" | "mapping">): boolean =>
  state !== "ready" && state !== "running" && mapping.options.dryRun === true;

/** Refuses what can only be done to an import that has not begun. */
export function requireNotBegun(run: Pick<ImportRun, "state" | "mapping">): void {
  if (run.state !== "ready" && !wasDry(run)) {
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
  kinds: readonly ContributedKind[] = [],
): Promise<ImportPlan> {
  const run = await importOf(db, workspaceId, id);
  requireNotBegun(run);
  if (wasDry(run)) await reopenRun(db, workspaceId, id, false);
  const { currency, timeZone } = await workspaceOf(db, workspaceId);
  const setting = { currency, timeZone, fields: await findCustomFields(db, workspaceId) };
  const content = await filesIn(folder);
  const chosen = options ?? run.mapping.options;
  const plan = await planImport(content.tables, chosen, setting, kinds);
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
    const fields = [
      ...plan.notUnderstood.map(({ file, reason }) => ({ field: file, message: reason })),
      ...run.mapping.passedOver.map(({ name, reason }) => ({ field: name, message: reason })),
    ];
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
 * with open questions, and one that is done. `dry`: as a dry run; one that has ended is started for real after it.
 */
export async function startRun(
  ground: Ground,
  db: Db,
  author: Author,
  id: string,
  folder: string,
  dry = false,
): Promise<void> {
  let run = await importOf(db, author.workspaceId, id);
  if (running.has(id)) return;
  if ((wasDry(run) && (dry || run.state === "done")) || (dry && run.state === "ready")) {
    await reopenRun(db, author.workspaceId, id, dry);
    run = await importOf(db, author.workspaceId, id);
  }
  if ((await findUndo(db, author.workspaceId, id)) !== undefined)
    refuse("conflict", "This import was undone.", { fix: "Open a new import and give it the files again." });
  const reason = cannotStart(run);
  if (reason !== null) refuse("invalid", reason.message, { fix: reason.fix, fields: reason.fields });
  await keepState(db, author.workspaceId, id, "running", ground.clock.now());
  const control: Control = { stopped: false, ended: Promise.resolve(), first: null };
  running.set(id, control);
  // It runs on its own: its first statement waits until the transaction that asked for it is over.
  control.ended = outside(() => runToEnd(ground, author, run, folder, control));
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
  control: Control,
): Promise<void> {
  const { database, clock, log } = ground;
  const { db } = database;
  const { workspaceId } = author;
  try {
    await keepState(db, workspaceId, run.id, "running", clock.now());
    const outcome = await runOnce(ground, author, run, folder, control);
    await countTablesAnew(db);
    await keepOutcome(db, workspaceId, run.id, outcome);
    await keepState(db, workspaceId, run.id, control.stopped ? "cancelled" : "done", clock.now());
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

async function runOnce(
  ground: Ground,
  author: Author,
  run: ImportRun,
  folder: string,
  control: Control,
): Promise<ImportResult> {
  const { clock, database, kinds } = ground;
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
    sourceName: options.sourceName,
    removeVanished: options.removeVanished,
    kinds,
    isStopped: () => control.stopped,
    report: ({ rowsDone }: Progress) => {
      control.first ??= { rows: rowsDone, at: clock.now() };
    },
  };
  return options.dryRun === true ? runDry(database.db, request) : runImport({ ...request, db: database.db });
}

/** How an import stands: its kept outcome when it has ended, else what its plan and ledger say so far. */
export async function standingOf(db: Db, workspaceId: string, run: ImportRun): Promise<ImportResult | null> {
  const { plan, outcome, passedOver } = run.mapping;
  if (outcome !== null && run.state === "done") return outcome;
  if (plan === null) return null;
  return resultOf(plan, await findChunks(db, workspaceId, run.id), [], passedOver);
}

/** Resumes the imports (and what undoes one) that were running when the program last ended. To be called once, when it starts. */
export async function resumeImports(ground: Ground, folderFor: (id: string) => string): Promise<number> {
  const broken = await findRunsBroken(ground.database.db);
  for (const { workspaceId, run } of broken) {
    const author = { workspaceId, authorId: null, author: run.requestedBy, source: `import:${run.id}` };
    await startRun(ground, ground.database.db, author, run.id, folderFor(run.id));
  }
  await resumeUndos(ground);
  return broken.length;
}
