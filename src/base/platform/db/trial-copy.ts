/**
 * A copy of some tables of a workspace in a database of its own, in which something can be tried that nobody else is
 * to see: whatever is written there holds no lock on the record, and is gone when the copy is closed.
 */
import fs from "node:fs";
import { sql } from "kysely";
import type { Clock } from "../../kernel/index.ts";
import { layBlankRecord } from "./blank-record.ts";
import { type Db, openDatabase } from "./database.ts";

/** A table to be copied, all rows of the workspace, or those for which a condition on `record` holds. */
export interface CopiedTable {
  readonly table: string;
  readonly only?: string;
}

export interface TrialAsk {
  readonly workspaceId: string;
  readonly tables: readonly CopiedTable[];
  /** A directory for the copy's files, which is made and removed again. */
  readonly directory: string;
  /** The folder in which the blank record is kept that every copy begins from. */
  readonly blanks: string;
  readonly clock: Clock;
  readonly report: (copied: { readonly rows: number; readonly rowsTotal: number }) => void;
  readonly isStopped: () => boolean;
}

export interface TrialCopy {
  readonly db: Db;
  close(): Promise<void>;
}

interface Shape {
  readonly columns: readonly string[];
  /** The columns of the primary key after the workspace, with their types. */
  readonly key: readonly { readonly name: string; readonly type: string }[];
}

const pageRows = 2000;

/** Makes the copy. Null when it was stopped. Reads page by page, so that nobody waits for it for long. */
export async function openTrialCopy(from: Db, ask: TrialAsk): Promise<TrialCopy | null> {
  const { clock, directory, blanks } = ask;
  fs.rmSync(directory, { recursive: true, force: true });
  await layBlankRecord(blanks, directory, clock);
  const database = await openDatabase({ directory, clock });
  const close = async () => {
    await database.close();
    fs.rmSync(directory, { recursive: true, force: true });
  };
  try {
    if (await copyAll(from, database.db, ask)) return { db: database.db, close };
  } catch (error) {
    await close();
    throw error;
  }
  await close();
  return null;
}

/** Copies the workspace's row and the tables. False when it was stopped. */
async function copyAll(from: Db, to: Db, ask: TrialAsk): Promise<boolean> {
  const tables = [{ table: "base.workspace" }, ...ask.tables];
  const shapes = new Map<string, Shape>();
  let rowsTotal = 0;
  for (const one of tables) {
    shapes.set(one.table, await shapeOf(to, one.table));
    rowsTotal += await countRows(from, ask.workspaceId, one);
  }
  let rows = 0;
  for (const one of tables) {
    const shape = shapes.get(one.table);
    if (shape === undefined) continue;
    // What is copied happened before: it is no change of its own, and its order does not matter.
    await sql`alter table ${sql.table(one.table)} disable trigger all`.execute(to);
    for (let after: readonly string[] | null = null; ; ) {
      if (ask.isStopped()) return false;
      ask.report({ rows, rowsTotal });
      const page = await pageOf(from, ask.workspaceId, one, shape, after);
      if (page.count === 0) break;
      await insertPage(to, one.table, shape, page.text);
      rows += page.count;
      if (page.count < pageRows) break;
      after = page.last;
    }
    await sql`alter table ${sql.table(one.table)} enable trigger all`.execute(to);
  }
  await sql`analyze`.execute(to);
  return true;
}

async function shapeOf(db: Db, table: string): Promise<Shape> {
  const columns = await sql<{ name: string }>`
    select attname as name from pg_attribute where attrelid = ${table}::regclass and attnum > 0 and not attisdropped
      and attgenerated = '' and attidentity = '' order by attnum`.execute(db);
  const key = await sql<{ name: string; type: string }>`
    select held.attname as name, format_type(held.atttypid, held.atttypmod) as type from pg_index as own
    cross join lateral unnest(own.indkey::smallint[]) with ordinality as part (number, place)
    join pg_attribute as held on held.attrelid = own.indrelid and held.attnum = part.number
    where own.indrelid = ${table}::regclass and own.indisprimary and held.attname <> 'workspace_id'
    order by part.place`.execute(db);
  return { columns: columns.rows.map((one) => one.name), key: key.rows };
}

const condition = ({ only }: CopiedTable) => (only === undefined ? sql`true` : sql.raw(only));

async function countRows(db: Db, workspaceId: string, one: CopiedTable): Promise<number> {
  const found = await sql<{ count: bigint }>`
    select count(*) as count from ${sql.table(one.table)} as record
    where workspace_id = ${workspaceId}::uuid and ${condition(one)}`.execute(db);
  return Number(found.rows[0]?.count ?? 0);
}

/** The next rows in the order of the key, as one text that goes from database to database and loses no digit. */
async function pageOf(
  db: Db,
  workspaceId: string,
  one: CopiedTable,
  { key }: Shape,
  after: readonly string[] | null,
): Promise<{ text: string; count: number; last: readonly string[] }> {
  const names = key.map(({ name }) => sql.ref(`record.${name}`));
  const beyond =
    after === null || key.length === 0
      ? sql`true`
      : sql`(${sql.join(names)}) > (${sql.join(
          key.map(({ type }, at) => sql`${after[at] ?? ""}::text::${sql.raw(type)}`),
        )})`;
  const order = key.length === 0 ? sql`` : sql`order by ${sql.join(names)}`;
  const backwards = sql.join(key.map(({ name }) => sql`page.${sql.ref(name)} desc`));
  const last = key.map(({ name }) => sql`(array_agg(page.${sql.ref(name)}::text order by ${backwards}))[1]`);
  const found = await sql<{ text: string | null; count: bigint; last: string[] }>`
    select jsonb_agg(to_jsonb(page))::text as text, count(*) as count, array[${sql.join(last)}]::text[] as last
    from (select record.* from ${sql.table(one.table)} as record
      where workspace_id = ${workspaceId}::uuid and ${condition(one)} and ${beyond} ${order} limit ${pageRows}) as page`.execute(
    db,
  );
  const [row] = found.rows;
  return { text: row?.text ?? "[]", count: Number(row?.count ?? 0), last: row?.last ?? [] };
}

async function insertPage(db: Db, table: string, { columns }: Shape, text: string): Promise<void> {
  const names = sql.join(columns.map((name) => sql.ref(name)));
  await sql`
    insert into ${sql.table(table)} (${names})
    select ${names} from jsonb_populate_recordset(null::${sql.table(table)}, ${text}::jsonb)`.execute(db);
}
