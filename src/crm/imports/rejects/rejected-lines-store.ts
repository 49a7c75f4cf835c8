/** The rejected rows of one file of an import, each with all its reasons. */
import { sql } from "kysely";
import type { Db } from "#base/platform";

export interface RejectedLine {
  readonly line: number;
  readonly reasons: readonly { readonly field: string; readonly value: string; readonly reason: string }[];
}

/** Rejected rows by line, a bounded part of them. */
export async function findRejectedLines(
  db: Db,
  workspaceId: string,
  importId: string,
  asked: { readonly file: string; readonly limit: number; readonly offset: number },
): Promise<RejectedLine[]> {
  const found = await sql<{ line: bigint; reasons: RejectedLine["reasons"] }>`
    select line, jsonb_agg(jsonb_build_object('field', field, 'value', value, 'reason', reason) order by field) as reasons from crm.import_reject
    where workspace_id = ${workspaceId}::uuid and import_id = ${importId}::uuid and file = ${asked.file}
    group by line order by line limit ${asked.limit} offset ${asked.offset}`.execute(db);
  return found.rows.map(({ line, reasons }) => ({ line: Number(line), reasons }));
}
