/** The imports of a workspace: what each was asked to do, and how it stands. */
import { sql } from "kysely";
import type { Db } from "#base/platform";
import type { ImportOptions, ImportPlan } from "../mapping/import-plan.ts";
import type { ImportResult } from "../result.ts";
import type { Counts } from "./tally.ts";

export type RunState = "ready" | "running" | "paused" | "done" | "failed" | "cancelled";

/** What an import was asked for, beyond how its files are read. */
export type RunOptions = ImportOptions & {
  readonly dryRun?: boolean | undefined;
  /** Whose ids these are, where two sources count alike. */
  readonly sourceName?: string | undefined;
  readonly removeVanished?: boolean | undefined;
};

/** That a mapping was kept under a name, to be used again. */
export interface SavedAs {
  readonly name: string;
  readonly by: string;
  /** An instant, as text. */
  readonly at: string;
}

/** What is kept of an import beside its ledger. */
export interface RunMapping {
  readonly options: RunOptions;
  readonly plan: ImportPlan | null;
  /** Files that were handed over but are no tables, with the reason. */
  readonly passedOver: readonly { readonly name: string; readonly reason: string }[];
  /** What it did, once it has ended; what it would have done, after a dry run. */
  readonly outcome: ImportResult | null;
  readonly savedAs?: SavedAs | null | undefined;
}

export interface ImportRun {
  readonly id: string;
  readonly source: string;
  readonly label: string;
  readonly mapping: RunMapping;
  readonly state: RunState;
  readonly problem: string | null;
  readonly rowsTotal: bigint | null;
  readonly requestedBy: string;
  readonly createdAt: Temporal.Instant;
  readonly startedAt: Temporal.Instant | null;
  readonly finishedAt: Temporal.Instant | null;
}

const columns = sql`id, source, label, mapping, state, problem, rows_total as "rowsTotal", requested_by as "requestedBy",
  created_at as "createdAt", started_at as "startedAt", finished_at as "finishedAt"`;

/** All imports of a workspace with what became of their rows so far, the latest first. */
export async function findRuns(
  db: Db,
  workspaceId: string,
): Promise<(ImportRun & { readonly counts: Counts })[]> {
  const found = await sql<ImportRun & { readonly [Count in keyof Counts as `of_${Count}`]: bigint }>`
    select ${columns}, coalesce(done.rows, 0) as of_rows, coalesce(done.created, 0) as of_created,
      coalesce(done.updated, 0) as of_updated, coalesce(done.unchanged, 0) as of_unchanged,
      coalesce(done.duplicate, 0) as of_duplicate,
      coalesce(done.rejected, 0) as of_rejected
    from crm.import_run
    left join lateral (select sum(chunk.rows)::bigint as rows, sum(chunk.created)::bigint as created,
        sum(chunk.updated)::bigint as updated, sum(chunk.unchanged)::bigint as unchanged,
        sum(chunk.duplicate)::bigint as duplicate, sum(chunk.rejected)::bigint as rejected
      from crm.import_chunk as chunk
      where chunk.workspace_id = import_run.workspace_id and chunk.import_id = import_run.id) as done on true
    where workspace_id = ${workspaceId}::uuid
    order by created_at desc, id desc limit 200`.execute(db);
  return found.rows.map(
    ({ of_rows, of_created, of_updated, of_unchanged, of_duplicate, of_rejected, ...run }) => ({
      ...run,
      counts: {
        rows: Number(of_rows),
        created: Number(of_created),
        updated: Number(of_updated),
        unchanged: Number(of_unchanged),
        duplicate: Number(of_duplicate),
        rejected: Number(of_rejected),
      },
    }),
  );
}

/** Imports of all workspaces that are marked as running: after a start, those that were broken off. */
export async function findRunsBroken(db: Db): Promise<{ workspaceId: string; run: ImportRun }[]> {
  const found = await sql<ImportRun & { readonly workspaceId: string }>`
    select workspace_id as "workspaceId", ${columns} from crm.import_run where state = 'running'
    order by created_at`.execute(db);
  return found.rows.map(({ workspaceId, ...run }) => ({ workspaceId, run }));
}

/** One import, or undefined. */
export async function findRun(db: Db, workspaceId: string, id: string): Promise<ImportRun | undefined> {
  const found = await sql<ImportRun>`
    select ${columns} from crm.import_run where workspace_id = ${workspaceId}::uuid and id = ${id}::uuid`.execute(
    db,
  );
  return found.rows[0];
}

