/** Which records imports stand behind: by a row of a source, or because an import made them. */
import { sql } from "kysely";
import type { Db } from "#base/platform";

/** Of these records those for which a row of the source's object stands. */
export async function linkedAmong(
  db: Db,
  workspaceId: string,
  of: { readonly source: string; readonly object: string },
  recordIds: readonly string[],
): Promise<ReadonlySet<string>> {
  if (recordIds.length === 0) return new Set();
  const found = await sql<{ id: string }>`
    select record_id as id from crm.source_link
    where workspace_id = ${workspaceId}::uuid and source = ${of.source} and object = ${of.object}
      and record_id = any(${[...recordIds]}::uuid[])`.execute(db);
  return new Set(found.rows.map((row) => row.id));
}

/** Of these records of a table those that an import created. */
export async function madeByImports(
  db: Db,
  workspaceId: string,
  table: string,
  recordIds: readonly string[],
): Promise<ReadonlySet<string>> {
  if (recordIds.length === 0) return new Set();
  const found = await sql<{ id: string }>`
    select record_id as id from base.change
    where workspace_id = ${workspaceId}::uuid and noun = ${table} and action = 'created'
      and left(source, 7) = 'import:' and record_id = any(${[...recordIds]}::uuid[])`.execute(db);
  return new Set(found.rows.map((row) => row.id));
}
