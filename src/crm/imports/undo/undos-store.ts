/** How far the undoing of an import has come, and its links. */
import { sql } from "kysely";
import type { Db } from "#base/platform";

export interface Undo {
  readonly importId: string;
  readonly state: "running" | "stopped" | "done" | "failed";
  readonly problem: string | null;
  readonly leaveChanged: boolean;
  readonly requestedBy: string;
  readonly startedAt: Temporal.Instant;
  readonly finishedAt: Temporal.Instant | null;
  readonly recordsTotal: bigint;
  readonly recordsDone: bigint;
  readonly removed: bigint;
  readonly restored: bigint;
  readonly kept: bigint;
  readonly phase: number;
  readonly afterId: string | null;
}

const columns = sql`import_id as "importId", state, problem, leave_changed as "leaveChanged",
  requested_by as "requestedBy", started_at as "startedAt", finished_at as "finishedAt",
  records_total as "recordsTotal", records_done as "recordsDone", removed, restored, kept, phase, after_id as "afterId"`;

/** The undoing of an import, or undefined. With `hold`: held until the transaction ends. */
export async function findUndo(
  db: Db,
  workspaceId: string,
  importId: string,
  hold = false,
): Promise<Undo | undefined> {
  const found = await sql<Undo>`
    select ${columns} from crm.import_undo
    where workspace_id = ${workspaceId}::uuid and import_id = ${importId}::uuid ${hold ? sql`for update` : sql``}`.execute(
    db,
  );
  return found.rows[0];
}

/** The imports of a workspace that were undone. */
export async function findUndone(db: Db, workspaceId: string): Promise<string[]> {
  const found = await sql<{ id: string }>`
    select import_id as id from crm.import_undo where workspace_id = ${workspaceId}::uuid and state = 'done'`.execute(
    db,
  );
  return found.rows.map((row) => row.id);
}

/** How the undoings of a workspace's imports stand, by import. */
export async function findUndoStates(db: Db, workspaceId: string): Promise<Map<string, Undo["state"]>> {
  const found = await sql<{ id: string; state: Undo["state"] }>`
    select import_id as id, state from crm.import_undo where workspace_id = ${workspaceId}::uuid`.execute(db);
  return new Map(found.rows.map((row) => [row.id, row.state]));
}

/** The undoings of all workspaces that were broken off. */
export async function findUndosBroken(
  db: Db,
): Promise<{ workspaceId: string; importId: string; requestedBy: string }[]> {
  const found = await sql<{ workspaceId: string; importId: string; requestedBy: string }>`
    select workspace_id as "workspaceId", import_id as "importId", requested_by as "requestedBy"
    from crm.import_undo where state = 'running' order by started_at`.execute(db);
  return found.rows;
}

/** Begins an undoing, or takes up one that ended before it was done. Refuses (by the database) nothing else: ask `findUndo` before. */
export async function beginUndo(
  db: Db,
  workspaceId: string,
  given: Pick<Undo, "importId" | "leaveChanged" | "requestedBy" | "startedAt">,
): Promise<void> {
  await sql`
    insert into crm.import_undo (workspace_id, import_id, state, leave_changed, requested_by, started_at, records_total)
    values (${workspaceId}::uuid, ${given.importId}::uuid, 'running', ${given.leaveChanged}, ${given.requestedBy},
      ${given.startedAt.toString()}::timestamptz, 0)
    on conflict (workspace_id, import_id) do update set state = 'running', problem = null, finished_at = null,
      leave_changed = excluded.leave_changed`.execute(db);
}

/** Keeps how many records an undoing has before it, as soon as that is known. */
export async function weighUndo(
  db: Db,
  workspaceId: string,
  importId: string,
  recordsTotal: number,
): Promise<void> {
  await sql`
    update crm.import_undo set records_total = greatest(records_done, ${recordsTotal}::bigint)
    where workspace_id = ${workspaceId}::uuid and import_id = ${importId}::uuid`.execute(db);
}

/** Moves an undoing on, in the transaction that undid a chunk. */
export async function moveUndo(
  db: Db,
  workspaceId: string,
  importId: string,
  to: Pick<Undo, "phase" | "afterId"> & {
    readonly done: number;
    readonly removed: number;
    readonly restored: number;
    readonly kept: number;
  },
): Promise<void> {
  await sql`
    update crm.import_undo set phase = ${to.phase}, after_id = ${to.afterId}::uuid,
      records_done = records_done + ${to.done}, removed = removed + ${to.removed},
      restored = restored + ${to.restored}, kept = kept + ${to.kept}
    where workspace_id = ${workspaceId}::uuid and import_id = ${importId}::uuid`.execute(db);
}

/** Keeps how an undoing ended. */
export async function endUndo(
  db: Db,
  workspaceId: string,
  importId: string,
  state: "stopped" | "done" | "failed",
  at: Temporal.Instant,
  problem: string | null,
): Promise<void> {
  await sql`
    update crm.import_undo set state = ${state}, problem = ${problem}::text,
      finished_at = ${at.toString()}::timestamptz
    where workspace_id = ${workspaceId}::uuid and import_id = ${importId}::uuid`.execute(db);
}

/**
 * Gives some links of an import back to whoever had them before it, and drops those that it made; links of records
 * that were left as they are stay. Gives how many it went through: fewer than `limit` means that none is left.
 */
export async function giveBackLinks(
  db: Db,
  workspaceId: string,
  importId: string,
  keptIds: readonly string[],
  limit: number,
): Promise<number> {
  const gone = await sql<{ count: bigint }>`
    with gone as (
      delete from crm.source_link as link using (
        select source, object, source_id from crm.source_link
        where workspace_id = ${workspaceId}::uuid and import_id = ${importId}::uuid
          and record_id <> all(${[...keptIds]}::uuid[]) limit ${limit}) as these
      where link.workspace_id = ${workspaceId}::uuid and link.source = these.source and link.object = these.object
        and link.source_id = these.source_id
      returning link.source, link.object, link.source_id)
    select count(*) as count from gone`.execute(db);
  const count = Number(gone.rows[0]?.count ?? 0);
  if (count < limit) {
    await sql`
      insert into crm.source_link (workspace_id, source, object, source_id, record_id, fingerprint, import_id)
      select workspace_id, source, object, source_id, record_id, fingerprint, former_import_id
      from crm.import_link_before
      where workspace_id = ${workspaceId}::uuid and import_id = ${importId}::uuid
      on conflict do nothing`.execute(db);
  }
  return count;
}
