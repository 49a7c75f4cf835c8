import { sql } from "kysely";
import type { Clock } from "../../kernel/index.ts";
import type { Db } from "./database.ts";
import { insideTransaction } from "./transaction.ts";

/** On whose behalf a change is made, and by which way it came. */
export interface Author {
  readonly workspaceId: string;
  /** The person's id; null for what no person stands behind (the sample company, a command). */
  readonly authorId: string | null;
  /** The name that history shows. */
  readonly author: string;
  /** "app", "api", "sample", "import:<id>". */
  readonly source: string;
}

/** How we know: made here, told by the source's own history, or inferred from its dates. */
export type Basis = "recorded" | "source" | "inferred";

/**
 * Runs `work` in one transaction whose changes the database signs with `author` and dates with the clock (a record's
 * `true_since` where the statement gives none). Gives what `work` gives; on an error nothing is kept. Inside a
 * transaction it joins that transaction and signs what follows in it.
 */
export async function writeAs<T>(
  db: Db,
  author: Author,
  clock: Clock,
  work: (trx: Db) => Promise<T>,
  options: { readonly basis?: Basis } = {},
): Promise<T> {
  const signed = async (trx: Db): Promise<T> => {
    await sql`select set_config('quarterdeck.author_id', ${author.authorId ?? ""}, true),
      set_config('quarterdeck.author', ${author.author}, true),
      set_config('quarterdeck.source', ${author.source}, true),
      set_config('quarterdeck.valid_at', ${clock.now().toString()}, true),
      set_config('quarterdeck.basis', ${options.basis ?? "recorded"}, true)`.execute(trx);
    return work(trx);
  };
  if (db.isTransaction) return signed(db);
  let first: { readonly error: unknown } | null = null;
  const attempt = (trx: Db) =>
    insideTransaction(() => signed(trx)).catch((error: unknown) => {
      first = { error };
      throw error;
    });
  return db
    .transaction()
    .execute(attempt)
    .catch((error: unknown) => {
      // When the connection broke, rolling back fails as well; what went wrong first is what the caller must hear.
      throw first === null ? error : first.error;
    });
}
