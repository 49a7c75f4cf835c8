/** Links of earlier imports, to find what a later export no longer holds. */
import { sql } from "kysely";
import type { Db } from "#base/platform";

export interface EarlierLink {
  readonly sourceId: string;
  readonly recordId: string;
}

/** A page of the links of a source's object that other imports made, in order, whose records are still there. */
export async function earlierLinks(
  db: Db,
  workspaceId: string,
  asked: {
    readonly source: string;
    readonly object: string;
    readonly table: string;
    readonly isPart: boolean;
    readonly importId: string;
    readonly after: string;
    readonly limit: number;
  },
): Promise<EarlierLink[]> {
  const { source, object, table, isPart, importId, after, limit } = asked;
  const there = isPart ? sql`true` : sql`record.removed_at is null`;
  const found = await sql<EarlierLink>`
    select link.source_id as "sourceId", link.record_id as "recordId" from crm.source_link as link
    join ${sql.table(table)} as record on record.workspace_id = link.workspace_id and record.id = link.record_id
    where link.workspace_id = ${workspaceId}::uuid and link.source = ${source} and link.object = ${object}
      and link.fingerprint <> '' and link.import_id is distinct from ${importId}::uuid
      and ${there} and link.source_id > ${after}
    order by link.source_id limit ${limit}`.execute(db);
  return found.rows;
}

/** Takes links away for good, unless the import is undone: a record that comes back later is a new one. */
export async function takeLinks(
  db: Db,
  workspaceId: string,
  importId: string,
  of: { readonly source: string; readonly object: string },
  sourceIds: readonly string[],
): Promise<void> {
  await sql`
    with gone as (
      delete from crm.source_link where workspace_id = ${workspaceId}::uuid and source = ${of.source}
        and object = ${of.object} and source_id = any(${[...sourceIds]}::text[])
      returning source_id, record_id, fingerprint, import_id)
    insert into crm.import_link_before (workspace_id, import_id, source, object, source_id, record_id, fingerprint, former_import_id)
    select ${workspaceId}::uuid, ${importId}::uuid, ${of.source}, ${of.object}, source_id, record_id, fingerprint, import_id
    from gone on conflict do nothing`.execute(db);
}
