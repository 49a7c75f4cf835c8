/** Imports as they are shown: how each stands, what it is going to do, what it did to which records. */
import type { Db } from "#base/platform";
import { isRunning, progressOf, runningNow, standingOf } from "./actions.ts";
import type { ImportOut, ImportPlanOut } from "./contract.ts";
import { misfits } from "./mapping/corrected-columns.ts";
import type { ImportPlan } from "./mapping/import-plan.ts";
import { importOf } from "./opening-actions.ts";
import { lookedSoFar } from "./reading/looking.ts";
import { rowsOfPart } from "./reading/rejected-file.ts";
import { fieldsFor } from "./recognition/field.ts";
import { type SourceName, sourceNames } from "./recognition/shape.ts";
import type { FileResult } from "./result.ts";
import type { ContributedKind } from "./running/contributed-actions.ts";
import { findPipelines, findStages } from "./running/found-store.ts";
import { findRejects } from "./running/ledger-store.ts";
import { findRuns, type ImportRun } from "./running/runs-store.ts";
import { nextTouched, recordsNamed } from "./undo/changes-store.ts";
import { outlookOn } from "./undo/outlook-actions.ts";
import { isUndoing } from "./undo/undo-actions.ts";
import { findUndo, findUndoStates, type Undo } from "./undo/undos-store.ts";

const isSource = (source: string): source is SourceName => sourceNames.some((name) => name === source);

const brokenOff = "It broke off when the program ended. It goes on where it stood when it is resumed.";

/**
 * The state that an import is in. One that is marked as running and runs nowhere broke off: it waits to be resumed.
 * `ran`: whether it ran before it was read, since it may have ended in between.
 */
function stateOf({ id, state, problem }: ImportRun, ran: boolean): Pick<ImportRun, "state" | "problem"> {
  return state === "running" && !ran && !isRunning(id)
    ? { state: "paused", problem: brokenOff }
    : { state, problem };
}

function head(run: ImportRun, rowsDone: number, ran: boolean) {
  const { id, label, source, requestedBy, rowsTotal } = run;
  const { dryRun = false } = run.mapping.options;
  return {
    id,
    label,
    source: isSource(source) ? source : null,
    ...stateOf(run, ran),
    dryRun,
    requestedBy,
    createdAt: run.createdAt.toString(),
    startedAt: run.startedAt?.toString() ?? null,
    finishedAt: run.finishedAt?.toString() ?? null,
    rowsTotal: rowsTotal === null ? null : Number(rowsTotal),
    rowsDone,
    savedAs: run.mapping.savedAs == null ? null : { ...run.mapping.savedAs },
  };
}

/** The imports of a workspace, the latest first. */
export async function listImports(db: Db, workspaceId: string) {
  const undos = await findUndoStates(db, workspaceId);
  const ran = new Set(runningNow());
  return (await findRuns(db, workspaceId)).map(({ counts, ...run }) => ({
    ...head(run, counts.rows, ran.has(run.id)),
    created: counts.created,
    updated: counts.updated,
    unchanged: counts.unchanged,
    duplicate: counts.duplicate,
    rejected: counts.rejected,
    undo: undos.get(run.id) ?? null,
  }));
}

function undoShown(workspaceId: string, undo: Undo): NonNullable<ImportOut["undo"]> {
  const isLooking = outlookOn(workspaceId, undo.importId)?.state === "looking";
  const state =
    undo.state !== "running"
      ? undo.state
      : !isUndoing(undo.importId)
        ? "stopped"
        : isLooking && undo.recordsDone === 0n
          ? "looking"
          : "running";
  return {
    state,
    problem: undo.problem,
    requestedBy: undo.requestedBy,
    startedAt: undo.startedAt.toString(),
    finishedAt: undo.finishedAt?.toString() ?? null,
    recordsTotal: Number(undo.recordsTotal),
    recordsDone: Number(undo.recordsDone),
    removed: Number(undo.removed),
    restored: Number(undo.restored),
    left: Number(undo.kept),
  };
}

const refusedIn = (files: readonly FileResult[]) =>
  files
    .filter((one) => one.rejected > 0)
    .map(({ file, rejected }) => ({ file, rows: rejected, parts: Math.ceil(rejected / rowsOfPart) }));

