/** Imports that run: started, paused, resumed, cancelled, followed, and taken up after the program ended. */
import { AsyncLocalStorage } from "node:async_hooks";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { refuse } from "#base/kernel";
import { type Author, countTablesAnew, type Db, type Services } from "#base/platform";
import { cannotStart, filesIn, importOf, wasDry } from "./opening-actions.ts";
import { type ImportResult, resultOf } from "./result.ts";
import type { ContributedKind } from "./running/contributed-actions.ts";
import { runDry } from "./running/dry-run-actions.ts";
import { findChunks } from "./running/ledger-store.ts";
import { Pace } from "./running/pace.ts";
import { runImport } from "./running/run-actions.ts";
import { findRunsBroken, type ImportRun, keepOutcome, keepState, reopenRun } from "./running/runs-store.ts";
import { tablesTried } from "./running/trial-store.ts";
import { haltUndos, resumeUndos } from "./undo/undo-actions.ts";
import { findUndo } from "./undo/undos-store.ts";

/** What imports need of the running program. */
export type Ground = Pick<Services, "database" | "clock" | "log" | "directory"> & {
  /** What other capabilities let imports read. */
  readonly kinds?: readonly ContributedKind[] | undefined;
};

/** Runs work outside of whatever transaction the caller is in. Taken when the program loads, when there is none. */
const outside = AsyncLocalStorage.snapshot();

/** An import that runs in this program now. */
interface Control {
  readonly workspaceId: string;
  /** What it was asked to do after the rows at hand; halt: the program ends, and takes it up when it starts again. */
  asked: "go on" | "pause" | "cancel" | "halt";
  ended: Promise<void>;
  readonly pace: Pace;
  /** What is copied before a dry run, as far as it has come; null when nothing is. */
  copied: { readonly rows: number; readonly rowsTotal: number } | null;
  /** Where a dry run writes; null for a real one. */
  trial: Db | null;
}

const inHand = new Map<string, Control>();

/** Whether an import runs in this program. */
export const isRunning = (id: string): boolean => inHand.has(id);

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
  const control: Control = {
    workspaceId: author.workspaceId,
    asked: "go on",
    ended: Promise.resolve(),
    pace: new Pace(),
    copied: null,
    trial: null,
  };
  inHand.set(id, control);
  // It runs on its own: its first statement waits until the transaction that asked for it is over.
  control.ended = outside(() => runToEnd(ground, author, run, folder, control));
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

/** Ends an import for good, after the rows at hand where it runs. What is written stays, and can be undone. */
export async function cancelRun(ground: Ground, db: Db, workspaceId: string, id: string): Promise<void> {
  const control = askedOf(workspaceId, id, "cancel");
  const run = await importOf(db, workspaceId, id);
  if (control === undefined && run.state !== "done" && run.state !== "cancelled")
    await keepState(db, workspaceId, id, "cancelled", ground.clock.now());
}

/** Waits until an import that runs in this program has ended; at once when it does not run. */
export async function endOfRun(id: string): Promise<void> {
  await inHand.get(id)?.ended;
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
    const isDry = run.mapping.options.dryRun === true;
    const outcome = isDry
      ? await tryOnce(ground, author, run, folder, control)
      : await runOnce(ground, author, run, folder, control);
    if (control.asked === "halt") return;
    if (outcome === null) return await reopenRun(db, workspaceId, run.id, false, true);
    await countTablesAnew(db);
    await keepOutcome(db, workspaceId, run.id, outcome);
    const state = { "go on": "done", pause: "paused", cancel: "cancelled" } as const;
    await keepState(db, workspaceId, run.id, isDry ? "done" : state[control.asked], clock.now());
  } catch (problem) {
    if (control.asked === "halt") return;
    const words = problem instanceof Error ? problem.message : String(problem);
    log("error", "An import broke off; it can be started again and goes on where it stood.", {
      import: run.id,
      problem: words,
    });
    await keepState(db, workspaceId, run.id, "failed", clock.now(), words).catch(() => {});
  } finally {
    inHand.delete(run.id);
  }
}

async function requestOf(ground: Ground, author: Author, run: ImportRun, folder: string, control: Control) {
  const { clock, kinds } = ground;
  const { plan, options, passedOver } = run.mapping;
  if (plan === null) throw new Error("An import without a plan cannot run.");
  return {
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
    isStopped: () => control.asked !== "go on",
    report: ({ rowsDone }: { readonly rowsDone: number }) => control.pace.note(rowsDone, clock.now()),
  };
}

async function runOnce(
  ground: Ground,
  author: Author,
  run: ImportRun,
  folder: string,
  control: Control,
): Promise<ImportResult> {
  const request = await requestOf(ground, author, run, folder, control);
  return runImport({ ...request, db: ground.database.db });
}

async function tryOnce(
  ground: Ground,
  author: Author,
  run: ImportRun,
  folder: string,
  control: Control,
): Promise<ImportResult | null> {
  const request = await requestOf(ground, author, run, folder, control);
  const trial = {
    db: ground.database.db,
    directory: join(trialsIn(ground), run.id),
    tables: tablesTried(request.plan, ground.kinds ?? []),
    copying: (copied: { readonly rows: number; readonly rowsTotal: number }) => {
      control.copied = copied;
    },
    working: (copy: Db | null) => {
      control.copied = null;
      control.trial = copy;
    },
    isStopped: request.isStopped,
  };
  return runDry(trial, request);
}

const trialsIn = ({ directory }: Pick<Ground, "directory">): string =>
  join(directory ?? join(tmpdir(), "quarterdeck"), "trials");

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
