import { sql } from "kysely";
import type { Db } from "./database.ts";

/** How many bytes the record takes on its disk, indexes included. */
export async function databaseSize(db: Db): Promise<number> {
  const { rows } = await sql<{ bytes: bigint | string }>`
    select pg_database_size(current_database()) as bytes`.execute(db);
  return Number(rows[0]?.bytes ?? 0);
}
