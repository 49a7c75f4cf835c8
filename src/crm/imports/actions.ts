/** Imports that run: started, paused, resumed, cancelled, followed, and taken up after the program ended. */
import { AsyncLocalStorage } from "node:async_hooks";
import { rm } from "node:fs/promises";
import { refuse } from "#base/kernel";
import type { Author, Db } from "#base/platform";
import { cannotStart, importOf, wasDry } from "./opening-actions.ts";
import { stopLooking } from "./reading/looking.ts";
import { type ImportResult, resultOf } from "./result.ts";
import { findChunks } from "./running/ledger-store.ts";
import { type Control, type Ground, runToEnd } from "./running/one-run-actions.ts";
import { Pace } from "./running/pace.ts";
import { findRunsBroken, type ImportRun, keepOptions, keepState, reopenRun } from "./running/runs-store.ts";
import { haltUndos, resumeUndos } from "./undo/undo-actions.ts";
import { findUndo } from "./undo/undos-store.ts";

/** Runs work outside of whatever transaction the caller is in. Taken when the program loads, when there is none. */
const outside = AsyncLocalStorage.snapshot();

const inHand = new Map<string, Control>();

/** Whether an import runs in this program. */
export const isRunning = (id: string): boolean => inHand.has(id);

/** The imports that run in this program now. */
export const runningNow = (): string[] => [...inHand.keys()];

export interface StandingProgress {
  /** preparing: files are opened; copying: a dry run copies what it could touch; writing: rows are gone through. */
  readonly step: "preparing" | "copying" | "writing";
  readonly copied: { readonly rows: number; readonly rowsTotal: number } | null;
  readonly rowsPerSecond: number;
  readonly remainingSeconds: number | null;
}

/** How fast an import of this program runs, and how long it will yet; null when it does not run here. */
export function progressOf(
  run: Pick<ImportRun, "id" | "rowsTotal">,
  rowsDone: number,
): StandingProgress | null {
  const control = inHand.get(run.id);
  if (control === undefined) return null;
  const { copied, pace } = control;
  const step = copied !== null ? "copying" : rowsDone > 0 ? "writing" : "preparing";
  return { step, copied, ...pace.tell(Number(run.rowsTotal ?? 0n)) };
}

/**
 * Starts an import, or resumes one that was paused or broken off, and returns while it runs on. Refuses one without a
 * plan, one with open questions, and one that has ended. `dry`: as a dry run; one that has ended is started for real
 * after it.
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
  if (inHand.has(id)) return;
  if ((wasDry(run) && (dry || run.state === "done")) || (dry && run.state === "ready")) {
    await reopenRun(db, author.workspaceId, id, dry);
    run = await importOf(db, author.workspaceId, id);
  }
  if ((await findUndo(db, author.workspaceId, id)) !== undefined)
    refuse("conflict", "This import was undone.", { fix: "Open a new import and give it the files again." });
  const reason = cannotStart(run);
  if (reason !== null) refuse("invalid", reason.message, { fix: reason.fix, fields: reason.fields });
  await keepState(db, author.workspaceId, id, "running", ground.clock.now());
  begin(ground, author, run, folder);
}

/** Lets an import run on its own: its first statement waits until the transaction that asked for it is over. */
function begin(ground: Ground, author: Author, run: ImportRun, folder: string): void {
  const control: Control = {
    workspaceId: author.workspaceId,
    asked: "go on",
    ended: Promise.resolve(),
    pace: new Pace(),
    copied: null,
    trial: null,
  };
  inHand.set(run.id, control);
  control.ended = outside(() => runToEnd(ground, author, run, folder, control)).finally(() =>
    inHand.delete(run.id),
  );
}

/**
 * Removes the records that a finished import found no longer in its files, and returns while it does: the files are gone
 * through once more, and none of their rows is written again. Refuses when nothing is left to be removed.
 */
export async function removeVanished(
  ground: Ground,
  db: Db,
  author: Author,
  id: string,
  folder: string,
): Promise<void> {
  const run = await importOf(db, author.workspaceId, id);
  if (inHand.has(id)) return;
  const isLeft = run.mapping.outcome?.vanished?.some((one) => !one.removed) ?? false;
  const isDone = run.state === "done" && run.mapping.options.dryRun !== true;
  const isUndone = (await findUndo(db, author.workspaceId, id)) !== undefined;
  if (!isLeft || !isDone || isUndone)
    refuse("conflict", "This import has nothing that could be removed.", {
      fix: "Only a finished import that was not undone knows which records its files no longer hold.",
    });
  const mapping = { ...run.mapping, options: { ...run.mapping.options, removeVanished: true } };
  await keepOptions(db, author.workspaceId, id, mapping.options);
  await keepState(db, author.workspaceId, id, "running", ground.clock.now());
  begin(ground, author, { ...run, mapping }, folder);
}

/** Tells an import of a workspace that runs in this program what it is to do; undefined when there is none. */
function askedOf(workspaceId: string, id: string, asked: "pause" | "cancel"): Control | undefined {
  const control = inHand.get(id);
  if (control?.workspaceId !== workspaceId) return undefined;
  control.asked = asked;
  return control;
}

/**
 * Asks a running import to pause after the rows at hand; what is written stays, and it goes on when it is started
 * again. A dry run keeps nothing, so that a paused one is where it had not begun.
 */
export async function pauseRun(ground: Ground, db: Db, workspaceId: string, id: string): Promise<void> {
  const control = askedOf(workspaceId, id, "pause");
  const run = await importOf(db, workspaceId, id);
  if (control === undefined && run.state === "running")
    await keepState(db, workspaceId, id, "paused", ground.clock.now());
}

/**
 * Ends an import for good, after the rows at hand where it runs. What is written stays, and can be undone. One that
 * has not begun is discarded with its files.
 */
export async function cancelRun(
  ground: Ground,
  db: Db,
  workspaceId: string,
  id: string,
  folder: string,
): Promise<void> {
  const control = askedOf(workspaceId, id, "cancel");
  const run = await importOf(db, workspaceId, id);
  stopLooking(id);
  if (control !== undefined || run.state === "done" || run.state === "cancelled") return;
  await keepState(db, workspaceId, id, "cancelled", ground.clock.now());
  if (run.startedAt === null) await rm(folder, { recursive: true, force: true });
}

/** Waits until an import that runs in this program has ended; at once when it does not run. */
export async function endOfRun(id: string): Promise<void> {
  await inHand.get(id)?.ended;
}

/** How an import stands: its kept outcome when it has ended, else what its plan and ledger say so far. */
export async function standingOf(db: Db, workspaceId: string, run: ImportRun): Promise<ImportResult | null> {
  const { plan, outcome, passedOver } = run.mapping;
  if (outcome !== null && ["done", "paused", "cancelled"].includes(run.state)) return outcome;
  if (plan === null) return null;
  const ledger = inHand.get(run.id)?.trial ?? db;
  return resultOf(plan, await findChunks(ledger, workspaceId, run.id), [], passedOver);
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

/** Lets imports and undoings end after the rows at hand, to be taken up when the program starts again. */
export async function haltImports(): Promise<void> {
  for (const control of inHand.values()) control.asked = "halt";
  await Promise.all([...inHand.values()].map((control) => control.ended));
  await haltUndos();
}
