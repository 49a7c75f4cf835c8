/** One run of an import, for real or on a copy, to its end, and what is kept of how it ended. */
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Author, countTablesAnew, type Db, type Services } from "#base/platform";
import { filesIn } from "../opening-actions.ts";
import { type ImportResult, noticedInBoth } from "../result.ts";
import type { ComparedFigures, ContributedKind } from "./contributed-actions.ts";
import { runDry } from "./dry-run-actions.ts";
import type { Pace } from "./pace.ts";
import { runImport } from "./run-actions.ts";
import { type ImportRun, keepOutcome, keepState, reopenRun } from "./runs-store.ts";
import { findTablesTried } from "./trial-store.ts";

/** What imports need of the running program. */
export type Ground = Pick<Services, "database" | "replica" | "clock" | "log" | "directory"> & {
  /** What other capabilities let imports read. */
  readonly kinds?: readonly ContributedKind[] | undefined;
  /** How a dry run tells what the figures would become. */
  readonly figures?: ComparedFigures | undefined;
};

/** An import that runs in this program now. */
export interface Control {
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

/** Runs an import and keeps its outcome and its state: done, paused, cancelled, or failed with the reason. */
export async function runToEnd(
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
    await keepOutcome(db, workspaceId, run.id, isDry ? outcome : withEarlier(run, outcome));
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
  }
}

/** The outcome with what was noticed before a pause. */
function withEarlier({ mapping: { plan, outcome: before } }: ImportRun, outcome: ImportResult): ImportResult {
  if (plan === null || before === null) return outcome;
  return { ...outcome, warnings: noticedInBoth(plan, before.warnings, outcome.warnings) };
}

async function requestOf(
  { clock, kinds }: Ground,
  author: Author,
  run: ImportRun,
  folder: string,
  control: Control,
) {
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
    directory: join(placeFor(ground), "trials", run.id),
    blanks: join(placeFor(ground), "blanks"),
    tables: await findTablesTried(
      ground.database.db,
      request.plan,
      ground.kinds ?? [],
      ground.figures?.tables,
    ),
    figures: ground.figures === undefined ? null : { of: ground.figures, replica: ground.replica },
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

const placeFor = ({ directory }: Pick<Ground, "directory">): string =>
  directory ?? join(tmpdir(), "quarterdeck");
