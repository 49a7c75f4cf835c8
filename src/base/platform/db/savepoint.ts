import { sql } from "kysely";
import type { Db } from "./database.ts";

/**
 * Does something within a transaction that may be refused, so that a refusal undoes only this and the transaction goes
 * on. Gives what the work gives; its error is thrown on. Without `keep` what it did is undone in any case.
 */
export async function tried<T>(
  trx: Db,
  work: () => Promise<T>,
  { keep }: { readonly keep: boolean },
): Promise<T> {
  if (!trx.isTransaction) throw new Error("Something is tried within a transaction.");
  await sql`savepoint tried`.execute(trx);
  try {
    const done = await work();
    await (keep ? sql`release savepoint tried` : sql`rollback to savepoint tried`).execute(trx);
    return done;
  } catch (error) {
    await sql`rollback to savepoint tried`.execute(trx);
    throw error;
  }
}