/** An import as it stands. Refuses one that there is not. */
export async function showImport(db: Db, workspaceId: string, id: string): Promise<ImportOut> {
  const ran = isRunning(id);
  const run = await importOf(db, workspaceId, id);
  const standing = await standingOf(db, workspaceId, run);
  const { rejects, count } = await findRejects(db, workspaceId, id, { limit: 20, offset: 0 });
  const files = [...(standing?.files ?? [])];
  const undo = await findUndo(db, workspaceId, id);
  const rowsDone = files.reduce(
    (sum, one) => sum + one.created + one.updated + one.unchanged + one.duplicate + one.rejected,
    0,
  );
  const preview = standing?.preview;
  return {
    ...head(run, rowsDone, ran),
    files,
    looking: lookedSoFar(id),
    progress: progressOf(run, rowsDone),
    options: run.mapping.options as ImportOut["options"],
    preview: preview === undefined ? null : (structuredClone(preview) as ImportOut["preview"]),
    vanished: (standing?.vanished ?? []).map((one) => ({ ...one, sample: [...one.sample] })),
    undo: undo === undefined ? null : undoShown(workspaceId, undo),
    assumptions: [...(standing?.assumptions ?? [])],
    proposals: [...(standing?.proposals ?? [])],
    warnings: [...(standing?.warnings ?? [])],
    questions: (run.mapping.plan?.questions ?? []).map((one) => ({ ...one, examples: [...one.examples] })),
    notUnderstood: [...(standing?.notUnderstood ?? [])],
    rejects: { count, files: refusedIn(files), sample: rejects },
  };
}

/** A plan as it is shown, with what is there already and could be joined. */
export async function showPlan(
  db: Db,
  workspaceId: string,
  plan: ImportPlan,
  passedOver: ImportRun["mapping"]["passedOver"],
  kinds: readonly ContributedKind[] = [],
): Promise<ImportPlanOut> {
  const others = passedOver.map(({ name, reason }) => ({ file: name, reason }));
  const stages = await findStages(db, workspaceId);
  const pipelines = (await findPipelines(db, workspaceId)).map(({ id, name }) => ({
    name,
    stages: stages.filter((stage) => stage.pipelineId === id).map((stage) => stage.name),
  }));
  return structuredClone({
    source: plan.source,
    currency: plan.currency,
    timeZone: plan.timeZone,
    files: plan.files.map((file) => shownFile(file, kinds)),
    kinds: kinds.map(({ object, title }) => ({ object, title })),
    pipelines: plan.pipelines.map(({ value, name, stages: planned }) => ({
      value,
      name,
      stages: planned.map(({ byHand: _, ...stage }) => ({
        ...stage,
        rows: stage.rows ?? null,
        because: stage.because ?? "",
      })),
    })),
    here: { pipelines },
    valueMaps: plan.valueMaps ?? [],
    doubts: plan.doubts ?? [],
    assumptions: plan.assumptions,
    proposals: plan.proposals,
    warnings: plan.warnings,
    questions: plan.questions,
    notUnderstood: [...plan.notUnderstood, ...others],
  }) as ImportPlanOut;
}

function shownFile(
  {
    repeatedKeys: _,
    given: _given,
    returned: _returned,
    header: _header,
    lines: _lines,
    names,
    columns,
    ...file
  }: ImportPlan["files"][number],
  kinds: readonly ContributedKind[],
) {
  return {
    ...file,
    headed: file.headed !== false,
    top: file.top ?? { headerLine: null, lines: [] },
    settings: { ...file.settings },
    header: names ?? columns.map((one) => one.column),
    fields: file.object === null ? [] : fieldsFor(file.object, kinds).map((one) => one.field),
    columns: columns.map(({ column, use, field, stage, custom, dateOrder, reason, examples, seen }) => ({
      column,
      use,
      field,
      stage,
      customField: custom,
      dateOrder,
      reason,
      examples,
      filled: seen?.filled ?? null,
      different: seen?.different ?? null,
      misfits: misfits({ custom, ...(seen !== undefined && { seen }) }),
    })),
  };
}

/** The next records of a noun that an import created, or that were there before it changed them. */
export async function listTouched(
  db: Db,
  workspaceId: string,
  id: string,
  asked: {
    readonly noun: string;
    readonly action: "created" | "changed";
    readonly after?: string | undefined;
    readonly limit: number;
  },
) {
  await importOf(db, workspaceId, id);
  const ids = await nextTouched(db, workspaceId, `import:${id}`, {
    noun: asked.noun,
    made: asked.action === "created",
    afterId: asked.after ?? null,
    limit: asked.limit + 1,
  });
  const shown = ids.slice(0, asked.limit);
  const items = await recordsNamed(db, workspaceId, asked.noun, shown);
  return { items, next: ids.length > asked.limit ? (shown.at(-1) ?? null) : null };
}
