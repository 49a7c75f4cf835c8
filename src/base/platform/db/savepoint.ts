import { sql } from "kysely";
import type { Db } from "./database.ts";

/**
 * Does something within a transaction that may be refused, so that a refusal undoes only this and the transaction goes
 * on. Gives what the work gives; its error is thrown on. What it did is undone in any case where `keep`, or what it says of
 * what the work gave, is false. Within what is tried, something can be tried again.
 */
export async function tried<T>(
  trx: Db,
  work: () => Promise<T>,
  { keep }: { readonly keep: boolean | ((done: T) => boolean) },
): Promise<T> {
  if (!trx.isTransaction) throw new Error("Something is tried within a transaction.");
  await sql`savepoint tried`.execute(trx);
  try {
    const done = await work();
    const kept = typeof keep === "function" ? keep(done) : keep;
    if (!kept) await sql`rollback to savepoint tried`.execute(trx);
    await sql`release savepoint tried`.execute(trx);
    return done;
  } catch (error) {
    await sql`rollback to savepoint tried`.execute(trx);
    // Rolling back leaves the savepoint standing, where an outer one of its name would not be seen behind it.
    await sql`release savepoint tried`.execute(trx);
    throw error;
  }
}
