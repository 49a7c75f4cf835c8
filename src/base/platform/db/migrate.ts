import { type Kysely, sql } from "kysely";
import { type Clock, refuse } from "../../kernel/index.ts";
import type { Database, Db } from "./database.ts";
import { type Migration, readMigrations } from "./migration-files.ts";

interface Applied {
  readonly name: string;
  readonly sha256: string;
}
interface MigrationTable {
  quarterdeck_migration: Applied & { applied_at: Temporal.Instant };
}

/** "QDeck" as a number: everyone who migrates a server's database takes this lock first. */
const migrationLock = 349_219_906_923n;

const createTable = `create table if not exists public.quarterdeck_migration (
  name text primary key,
  sha256 text not null,
  applied_at timestamptz not null
)`;

/**
 * Which migrations are still to come. Refuses ("unavailable") when the record has had one that this program does
 * not know (the record is newer), or one whose text was changed since.
 */
export function pendingMigrations(known: readonly Migration[], applied: readonly Applied[]): Migration[] {
  const byName = new Map(known.map((migration) => [migration.name, migration]));
  for (const { name, sha256 } of applied) {
    const migration = byName.get(name);
    if (migration === undefined) {
      refuse(
        "unavailable",
        `The database is newer than this program: it has had ${name}, which is not known here.`,
        {
          fix: "Start the version of Quarterdeck that last opened it, or a later one.",
        },
      );
    }
    if (migration.sha256 !== sha256) {
      refuse("unavailable", `The migration ${name} was changed after the database had it.`, {
        fix: `Restore db/migrations/${name} as it was and put the change into a new migration.`,
      });
    }
  }
  const had = new Set(applied.map(({ name }) => name));
  const last =
    applied
      .map(({ name }) => name)
      .sort()
      .at(-1) ?? "";
  const pending = known.filter(({ name }) => !had.has(name));
  const late = pending.find(({ name }) => name < last);
  if (late !== undefined) {
    refuse(
      "unavailable",
      `The migration ${late.name} comes before ${last}, which the database has had already.`,
      {
        fix: `Give db/migrations/${late.name} a number after ${last}.`,
      },
    );
  }
  return pending;
}

/** The steps that the record has had, in order; none where there is no record yet. */
export async function appliedMigrations(db: Db | Kysely<MigrationTable>): Promise<Applied[]> {
  const own = db as unknown as Kysely<MigrationTable>;
  const { rows } = await sql<{
    known: boolean;
  }>`select to_regclass('public.quarterdeck_migration') is not null as known`.execute(own);
  if (rows[0]?.known !== true) return [];
  return own.selectFrom("quarterdeck_migration").select(["name", "sha256"]).orderBy("name").execute();
}

async function applyPending(
  db: Kysely<MigrationTable>,
  known: Migration[],
  clock: Clock,
  before: () => Promise<void>,
) {
  await sql.raw(createTable).execute(db);
  const applied = await appliedMigrations(db);
  const pending = pendingMigrations(known, applied);
  if (pending.length > 0 && applied.length > 0) await before();
  for (const { name, sha256, sql: text } of pending) {
    await db.transaction().execute(async (trx) => {
      await sql`select set_config('lock_timeout', '10s', true), set_config('statement_timeout', '0', true)`.execute(
        trx,
      );
      await sql.raw(text).execute(trx);
      await trx
        .insertInto("quarterdeck_migration")
        .values({ name, sha256, applied_at: clock.now() })
        .execute();
    });
  }
  return pending.map(({ name }) => name);
}

/**
 * Brings the schema up to the files in db/migrations, each in a transaction with its entry in
 * public.quarterdeck_migration; gives the names of those it applied. `before` runs once if an existing record is
 * about to change. On a server, one process at a time.
 */
export async function migrate(
  { db, engine }: Pick<Database, "db" | "engine">,
  clock: Clock,
  before: () => Promise<void> = async () => {},
  known: Migration[] = readMigrations(),
): Promise<string[]> {
  return db.connection().execute(async (connection: Db) => {
    const own = connection as unknown as Kysely<MigrationTable>;
    if (engine === "embedded") return applyPending(own, known, clock, before);
    await sql`set statement_timeout = 0`.execute(own);
    await sql`select pg_advisory_lock(${migrationLock})`.execute(own);
    try {
      return await applyPending(own, known, clock, before);
    } finally {
      await sql`select pg_advisory_unlock(${migrationLock})`.execute(own);
      await sql`reset statement_timeout`.execute(own);
    }
  });
}
