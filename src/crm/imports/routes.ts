import type { Clock } from "#base/kernel";
import type { Db } from "#base/platform";
import { bind, type Route, type Services } from "#base/platform";
import * as actions from "./actions.ts";
import * as contract from "./contract.ts";
import type { ImportPlan } from "./mapping/import-plan.ts";
import { passedOverBecause } from "./reading/folder.ts";
import { folderOf, safeName } from "./reading/place.ts";
import { attachmentNamed, rejectedRowsIn, rowsOfPart } from "./reading/rejected-file.ts";
import { takeFile } from "./reading/unpack.ts";
import { fieldsFor } from "./recognition/field.ts";
import { type SourceName, sourceNames } from "./recognition/shape.ts";
import { findRejectedLines } from "./rejects/rejected-lines-store.ts";
import type { ContributedKind } from "./running/contributed-actions.ts";
import { findRejects } from "./running/ledger-store.ts";
import { addPassedOver, findRuns, type ImportRun } from "./running/runs-store.ts";
import { foresee, startUndo } from "./undo/undo-actions.ts";
import { findUndo, type Undo } from "./undo/undos-store.ts";

const isSource = (source: string): source is SourceName => sourceNames.some((name) => name === source);

function head(run: ImportRun, rowsDone: number) {
  const { id, label, source, state, problem, requestedBy, rowsTotal } = run;
  return {
    id,
    label,
    source: isSource(source) ? source : null,
    state,
    problem,
    dryRun: run.mapping.options.dryRun === true,
    requestedBy,
    createdAt: run.createdAt.toString(),
    startedAt: run.startedAt?.toString() ?? null,
    finishedAt: run.finishedAt?.toString() ?? null,
    rowsTotal: rowsTotal === null ? null : Number(rowsTotal),
    rowsDone,
  };
}

const undoShown = (undo: Undo): NonNullable<contract.ImportOut["undo"]> => ({
  state: undo.state,
  problem: undo.problem,
  requestedBy: undo.requestedBy,
  startedAt: undo.startedAt.toString(),
  finishedAt: undo.finishedAt?.toString() ?? null,
  recordsTotal: Number(undo.recordsTotal),
  recordsDone: Number(undo.recordsDone),
  removed: Number(undo.removed),
  restored: Number(undo.restored),
  left: Number(undo.kept),
});

async function shown(db: Db, workspaceId: string, id: string, clock: Clock): Promise<contract.ImportOut> {
  const run = await actions.importOf(db, workspaceId, id);
  const standing = await actions.standingOf(db, workspaceId, run);
  const { rejects, count } = await findRejects(db, workspaceId, id, { limit: 20, offset: 0 });
  const files = [...(standing?.files ?? [])];
  const undo = await findUndo(db, workspaceId, id);
  const rowsDone = files.reduce(
    (sum, one) => sum + one.created + one.updated + one.unchanged + one.rejected,
    0,
  );
  return {
    ...head(run, rowsDone),
    files,
    progress: actions.progressOf(run, rowsDone, clock.now()),
    options: run.mapping.options as contract.ImportOut["options"],
    preview:
      standing?.preview === undefined
        ? null
        : (structuredClone(standing.preview) as contract.ImportOut["preview"]),
    vanished: (standing?.vanished ?? []).map((one) => ({ ...one, sample: [...one.sample] })),
    undo: undo === undefined ? null : undoShown(undo),
    assumptions: [...(standing?.assumptions ?? [])],
    proposals: [...(standing?.proposals ?? [])],
    warnings: [...(standing?.warnings ?? [])],
    questions: (run.mapping.plan?.questions ?? []).map((one) => ({ ...one, examples: [...one.examples] })),
    notUnderstood: [...(standing?.notUnderstood ?? [])],
    rejects: { count, sample: rejects },
  };
}

function shownPlan(
  plan: ImportPlan,
  passedOver: ImportRun["mapping"]["passedOver"],
  kinds: readonly ContributedKind[],
): contract.ImportPlanOut {
  const others = passedOver.map(({ name, reason }) => ({ file: name, reason }));
  return {
    source: plan.source,
    currency: plan.currency,
    timeZone: plan.timeZone,
    files: plan.files.map(({ repeatedKeys: _, given: _given, header: _header, key, columns, ...file }) => ({
      ...file,
      headed: file.headed !== false,
      settings: { ...file.settings },
      key: [...key],
      fields: file.object === null ? [] : fieldsFor(file.object, kinds).map((one) => one.field),
      columns: columns.map(({ column, use, field, stage, custom, dateOrder, reason, examples }) => ({
        column,
        use,
        field,
        stage,
        customField: custom === null ? null : { ...custom, options: [...custom.options] },
        dateOrder,
        reason,
        examples: [...examples],
      })),
    })),
    kinds: kinds.map(({ object, title }) => ({ object, title })),
    pipelines: plan.pipelines.map(({ name, stages }) => ({
      name,
      stages: stages.map(({ name: stage, outcome, rows = 0, evidence = "" }) => ({
        name: stage,
        outcome,
        rows,
        evidence,
      })),
    })),
    assumptions: [...plan.assumptions],
    proposals: [...plan.proposals],
    warnings: [...plan.warnings],
    questions: plan.questions.map((one) => ({ ...one, examples: [...one.examples] })),
    notUnderstood: [...plan.notUnderstood, ...others],
  };
}

