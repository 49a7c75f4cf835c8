/** Which records point at which: read from the foreign keys of the database, so that no table is forgotten. */
import { sql } from "kysely";
import type { Db } from "#base/platform";

export interface Pointer {
  /** The table that points, for example "crm.contact". */
  readonly table: string;
  readonly column: string;
  /** The table that is pointed at. */
  readonly to: string;
  readonly canBeRemoved: boolean;
}

/** Every column by which a record with a history points at another one. */
export async function findPointers(db: Db): Promise<Pointer[]> {
  const found = await sql<Pointer>`
    select distinct from_space.nspname || '.' || from_table.relname as "table", pointing.attname as "column",
      to_space.nspname || '.' || to_table.relname as "to",
      exists (select from pg_attribute where attrelid = from_table.oid and attname = 'removed_at') as "canBeRemoved"
    from pg_constraint as held
    join pg_class as from_table on from_table.oid = held.conrelid
    join pg_namespace as from_space on from_space.oid = from_table.relnamespace
    join pg_class as to_table on to_table.oid = held.confrelid
    join pg_namespace as to_space on to_space.oid = to_table.relnamespace
    cross join lateral unnest(held.conkey, held.confkey) as pair (from_no, to_no)
    join pg_attribute as pointing on pointing.attrelid = from_table.oid and pointing.attnum = pair.from_no
    join pg_attribute as pointed on pointed.attrelid = to_table.oid and pointed.attnum = pair.to_no
    where held.contype = 'f' and pointed.attname = 'id'
      and exists (select from pg_attribute where attrelid = from_table.oid and attname = 'true_since')
    order by 1, 2`.execute(db);
  return found.rows;
}

export interface Standing {
  readonly id: string;
  readonly toId: string;
}

/** Records that were there without this import, still are, and point at a record that it created. */
export async function standingOn(
  db: Db,
  workspaceId: string,
  source: string,
  pointer: Pointer,
): Promise<Standing[]> {
  const column = sql`record.${sql.ref(pointer.column)}`;
  const there = pointer.canBeRemoved ? sql`record.removed_at is null` : sql`true`;
  const own = (id: unknown, noun: string) => sql`select from base.change as own
    where own.workspace_id = record.workspace_id and own.source = ${source} and left(own.source, 7) = 'import:'
      and own.noun = ${noun} and own.record_id = ${id}`;
  const found = await sql<Standing>`
    select record.id, ${column} as "toId" from ${sql.table(pointer.table)} as record
    where record.workspace_id = ${workspaceId}::uuid and ${column} is not null and ${there}
      and not exists (${own(sql`record.id`, pointer.table)} and jsonb_exists(own.fields, ${pointer.column}))
      and exists (${own(column, pointer.to)} and own.action = 'created')`.execute(db);
  return found.rows;
}

/** The records that an import created and that later imports of other files stand on by their own links. */
export async function linkedElsewhere(
  db: Db,
  workspaceId: string,
  importId: string,
): Promise<{ id: string; noun: string; label: string }[]> {
  const found = await sql<{ id: string; noun: string; label: string }>`
    select link.record_id as id, own.noun, max(coalesce(later.label, '')) as label from crm.source_link as link
    join base.change as own on own.workspace_id = link.workspace_id and own.record_id = link.record_id
      and own.source = ${`import:${importId}`} and own.action = 'created'
    left join crm.import_run as later on later.workspace_id = link.workspace_id and later.id = link.import_id
    where link.workspace_id = ${workspaceId}::uuid and link.import_id <> ${importId}::uuid
    group by 1, 2`.execute(db);
  return found.rows;
}

/** Which of the records that these ones point at by a column were created by the import. */
export async function createdPointedAt(
  db: Db,
  workspaceId: string,
  source: string,
  pointer: Pointer,
  ids: readonly string[],
): Promise<string[]> {
  const column = sql`record.${sql.ref(pointer.column)}`;
  const found = await sql<{ id: string }>`
    select distinct ${column} as id from ${sql.table(pointer.table)} as record
    where record.workspace_id = ${workspaceId}::uuid and record.id = any(${[...ids]}::uuid[]) and exists (
      select from base.change as own where own.workspace_id = record.workspace_id and own.source = ${source}
        and left(own.source, 7) = 'import:' and own.noun = ${pointer.to} and own.record_id = ${column}
        and own.action = 'created')`.execute(db);
  return found.rows.map((row) => row.id);
}

/** Parts (lines, splits, memberships) that the import created of these records. */
export async function createdParts(
  db: Db,
  workspaceId: string,
  source: string,
  part: { readonly table: string; readonly column: string },
  ids: readonly string[],
): Promise<string[]> {
  const found = await sql<{ id: string }>`
    select record.id from ${sql.table(part.table)} as record
    where record.workspace_id = ${workspaceId}::uuid and record.${sql.ref(part.column)} = any(${[...ids]}::uuid[])
      and exists (select from base.change as own where own.workspace_id = record.workspace_id
        and own.source = ${source} and left(own.source, 7) = 'import:' and own.noun = ${part.table}
        and own.record_id = record.id and own.action = 'created')`.execute(db);
  return found.rows.map((row) => row.id);
}
