/**
 * Takes records back to what an earlier version of them said: the way to undo what was written many rows at a time.
 * It reads the columns of a table from the database, so that it serves every table that keeps history.
 */
import { type RawBuilder, sql } from "kysely";
import type { Db } from "./database.ts";

/** What a record said before, by the names that history uses ("custom.tier" for a custom value); null: nothing. */
export interface FormerValues {
  readonly id: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

const bookkeeping = new Set(["workspace_id", "id", "version", "true_since", "custom"]);
const known = new Map<string, readonly string[]>();

/** The columns of a table that keeps history. Refuses (by the database) a table that there is not. */
async function columnsOf(db: Db, table: string): Promise<readonly string[]> {
  const before = known.get(table);
  if (before !== undefined) return before;
  const found = await sql<{ name: string }>`
    select attname as name from pg_attribute where attrelid = ${table}::regclass and attnum > 0 and not attisdropped
    order by attnum`.execute(db);
  const columns = found.rows.map((row) => row.name);
  known.set(table, columns);
  return columns;
}

/** The records in a form that goes to the database as one value. */
function given(rows: readonly FormerValues[]): RawBuilder<unknown> {
  const plain = rows.map(({ id, fields }) => {
    const own = Object.entries(fields).filter(([name]) => !name.startsWith("custom."));
    const custom = Object.entries(fields).filter(([name]) => name.startsWith("custom."));
    const key = (name: string) => name.slice("custom.".length);
    return {
      id,
      fields: Object.fromEntries(own),
      custom: Object.fromEntries(
        custom.filter(([, value]) => value !== null).map(([name, value]) => [key(name), value]),
      ),
      gone: custom.filter(([, value]) => value === null).map(([name]) => key(name)),
    };
  });
  return sql`jsonb_to_recordset(${JSON.stringify(plain)}::jsonb)
    as given (id uuid, fields jsonb, custom jsonb, gone text[])`;
}

/**
 * Gives records of a table ("people.person") the values that they had. Only the named fields change. `trueSince` says
 * since when the former values hold, by id; without it: since this transaction.
 */
export async function revertRecords(
  db: Db,
  workspaceId: string,
  table: string,
  rows: readonly FormerValues[],
  trueSince: ReadonlyMap<string, Temporal.Instant> = new Map(),
): Promise<void> {
  const changed = rows.filter((row) => Object.keys(row.fields).length > 0);
  if (changed.length === 0) return;
  const columns = await columnsOf(db, table);
  const named = new Set(changed.flatMap((row) => Object.keys(row.fields)));
  const settings = columns
    .filter((column) => named.has(column) && !bookkeeping.has(column))
    .map(
      (column) => sql`${sql.ref(column)} = case when given.fields ? ${sql.lit(column)}
        then (jsonb_populate_record(null::${sql.table(table)}, given.fields)).${sql.ref(column)}
        else record.${sql.ref(column)} end`,
    );
  if (columns.includes("custom")) settings.push(sql`custom = (record.custom - given.gone) || given.custom`);
  const since = [...trueSince].filter(([id]) => changed.some((row) => row.id === id));
  await sql`
    update ${sql.table(table)} as record
    set true_since = coalesce(dated.since::timestamptz, record.true_since), ${sql.join(settings)}
    from ${given(changed)}
    left join unnest(${since.map(([id]) => id)}::uuid[], ${since.map(([, at]) => at.toString())}::text[])
      as dated (id, since) on dated.id = given.id
    where record.workspace_id = ${workspaceId}::uuid and record.id = given.id`.execute(db);
}

/** Puts records back that were deleted, with the values that they had. */
export async function putBackRecords(
  db: Db,
  workspaceId: string,
  table: string,
  rows: readonly FormerValues[],
): Promise<void> {
  if (rows.length === 0) return;
  const columns = (await columnsOf(db, table)).filter((column) => !bookkeeping.has(column));
  const values = columns.map(
    (column) => sql`(jsonb_populate_record(null::${sql.table(table)}, given.fields)).${sql.ref(column)}`,
  );
  await sql`
    insert into ${sql.table(table)} (workspace_id, id, ${sql.join(columns.map((column) => sql.ref(column)))})
    select ${workspaceId}::uuid, given.id, ${sql.join(values)} from ${given(rows)}`.execute(db);
}

/** Removes records: marked as removed where the table knows that, else deleted; their history stays either way. */
export async function removeRecords(
  db: Db,
  workspaceId: string,
  table: string,
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) return;
  const columns = await columnsOf(db, table);
  const these = sql`where workspace_id = ${workspaceId}::uuid and id = any(${[...ids]}::uuid[])`;
  if (!columns.includes("removed_at")) await sql`delete from ${sql.table(table)} ${these}`.execute(db);
  else
    await sql`update ${sql.table(table)} set removed_at = base.moment() ${these} and removed_at is null`.execute(
      db,
    );
}
