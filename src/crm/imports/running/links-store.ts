/** Which record a source's own id stands for, and what the source last said of it. */
import { sql } from "kysely";
import type { Db } from "#base/platform";
import type { Link } from "./link.ts";

/** The links of these ids of a source's object, by id. */
export async function findLinks(
  db: Db,
  workspaceId: string,
  source: string,
  object: string,
  sourceIds: readonly string[],
): Promise<Map<string, Link>> {
  if (sourceIds.length === 0) return new Map();
  const found = await sql<Link>`
    select source_id as "sourceId", record_id as "recordId", fingerprint from crm.source_link
    where workspace_id = ${workspaceId}::uuid and source = ${source} and object = ${object}
      and source_id = any(${[...sourceIds]}::text[])`.execute(db);
  return new Map(found.rows.map((link) => [link.sourceId, link]));
}

/** All links of a source's object: for objects of which there are few, such as people. */
export async function allLinks(
  db: Db,
  workspaceId: string,
  source: string,
  object: string,
): Promise<Map<string, Link>> {
  const found = await sql<Link>`
    select source_id as "sourceId", record_id as "recordId", fingerprint from crm.source_link
    where workspace_id = ${workspaceId}::uuid and source = ${source} and object = ${object}`.execute(db);
  return new Map(found.rows.map((link) => [link.sourceId, link]));
}

/** Adds links, or replaces what they say. */
export async function saveLinks(
  db: Db,
  workspaceId: string,
  source: string,
  object: string,
  importId: string,
  links: readonly Link[],
): Promise<void> {
  if (links.length === 0) return;
  await sql`
    insert into crm.source_link (workspace_id, source, object, source_id, record_id, fingerprint, import_id)
    select ${workspaceId}::uuid, ${source}, ${object}, source_id, record_id::uuid, fingerprint, ${importId}::uuid
    from unnest(${links.map((link) => link.sourceId)}::text[], ${links.map((link) => link.recordId)}::text[],
      ${links.map((link) => link.fingerprint)}::text[]) as given (source_id, record_id, fingerprint)
    on conflict (workspace_id, source, object, source_id) do update
      set record_id = excluded.record_id, fingerprint = excluded.fingerprint, import_id = excluded.import_id`.execute(
    db,
  );
}
