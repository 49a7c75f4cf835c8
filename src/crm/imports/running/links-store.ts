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
  // What another import said before is kept, so that undoing this one gives it back.
  await sql`
    insert into crm.import_link_before (workspace_id, import_id, source, object, source_id, record_id, fingerprint, former_import_id)
    select workspace_id, ${importId}::uuid, source, object, source_id, record_id, fingerprint, import_id
    from crm.source_link
    where workspace_id = ${workspaceId}::uuid and source = ${source} and object = ${object}
      and source_id = any(${links.map((link) => link.sourceId)}::text[]) and import_id is distinct from ${importId}::uuid
    on conflict do nothing`.execute(db);
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

/** Of these ids those of which this import told something new. */
export async function linksTold(
  db: Db,
  workspaceId: string,
  source: string,
  object: string,
  importId: string,
  sourceIds: readonly string[],
): Promise<ReadonlySet<string>> {
  if (sourceIds.length === 0) return new Set();
  const found = await sql<{ id: string }>`
    select source_id as id from crm.source_link
    where workspace_id = ${workspaceId}::uuid and source = ${source} and object = ${object}
      and import_id = ${importId}::uuid and source_id = any(${[...sourceIds]}::text[])`.execute(db);
  return new Set(found.rows.map((row) => row.id));
}
