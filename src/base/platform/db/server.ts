import { sql } from "kysely";
import { Refusal, refuse } from "../../kernel/index.ts";
import type { Db } from "./database.ts";

const oldestMajor = 15;

/** "db.example:5432/quarterdeck": where a server is, without account and password. */
export function placeOf(url: string): string {
  const address = URL.parse(url);
  return address === null ? "DATABASE_URL" : `${address.host}${address.pathname}`;
}

/**
 * Makes sure that a server answers and is one that we run on. Refuses ("unavailable") one that cannot be reached or
 * will not let us in, and one before PostgreSQL 15.
 */
export async function greetServer(db: Db, url: string): Promise<void> {
  try {
    const { rows } = await sql<{
      version: string;
      number: string;
    }>`select current_setting('server_version') as version,
      current_setting('server_version_num') as number`.execute(db);
    const [server] = rows;
    if (Number(server?.number) >= oldestMajor * 10_000) return;
    refuse("unavailable", `The server at ${placeOf(url)} is PostgreSQL ${server?.version}.`, {
      fix: `Quarterdeck needs PostgreSQL ${oldestMajor} or later.`,
    });
  } catch (error) {
    if (error instanceof Refusal) throw error;
    // Node gathers the attempts at a name's several addresses into one error without a message.
    const why = error instanceof AggregateError ? error.errors.map(String).join("; ") : String(error);
    refuse("unavailable", `The database server at ${placeOf(url)} cannot be used: ${why}`, {
      fix: "Check DATABASE_URL (postgres://account:password@host:5432/database) and that the server runs.",
    });
  }
}
