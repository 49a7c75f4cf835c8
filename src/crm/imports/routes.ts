import type { Db } from "#base/platform";
import { bind, type Route, type Services } from "#base/platform";
import * as actions from "./actions.ts";
import * as contract from "./contract.ts";
import type { ImportPlan } from "./mapping/import-plan.ts";
import { passedOverBecause } from "./reading/folder.ts";
import { folderOf, keepFile, safeName } from "./reading/place.ts";
import { findRejects } from "./running/ledger-store.ts";
import { addPassedOver, findRuns, type ImportRun } from "./running/runs-store.ts";

type SourceName = "csv" | "salesforce" | "pipedrive";
const sources: readonly string[] = ["csv", "salesforce", "pipedrive"];
const isSource = (source: string): source is SourceName => sources.includes(source);

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

async function shown(db: Db, workspaceId: string, id: string): Promise<contract.ImportOut> {
  const run = await actions.importOf(db, workspaceId, id);
  const standing = await actions.standingOf(db, workspaceId, run);
  const { rejects, count } = await findRejects(db, workspaceId, id, { limit: 20, offset: 0 });
  const files = [...(standing?.files ?? [])];
  const rowsDone = files.reduce(
    (sum, one) => sum + one.created + one.updated + one.unchanged + one.rejected,
    0,
  );
  return {
    ...head(run, rowsDone),
    files,
    assumptions: [...(standing?.assumptions ?? [])],
    proposals: [...(standing?.proposals ?? [])],
    warnings: [...(standing?.warnings ?? [])],
    questions: (run.mapping.plan?.questions ?? []).map((one) => ({ ...one, examples: [...one.examples] })),
    notUnderstood: [...(standing?.notUnderstood ?? [])],
    rejects: { count, sample: rejects },
  };
}

function shownPlan(plan: ImportPlan, passedOver: ImportRun["mapping"]["passedOver"]): contract.ImportPlanOut {
  const others = passedOver.map(({ name, reason }) => ({ file: name, reason }));
  return {
    source: plan.source,
    currency: plan.currency,
    timeZone: plan.timeZone,
    files: plan.files.map(({ repeatedKeys: _, key, columns, ...file }) => ({
      ...file,
      key: [...key],
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
    pipelines: plan.pipelines.map(({ name, stages }) => ({
      name,
      stages: stages.map((stage) => ({ name: stage.name, outcome: stage.outcome })),
    })),
    assumptions: [...plan.assumptions],
    proposals: [...plan.proposals],
    warnings: [...plan.warnings],
    questions: plan.questions.map((one) => ({ ...one, examples: [...one.examples] })),
    notUnderstood: [...plan.notUnderstood, ...others],
  };
}

const groundOf = ({ database, clock, log }: Services): actions.Ground => ({ database, clock, log });

export const importRoutes: Route[] = [
  bind(contract.getImports, async ({ db, sight }) => ({
    items: (await findRuns(db, sight.workspaceId)).map(({ rowsDone, ...run }) => head(run, rowsDone)),
  })),
  bind(contract.getImport, ({ db, sight, params }) => shown(db, sight.workspaceId, params.id)),
  bind(contract.createImport, async ({ db, author, services, body }) => {
    const run = await actions.openImport(db, author, services.clock, body);
    return shown(db, author.workspaceId, run.id);
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
    const bytes = await keepFile(folderOf(services, run.id), file, stream);
    return { file, bytes, kept: true, reason };
  }),
  bind(contract.planOfImport, async ({ db, author, services, params, body }) => {
    const folder = folderOf(services, params.id);
    const plan = await actions.planRun(db, author.workspaceId, params.id, folder, body.options);
    const run = await actions.importOf(db, author.workspaceId, params.id);
    return shownPlan(plan, run.mapping.passedOver);
  }),
  bind(contract.startImport, async ({ db, author, services, params }) => {
    await actions.startRun(groundOf(services), db, author, params.id, folderOf(services, params.id));
    return shown(db, author.workspaceId, params.id);
  }),
  bind(contract.cancelImport, async ({ db, author, services, params }) => {
    await actions.stopRun(groundOf(services), db, author.workspaceId, params.id);
    return shown(db, author.workspaceId, params.id);
  }),
  bind(contract.getImportRejects, async ({ db, sight, params, query }) => {
    await actions.importOf(db, sight.workspaceId, params.id);
    const { rejects, count } = await findRejects(db, sight.workspaceId, params.id, query);
    const next = query.offset + rejects.length;
    return { items: rejects, count, nextOffset: next < count ? next : null };
  }),
];
