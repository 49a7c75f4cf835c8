/** The record's tables as a backup takes them out and puts them in. */
import { type RawBuilder, sql } from "kysely";
import type { Db } from "../database.ts";
import type { Row } from "./backup-file.ts";

export interface StoredTable {
  /** "crm.account". */
  readonly name: string;
  readonly columns: readonly { readonly name: string; readonly type: string; readonly counts: boolean }[];
}

/**
 * Every table of ours with the columns that a backup takes. Numbers of transactions are left out: they mean something to
 * one database only, and another gives its own.
 */
export async function storedTables(db: Db): Promise<StoredTable[]> {
  const { rows } = await sql<StoredTable>`
    select n.nspname || '.' || c.relname as name,
      jsonb_agg(jsonb_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod),
        'counts', a.attidentity <> '') order by a.attnum) as columns
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
      join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
        and a.atttypid <> 'xid8'::regtype
    where c.relkind in ('r', 'p') and not c.relispartition
      and n.nspname not like 'pg\\_%' and n.nspname not in ('information_schema', 'public')
    group by 1 order by 1`.execute(db);
  return rows;
}

const fetched = 2000;

/** All rows of a table. Inside a transaction. */
export async function* rowsOf(db: Db, table: StoredTable): AsyncGenerator<Row> {
  const values = sql.join(table.columns.map(({ name }) => sql`${sql.ref(name)}::text`));
  await sql`declare backup_rows no scroll cursor for select to_json(array[${values}])::text as row from ${sql.table(table.name)}`.execute(
    db,
  );
  for (;;) {
    const { rows } = await sql<{ row: string }>`fetch ${sql.lit(fetched)} from backup_rows`.execute(db);
    for (const { row } of rows) yield JSON.parse(row) as Row;
    if (rows.length < fetched) break;
  }
  await sql`close backup_rows`.execute(db);
}

/** Puts rows into a table as they are, under the names of `columns`. */
export async function putRows(
  db: Db,
  table: StoredTable,
  columns: readonly string[],
  rows: readonly Row[],
): Promise<void> {
  if (rows.length === 0) return;
  const typeOf = new Map(table.columns.map(({ name, type }) => [name, type]));
  const values = columns.map(
    (name, at): RawBuilder<unknown> =>
      sql`(given ->> ${sql.lit(at)})::${sql.raw(typeOf.get(name) ?? "text")}`,
  );
  await sql`insert into ${sql.table(table.name)} (${sql.join(columns.map((name) => sql.ref(name)))}) overriding system value
    select ${sql.join(values)} from jsonb_array_elements(${JSON.stringify(rows)}::jsonb) as given`.execute(
    db,
  );
}

/** Lets counting columns go on behind what was put in. */
export async function countOn(db: Db, table: StoredTable): Promise<void> {
  for (const { name } of table.columns.filter(({ counts }) => counts)) {
    await sql`select setval(pg_get_serial_sequence(${table.name}, ${name}), greatest(max(${sql.ref(name)}), 1), count(*) > 0)
      from ${sql.table(table.name)}`.execute(db);
  }
}

/** Whether any of the tables has a row. */
export async function hasRows(db: Db, tables: readonly StoredTable[]): Promise<boolean> {
  for (const { name } of tables) {
    const { rows } = await sql`select 1 from ${sql.table(name)} limit 1`.execute(db);
    if (rows.length > 0) return true;
  }
  return false;
}

interface Guard {
  readonly table: string;
  readonly name: string;
  /** Statement that takes it away, and the one that brings it back as it was. */
  readonly off: string;
  readonly on: string;
}

/**
 * Runs work while the tables take rows as they are: without triggers, and without foreign keys, since rows may name what
 * comes after them. Both are back afterwards, and all rows have been held against the keys. Inside a transaction.
 */
export async function unguarded(db: Db, work: () => Promise<void>): Promise<void> {
  const { rows } = await sql<Guard>`
    with ours as (
      select c.oid, format('%I.%I', n.nspname, c.relname) as name
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p') and n.nspname not like 'pg\\_%' and n.nspname not in ('information_schema', 'public')
    )
    select ours.name as table, t.tgname as name, format('alter table %s disable trigger %I', ours.name, t.tgname) as off,
      format('alter table %s enable %s trigger %I', ours.name,
        case t.tgenabled when 'A' then 'always' when 'R' then 'replica' else '' end, t.tgname) as on
    from ours join pg_trigger t on t.tgrelid = ours.oid where not t.tgisinternal and t.tgenabled <> 'D'
    union all
    select ours.name, k.conname, format('alter table %s drop constraint %I', ours.name, k.conname),
      format('alter table %s add constraint %I %s', ours.name, k.conname, pg_get_constraintdef(k.oid))
    from ours join pg_constraint k on k.conrelid = ours.oid where k.contype = 'f'`.execute(db);
  for (const { off } of rows) await sql.raw(off).execute(db);
  await work();
  for (const { on } of rows) await sql.raw(on).execute(db);
}
