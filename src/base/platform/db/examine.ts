/** Looks at a database without changing it: what an administrator should know before it hurts. */
import { sql } from "kysely";
import type { Database } from "./database.ts";
import { appliedMigrations, pendingMigrations } from "./migrate.ts";
import { readMigrations } from "./migration-files.ts";

export interface Examination {
  /** "18.1". */
  readonly version: string;
  readonly bytes: number;
  /** Settings on which durability hangs, with their present values. */
  readonly durability: Readonly<Record<"fsync" | "synchronous_commit" | "full_page_writes", string>>;
  /** Whether the account could do more than a record needs. */
  readonly superuser: boolean;
  /** The schema's steps that are still to come. */
  readonly pending: readonly string[];
  /** Other connections to this database, by what they call themselves. */
  readonly connections: number;
}

/** Refuses ("unavailable") a record that is newer than this program, or whose steps differ from its own. */
export async function examineDatabase({ db }: Pick<Database, "db">): Promise<Examination> {
  const { rows } = await sql<
    Omit<Examination, "pending" | "durability" | "bytes"> & Examination["durability"] & { bytes: bigint }
  >`
    select current_setting('server_version') as version, pg_database_size(current_database()) as bytes,
      current_setting('fsync') as fsync, current_setting('synchronous_commit') as synchronous_commit,
      current_setting('full_page_writes') as full_page_writes,
      (select rolsuper from pg_roles where rolname = current_user) as superuser,
      (select count(*)::int from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()) as connections`.execute(
    db,
  );
  const [found] = rows;
  if (found === undefined) throw new Error("The database does not say what it is.");
  const { version, bytes, superuser, connections, fsync, synchronous_commit, full_page_writes } = found;
  const pending = pendingMigrations(readMigrations(), await appliedMigrations(db)).map(({ name }) => name);
  return {
    ...{ version, superuser, connections, pending, bytes: Number(bytes) },
    durability: { fsync, synchronous_commit, full_page_writes },
  };
}
