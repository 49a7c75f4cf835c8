/** What is already there: records by their names, prices, lines, pipelines, custom fields. */
import { sql } from "kysely";
import type { Db } from "#base/platform";

export interface Named {
  readonly id: string;
  readonly name: string;
}

/**
 * Accounts or products by name, whatever the letter case; where two have the same name, neither is given. With
 * `unlinkedIn`: only records that no row of that source stands for yet.
 */
export async function findByName(
  db: Db,
  workspaceId: string,
  table: "crm.account" | "crm.product",
  names: readonly string[],
  unlinkedIn: string | null = null,
): Promise<Map<string, Named>> {
  if (names.length === 0) return new Map();
  const free =
    unlinkedIn === null
      ? sql`true`
      : sql`not exists (select from crm.source_link as link where link.workspace_id = record.workspace_id
          and link.record_id = record.id and link.source = ${unlinkedIn} and link.fingerprint <> '')`;
  const found = await sql<Named>`
    select id, name from ${sql.table(table)} as record
    where workspace_id = ${workspaceId}::uuid and removed_at is null and ${free}
      and lower(name) = any(${names.map((name) => name.toLowerCase())}::text[])`.execute(db);
  const byName = new Map<string, Named>();
  const doubled = new Set<string>();
  for (const row of found.rows) {
    const name = row.name.toLowerCase();
    if (byName.has(name)) doubled.add(name);
    byName.set(name, row);
  }
  for (const name of doubled) byName.delete(name);
  return byName;
}

/** The contacts or opportunities of a source by name, whatever the letter case; where two have the same name, neither. */
export async function findLinkedByName(
  db: Db,
  workspaceId: string,
  of: { readonly table: "crm.contact" | "crm.opportunity"; readonly source: string; readonly object: string },
  names: readonly string[],
): Promise<Map<string, string>> {
  if (names.length === 0) return new Map();
  const found = await sql<{ name: string; id: string }>`
    select lower(record.name) as name, min(record.id::text) as id from ${sql.table(of.table)} as record
    where record.workspace_id = ${workspaceId}::uuid and record.removed_at is null
      and lower(record.name) = any(${names.map((name) => name.toLowerCase())}::text[])
      and exists (select from crm.source_link as link where link.workspace_id = record.workspace_id
        and link.record_id = record.id and link.source = ${of.source} and link.object = ${of.object})
    group by 1 having count(*) = 1`.execute(db);
  return new Map(found.rows.map((row) => [row.name, row.id]));
}

export interface Price {
  readonly id: string;
  readonly listPriceMinor: bigint | null;
  readonly currency: string | null;
}

/** The list prices of these products, by id. */
export async function findPrices(
  db: Db,
  workspaceId: string,
  ids: readonly string[],
): Promise<Map<string, Price>> {
  if (ids.length === 0) return new Map();
  const found = await sql<Price>`
    select id, list_price_minor as "listPriceMinor", currency from crm.product
    where workspace_id = ${workspaceId}::uuid and id = any(${[...ids]}::uuid[])`.execute(db);
  return new Map(found.rows.map((row) => [row.id, row]));
}

export interface FoundLine {
  readonly id: string;
  readonly opportunityId: string;
  readonly productId: string;
  readonly quantity: string;
  readonly amountMinor: bigint | null;
}

/** The first line of each of these opportunities, by opportunity. */
export async function findFirstLines(
  db: Db,
  workspaceId: string,
  opportunityIds: readonly string[],
): Promise<Map<string, FoundLine>> {
  if (opportunityIds.length === 0) return new Map();
  const found = await sql<FoundLine>`
    select distinct on (opportunity_id) id, opportunity_id as "opportunityId", product_id as "productId",
      quantity, amount_minor as "amountMinor"
    from crm.opportunity_line
    where workspace_id = ${workspaceId}::uuid and opportunity_id = any(${[...opportunityIds]}::uuid[])
    order by opportunity_id, position, id`.execute(db);
  return new Map(found.rows.map((row) => [row.opportunityId, row]));
}

/** Every pipeline that was not removed. */
export async function findPipelines(db: Db, workspaceId: string): Promise<Named[]> {
  const found = await sql<Named>`
    select id, name from crm.pipeline where workspace_id = ${workspaceId}::uuid and removed_at is null
    order by position, id`.execute(db);
  return found.rows;
}

export interface FoundStage extends Named {
  readonly pipelineId: string;
  readonly position: number;
}

/** Every stage that was not removed. */
export async function findStages(db: Db, workspaceId: string): Promise<FoundStage[]> {
  const found = await sql<FoundStage>`
    select id, name, pipeline_id as "pipelineId", position from crm.stage
    where workspace_id = ${workspaceId}::uuid and removed_at is null order by pipeline_id, position, id`.execute(
    db,
  );
  return found.rows;
}

export interface FoundField {
  readonly id: string;
  readonly noun: string;
  readonly key: string;
  readonly type: string;
  readonly options: readonly string[];
  readonly isRemoved: boolean;
}

/** Every custom field, removed ones too: their keys are taken. */
export async function findCustomFields(db: Db, workspaceId: string): Promise<FoundField[]> {
  const found = await sql<FoundField>`
    select id, noun, key, type, options, removed_at is not null as "isRemoved" from crm.custom_field where workspace_id = ${workspaceId}::uuid`.execute(
    db,
  );
  return found.rows;
}