const rejectRoutes: Route[] = [
  bind(contract.getImportRejects, async ({ db, sight, params, query }) => {
    await actions.importOf(db, sight.workspaceId, params.id);
    const { rejects, count } = await findRejects(db, sight.workspaceId, params.id, query);
    const next = query.offset + rejects.length;
    return { items: rejects, count, nextOffset: next < count ? next : null };
  }),
  bind(contract.getRejectedRows, async ({ db, sight, services, params, query, setHeader }) => {
    const run = await actions.importOf(db, sight.workspaceId, params.id);
    const planned = run.mapping.plan?.files.find((one) => one.file === query.file);
    const asked = { file: query.file, limit: rowsOfPart, offset: (query.part - 1) * rowsOfPart };
    const lines = await findRejectedLines(db, sight.workspaceId, params.id, asked);
    const folder = folderOf(services, params.id);
    const text = await rejectedRowsIn(folder, query.file, lines, planned?.header);
    setHeader("content-disposition", attachmentNamed(`rejected ${query.file}`));
    return text;
  }),
];

/** The routes of imports. `kinds`: what capabilities to the right let imports read. */
export const importRoutesWith = (kinds: readonly ContributedKind[]): Route[] => {
  const groundOf = ({ database, clock, log }: Services): actions.Ground => ({ database, clock, log, kinds });
  return [
    bind(contract.getImports, async ({ db, sight }) => ({
      items: (await findRuns(db, sight.workspaceId)).map(({ rowsDone, ...run }) => head(run, rowsDone)),
    })),
    bind(contract.getImport, ({ db, sight, params, services }) =>
      shown(db, sight.workspaceId, params.id, services.clock),
    ),
    bind(contract.createImport, async ({ db, author, services, body }) => {
      const run = await actions.openImport(db, author, services.clock, body);
      return shown(db, author.workspaceId, run.id, services.clock);
    }),
    bind(contract.putImportFile, async ({ db, author, services, params, stream }) => {
      const run = await actions.importOf(db, author.workspaceId, params.id);
      actions.requireNotBegun(run);
      const file = safeName(params.name);
      const reason = passedOverBecause(file);
      if (reason !== null) {
        stream.resume();
        await addPassedOver(db, author.workspaceId, run.id, { name: file, reason });
        return { file, bytes: 0, kept: false, reason };
      }
      const taken = await takeFile(folderOf(services, run.id), file, stream);
      if (taken.reason !== null)
        await addPassedOver(db, author.workspaceId, run.id, { name: file, reason: taken.reason });
      return { file, bytes: taken.bytes, kept: taken.reason === null, reason: taken.reason };
    }),
    bind(contract.planOfImport, async ({ db, author, services, params, body }) => {
      const folder = folderOf(services, params.id);
      const plan = await actions.planRun(db, author.workspaceId, params.id, folder, body.options, kinds);
      const run = await actions.importOf(db, author.workspaceId, params.id);
      return shownPlan(plan, run.mapping.passedOver, kinds);
    }),
    bind(contract.startImport, async ({ db, author, services, params }) => {
      await actions.startRun(groundOf(services), db, author, params.id, folderOf(services, params.id));
      return shown(db, author.workspaceId, params.id, services.clock);
    }),
    bind(contract.tryImport, async ({ db, author, services, params }) => {
      await actions.startRun(groundOf(services), db, author, params.id, folderOf(services, params.id), true);
      return shown(db, author.workspaceId, params.id, services.clock);
    }),
    bind(contract.cancelImport, async ({ db, author, services, params }) => {
      await actions.stopRun(groundOf(services), db, author.workspaceId, params.id);
      return shown(db, author.workspaceId, params.id, services.clock);
    }),
    bind(contract.getImportUndo, async ({ db, sight, params }) => {
      const { touched, inTheWay, kept } = await foresee(db, sight.workspaceId, params.id);
      const sample = inTheWay
        .slice(0, 50)
        .map((one) => ({ ...one, at: one.at?.toString() ?? null, fields: [...one.fields] }));
      return {
        touched: [...touched],
        inTheWay: { count: inTheWay.length, sample },
        left: kept.size,
      };
    }),
    bind(contract.undoImport, async ({ db, author, services, params, body }) => {
      await startUndo(groundOf(services), db, author, params.id, body.leaveChanged);
      return shown(db, author.workspaceId, params.id, services.clock);
    }),
    ...rejectRoutes,
  ];
};

/** The routes of imports that read what crm has a place for. */
export const importRoutes: Route[] = importRoutesWith([]);
