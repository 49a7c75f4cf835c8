/** What an import did to which records, out of the history that the database kept. */
import { sql } from "kysely";
import type { Db } from "#base/platform";
import type { Change } from "./inverse.ts";

/** How a source of changes is written that an import made. */
const of = (source: string) => sql`source = ${source} and left(source, 7) = 'import:'`;

export interface TouchedCount {
  readonly noun: string;
  readonly created: number;
  readonly changed: number;
}

/** How many records of each noun a source created, and how many that were there before it changed. */
export async function countTouched(db: Db, workspaceId: string, source: string): Promise<TouchedCount[]> {
  const found = await sql<TouchedCount>`
    select noun, (count(*) filter (where made))::int as created, (count(*) filter (where not made))::int as changed
    from (select noun, record_id, bool_or(action = 'created') as made from base.change
      where workspace_id = ${workspaceId}::uuid and ${of(source)} group by noun, record_id) as touched
    group by noun order by noun`.execute(db);
  return found.rows;
}

/** The next records of a noun that a source created, or else only changed, in the order of their ids. */
export async function nextTouched(
  db: Db,
  workspaceId: string,
  source: string,
  asked: {
    readonly noun: string;
    readonly made: boolean;
    readonly afterId: string | null;
    readonly limit: number;
  },
): Promise<string[]> {
  const found = await sql<{ id: string }>`
    select record_id as id from base.change
    where workspace_id = ${workspaceId}::uuid and ${of(source)} and noun = ${asked.noun}
      and (${asked.afterId}::uuid is null or record_id > ${asked.afterId}::uuid)
    group by record_id having bool_or(action = 'created') = ${asked.made}
    order by record_id limit ${asked.limit}`.execute(db);
  return found.rows.map((row) => row.id);
}

/** Records that a source touched and that somebody else touched after it began. */
export async function touchedLater(
  db: Db,
  workspaceId: string,
  source: string,
  settled: readonly string[],
): Promise<string[]> {
  const found = await sql<{ id: string }>`
    select distinct later.record_id as id from base.change as later
    where later.workspace_id = ${workspaceId}::uuid and later.source <> ${source}
      and later.source <> all(${[...settled]}::text[])
      and later.change_no > (select min(change_no) from base.change where workspace_id = ${workspaceId}::uuid and ${of(source)})
      and exists (select from base.change as own where own.workspace_id = later.workspace_id
        and own.record_id = later.record_id and own.source = ${source} and own.change_no < later.change_no)
    order by 1`.execute(db);
  return found.rows.map((row) => row.id);
}

/** The number of the last change that a workspace has; 0 where it has none. */
export async function lastChangeNo(db: Db, workspaceId: string): Promise<bigint> {
  const found = await sql<{ last: bigint }>`
    select coalesce(max(change_no), 0)::bigint as last from base.change where workspace_id = ${workspaceId}::uuid`.execute(
    db,
  );
  return BigInt(found.rows[0]?.last ?? 0);
}

/** The whole history of these records, by record, in order. Numbers come as text, so that none loses a digit. */
export async function historyOf(
  db: Db,
  workspaceId: string,
  recordIds: readonly string[],
): Promise<Map<string, Change[]>> {
  const found = await sql<Change>`
    select change_no as "changeNo", noun, record_id as "recordId", action, author, source, true_since as "trueSince",
      recorded_at as "recordedAt",
      coalesce((select jsonb_object_agg(key, case when key like 'custom.%' then value else jsonb_build_array(
        case when jsonb_typeof(value -> 0) = 'number' then to_jsonb(value #>> '{0}') else value -> 0 end,
        case when jsonb_typeof(value -> 1) = 'number' then to_jsonb(value #>> '{1}') else value -> 1 end) end)
        from jsonb_each(fields)), '{}'::jsonb) as fields
    from base.change where workspace_id = ${workspaceId}::uuid and record_id = any(${[...recordIds]}::uuid[])
    order by record_id, change_no`.execute(db);
  const byRecord = new Map<string, Change[]>();
  for (const change of found.rows) {
    const changes = byRecord.get(change.recordId) ?? [];
    byRecord.set(change.recordId, changes);
    changes.push(change);
  }
  return byRecord;
}

/** What people call these records of a table: a name, a subject, or nothing. */
export async function namesOf(
  db: Db,
  workspaceId: string,
  noun: string,
  ids: readonly string[],
): Promise<Map<string, string>> {
  const found = await sql<{ id: string; name: string }>`
    select id, coalesce(to_jsonb(record) ->> 'name', to_jsonb(record) ->> 'subject', to_jsonb(record) ->> 'label', '') as name
    from ${sql.table(noun)} as record where workspace_id = ${workspaceId}::uuid and id = any(${[...ids]}::uuid[])`.execute(
    db,
  );
  return new Map(found.rows.map((row) => [row.id, row.name]));
}

export interface TouchedRecord {
  readonly id: string;
  readonly name: string;
  /** Not removed since. */
  readonly isThere: boolean;
}

/** These records of a table with what people call them, in the order of their ids; deleted ones have no name any more. */
export async function recordsNamed(
  db: Db,
  workspaceId: string,
  noun: string,
  ids: readonly string[],
): Promise<TouchedRecord[]> {
  const found = await sql<TouchedRecord>`
    select given.id, coalesce(to_jsonb(record) ->> 'name', to_jsonb(record) ->> 'subject', to_jsonb(record) ->> 'label', '') as name,
      record.id is not null and (to_jsonb(record) ->> 'removed_at') is null as "isThere"
    from unnest(${[...ids]}::uuid[]) as given (id)
    left join ${sql.table(noun)} as record on record.workspace_id = ${workspaceId}::uuid and record.id = given.id
    order by given.id`.execute(db);
  return found.rows;
}