/** Adds an import that is ready to be given its files. */
export async function insertRun(
  db: Db,
  workspaceId: string,
  run: Pick<ImportRun, "id" | "source" | "label" | "mapping" | "requestedBy" | "createdAt">,
): Promise<void> {
  await sql`
    insert into crm.import_run (workspace_id, id, source, label, mapping, state, requested_by, created_at)
    values (${workspaceId}::uuid, ${run.id}::uuid, ${run.source}, ${run.label}, ${JSON.stringify(run.mapping)}::jsonb,
      'ready', ${run.requestedBy}, ${run.createdAt.toString()}::timestamptz)`.execute(db);
}

/** Keeps what an import is going to do. */
export async function keepPlan(
  db: Db,
  workspaceId: string,
  id: string,
  kept: { readonly source: string; readonly mapping: RunMapping; readonly rowsTotal: number },
): Promise<void> {
  await sql`
    update crm.import_run set source = ${kept.source}, mapping = ${JSON.stringify(kept.mapping)}::jsonb,
      rows_total = ${kept.rowsTotal} where workspace_id = ${workspaceId}::uuid and id = ${id}::uuid and state = 'ready'`.execute(
    db,
  );
}

/** Keeps how an import stands. */
export async function keepState(
  db: Db,
  workspaceId: string,
  id: string,
  state: RunState,
  at: Temporal.Instant,
  problem: string | null = null,
): Promise<void> {
  const started = state === "running" ? at.toString() : null;
  const finished = state === "running" ? null : at.toString();
  await sql`
    update crm.import_run set state = ${state}, problem = ${problem}::text,
      started_at = coalesce(started_at, ${started}::timestamptz), finished_at = ${finished}::timestamptz
    where workspace_id = ${workspaceId}::uuid and id = ${id}::uuid`.execute(db);
}

/** Keeps what an import is asked for, once it has begun. */
export async function keepOptions(
  db: Db,
  workspaceId: string,
  id: string,
  options: RunOptions,
): Promise<void> {
  await sql`
    update crm.import_run set mapping = jsonb_set(mapping, '{options}', ${JSON.stringify(options)}::jsonb)
    where workspace_id = ${workspaceId}::uuid and id = ${id}::uuid`.execute(db);
}

/** Keeps what an import did. */
export async function keepOutcome(
  db: Db,
  workspaceId: string,
  id: string,
  outcome: ImportResult,
): Promise<void> {
  await sql`
    update crm.import_run set mapping = jsonb_set(mapping, '{outcome}', ${JSON.stringify(outcome)}::jsonb)
    where workspace_id = ${workspaceId}::uuid and id = ${id}::uuid`.execute(db);
}

/** Keeps the name under which the mapping of an import is found again; null: none any more. */
export async function keepMappingName(
  db: Db,
  workspaceId: string,
  id: string,
  savedAs: SavedAs | null,
): Promise<void> {
  await sql`
    update crm.import_run set mapping = jsonb_set(mapping, '{savedAs}', ${JSON.stringify(savedAs)}::jsonb)
    where workspace_id = ${workspaceId}::uuid and id = ${id}::uuid`.execute(db);
}

/** Takes a name away from whichever mapping has it. */
export async function forgetMappingName(db: Db, workspaceId: string, name: string): Promise<void> {
  await sql`
    update crm.import_run set mapping = jsonb_set(mapping, '{savedAs}', 'null')
    where workspace_id = ${workspaceId}::uuid and lower(mapping #>> '{savedAs,name}') = lower(${name})`.execute(
    db,
  );
}

/** Notes a file that was handed over and is no table. */
export async function addPassedOver(
  db: Db,
  workspaceId: string,
  id: string,
  file: { readonly name: string; readonly reason: string },
): Promise<void> {
  await sql`
    update crm.import_run
    set mapping = jsonb_set(mapping, '{passedOver}', (mapping -> 'passedOver') || ${JSON.stringify([file])}::jsonb)
    where workspace_id = ${workspaceId}::uuid and id = ${id}::uuid`.execute(db);
}

/**
 * Sets an import back to where it had not begun, keeping its plan; `dry`: to be run dry. One that is running is left
 * alone, unless it is its own end (`ended`).
 */
export async function reopenRun(
  db: Db,
  workspaceId: string,
  id: string,
  dry: boolean,
  ended = false,
): Promise<void> {
  await sql`delete from crm.import_reject as reject using crm.import_run as run
    where reject.workspace_id = ${workspaceId}::uuid and reject.import_id = ${id}::uuid
      and run.workspace_id = reject.workspace_id and run.id = reject.import_id
      and (${ended} or run.state <> 'running')`.execute(db);
  await sql`
    update crm.import_run set state = 'ready', problem = null, started_at = null, finished_at = null,
      mapping = jsonb_set(jsonb_set(mapping, '{outcome}', 'null'), '{options,dryRun}', ${dry ? "true" : "false"}::jsonb)
    where workspace_id = ${workspaceId}::uuid and id = ${id}::uuid and (${ended} or state <> 'running')`.execute(
    db,
  );
}
