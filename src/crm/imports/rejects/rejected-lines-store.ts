/** The rejected rows of one file of an import, each with all its reasons. */
import { sql } from "kysely";
import type { Db } from "#base/platform";

export interface RejectedLine {
  readonly line: number;
  readonly reasons: readonly { readonly field: string; readonly value: string; readonly reason: string }[];
}

/** The rejected rows from one line of a file to another, both included, by line. */
export async function findRejectedLines(
  db: Db,
  workspaceId: string,
  importId: string,
  asked: { readonly file: string; readonly from: number; readonly to: number },
): Promise<RejectedLine[]> {
  const found = await sql<{ line: bigint; reasons: RejectedLine["reasons"] }>`
    select line, jsonb_agg(jsonb_build_object('field', field, 'value', value, 'reason', reason) order by field) as reasons
    from crm.import_reject
    where workspace_id = ${workspaceId}::uuid and import_id = ${importId}::uuid and file = ${asked.file}
      and line between ${asked.from} and ${asked.to}
    group by line order by line`.execute(db);
  return found.rows.map(({ line, reasons }) => ({ line: Number(line), reasons }));
}

/** The files of an import that have rejected rows, each with how many. */
export async function countRejectedLines(
  db: Db,
  workspaceId: string,
  importId: string,
): Promise<{ file: string; rows: number }[]> {
  const found = await sql<{ file: string; rows: number }>`
    select file, count(distinct line)::int as rows from crm.import_reject
    where workspace_id = ${workspaceId}::uuid and import_id = ${importId}::uuid
    group by file order by file`.execute(db);
  return found.rows;
}
