/** Backups that either engine can be restored from: the whole record, consistent, checked row by row. */
import { sql } from "kysely";
import { type Clock, refuse } from "../../../kernel/index.ts";
import type { Database, Db } from "../database.ts";
import { appliedMigrations, migrate } from "../migrate.ts";
import { type Migration, readMigrations } from "../migration-files.ts";
import { type BackupHead, type BackupLine, damaged, RowsHash, writeLines } from "./backup-file.ts";
import {
  countOn,
  hasRows,
  putRows,
  rowsOf,
  type StoredTable,
  storedTables,
  unguarded,
} from "./backup-store.ts";
import { checkBackup, readBackup, type TableCount } from "./read-backup.ts";

type Report = (done: TableCount) => void;
type Source = Pick<Database, "db" | "engine">;

/**
 * Writes the whole record to a file as it stood at one moment. Others go on meanwhile on a server; on the embedded
 * database they wait. Gives the tables with their counts.
 */
export async function takeBackup(
  source: Source,
  path: string,
  clock: Clock,
  report: Report = () => undefined,
): Promise<TableCount[]> {
  const counts: TableCount[] = [];
  await source.db
    .transaction()
    .setIsolationLevel("repeatable read")
    .execute(async (trx) => {
      await withoutHaste(trx);
      await writeLines(path, linesOf(trx, source.engine, clock, counts, report));
    });
  return counts;
}

/** Nothing ends a transaction that takes in or gives out a whole record. */
async function withoutHaste(trx: Db): Promise<void> {
  await sql`select set_config('statement_timeout', '0', true), set_config('idle_in_transaction_session_timeout', '0', true)`.execute(
    trx,
  );
}

async function* linesOf(
  db: Db,
  engine: Source["engine"],
  clock: Clock,
  counts: TableCount[],
  report: Report,
): AsyncGenerator<BackupLine> {
  const migrations = await appliedMigrations(db);
  yield { quarterdeck: "backup", format: 1, takenAt: clock.now().toString(), engine, migrations };
  for (const table of await storedTables(db)) {
    yield { table: table.name, columns: table.columns.map(({ name }) => name) };
    const said = new RowsHash();
    for await (const row of rowsOf(db, table)) {
      said.add(row);
      yield row;
    }
    yield { end: table.name, rows: said.rows, hash: said.text };
    const count = { table: table.name, rows: said.rows, hash: said.text };
    counts.push(count);
    report(count);
  }
  yield { complete: true, tables: counts.length, rows: counts.reduce((sum, { rows }) => sum + rows, 0) };
}

/** The steps of this program that a backup's record has had. Refuses a backup of a newer or a changed schema. */
function stepsOf(head: BackupHead, known: readonly Migration[]): Migration[] {
  return head.migrations.map(({ name, sha256 }) => {
    const step = known.find((one) => one.name === name && one.sha256 === sha256);
    return (
      step ??
      refuse(
        "unavailable",
        `The backup has had the schema's step ${name}, which this program does not know as it was.`,
        {
          fix: "Restore it with the version of Quarterdeck that wrote it, or a later one.",
        },
      )
    );
  });
}

/**
 * Loads a backup into a database that holds nothing yet, in one transaction; then brings the schema up to this program's.
 * Every row is read back and held against the backup. Refuses ("conflict") a database that has a record.
 */
export async function loadBackup(
  path: string,
  target: Source,
  clock: Clock,
  report: Report = () => undefined,
): Promise<TableCount[]> {
  const counts: TableCount[] = [];
  const { head } = await checkBackup(path);
  await requireEmpty(target.db, head);
  await migrate(target, clock, undefined, stepsOf(head, readMigrations()));
  await target.db.transaction().execute(async (trx) => {
    await withoutHaste(trx);
    const tables = new Map((await storedTables(trx)).map((table) => [table.name, table]));
    await unguarded(trx, async () => {
      await readBackup(path, {
        begin: async ({ table }) => {
          if (!tables.has(table)) damaged(path, `it has a table ${table}, which its schema has not`);
        },
        rows: async ({ table, columns }, rows) => putRows(trx, found(tables, table), columns, rows),
        end: async (count) => {
          await requireArrived(trx, found(tables, count.table), count);
          counts.push(count);
          report(count);
        },
      });
    });
  });
  await migrate(target, clock);
  return counts;
}

const found = (tables: ReadonlyMap<string, StoredTable>, name: string): StoredTable =>
  tables.get(name) ?? refuse("invalid", `There is no table ${name}.`);

async function requireEmpty(db: Db, head: BackupHead): Promise<void> {
  const had = await appliedMigrations(db);
  const told = new Set(head.migrations.map(({ name }) => name));
  const isAhead = had.some(({ name }) => !told.has(name));
  if (isAhead || (await hasRows(db, await storedTables(db))))
    refuse("conflict", "There is a record already where the backup should go.", {
      fix: "Give an empty database, or an empty data directory.",
    });
}

/** Reads a table back and compares. */
async function requireArrived(db: Db, table: StoredTable, told: TableCount): Promise<void> {
  await countOn(db, table);
  const arrived = new RowsHash();
  for await (const row of rowsOf(db, table)) arrived.add(row);
  if (arrived.rows === told.rows && arrived.text === told.hash) return;
  refuse(
    "unavailable",
    `The rows of ${table.name} did not arrive as they were: ${arrived.rows} of ${told.rows}.`,
    {
      fix: "Nothing was kept. Report this, please, with the version of the database.",
    },
  );
}
