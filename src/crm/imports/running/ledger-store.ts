/** The ledger: which chunks of which files were written, with what counts, and which rows were refused. */
import { sql } from "kysely";
import type { Db } from "#base/platform";
import type { Reject } from "../mapping/row.ts";
import type { ChunkEntry } from "./tally.ts";

/** The chunks of an import that were already written. */
export async function findChunks(db: Db, workspaceId: string, importId: string): Promise<ChunkEntry[]> {
  const found = await sql<ChunkEntry>`
    select file, chunk_no as "chunkNo", object, rows, created, updated, unchanged, duplicate, rejected from crm.import_chunk
    where workspace_id = ${workspaceId}::uuid and import_id = ${importId}::uuid order by file, chunk_no`.execute(
    db,
  );
  return found.rows;
}

/** Enters a chunk, in the transaction that wrote it. Refuses (by the database) to enter it twice. */
export async function enterChunk(
  db: Db,
  workspaceId: string,
  importId: string,
  entry: ChunkEntry,
): Promise<void> {
  await sql`
    insert into crm.import_chunk (workspace_id, import_id, file, chunk_no, object, rows, created, updated, unchanged, duplicate, rejected)
    values (${workspaceId}::uuid, ${importId}::uuid, ${entry.file}, ${entry.chunkNo}, ${entry.object}, ${entry.rows},
      ${entry.created}, ${entry.updated}, ${entry.unchanged}, ${entry.duplicate}, ${entry.rejected})`.execute(
    db,
  );
}

/** Keeps refused rows, each value with its line, column and reason. */
export async function keepRejects(
  db: Db,
  workspaceId: string,
  importId: string,
  file: string,
  rejects: readonly Reject[],
): Promise<void> {
  if (rejects.length === 0) return;
  await sql`
    insert into crm.import_reject (workspace_id, import_id, file, line, field, value, reason)
    select ${workspaceId}::uuid, ${importId}::uuid, ${file}, line::bigint, field, value, reason
    from unnest(${rejects.map((one) => String(one.line))}::text[], ${rejects.map((one) => one.field)}::text[],
      ${rejects.map((one) => one.value)}::text[], ${rejects.map((one) => one.reason)}::text[])
      as given (line, field, value, reason)
    on conflict do nothing`.execute(db);
}

export interface KeptReject extends Reject {
  readonly file: string;
}

/** Refused rows in the order of their files and lines, after a place in that order. */
export async function findRejects(
  db: Db,
  workspaceId: string,
  importId: string,
  asked: { readonly limit: number; readonly offset: number },
): Promise<{ rejects: KeptReject[]; count: number }> {
  const found = await sql<KeptReject & { line: bigint | number }>`
    select file, line, field, value, reason from crm.import_reject
    where workspace_id = ${workspaceId}::uuid and import_id = ${importId}::uuid
    order by file, line, field limit ${asked.limit} offset ${asked.offset}`.execute(db);
  const counted = await sql<{ count: bigint }>`
    select count(*) as count from crm.import_reject
    where workspace_id = ${workspaceId}::uuid and import_id = ${importId}::uuid`.execute(db);
  return {
    rejects: found.rows.map((row) => ({ ...row, line: Number(row.line) })),
    count: Number(counted.rows[0]?.count ?? 0),
  };
}
