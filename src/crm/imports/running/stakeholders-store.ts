/** Stakeholders that are there, and contacts by what opportunities write for them. */
import { sql } from "kysely";
import type { Db } from "#base/platform";
import type { Link } from "./link.ts";

export interface FoundStakeholder {
  readonly id: string;
  readonly opportunityId: string;
  readonly contactId: string;
  readonly role: string | null;
  readonly primary: boolean;
}

/** The stakeholders of these opportunities, in the order in which they came. */
export async function findStakeholders(
  db: Db,
  workspaceId: string,
  opportunityIds: readonly string[],
): Promise<FoundStakeholder[]> {
  if (opportunityIds.length === 0) return [];
  const found = await sql<FoundStakeholder>`
    select id, opportunity_id as "opportunityId", contact_id as "contactId", role, is_primary as "primary"
    from crm.opportunity_contact
    where workspace_id = ${workspaceId}::uuid and opportunity_id = any(${[...opportunityIds]}::uuid[])
    order by id`.execute(db);
  return found.rows;
}

export interface FoundContact {
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
  readonly accountId: string | null;
}

/** The contacts that were not removed and that have one of these names or addresses, in whatever letter case. */
export async function findContactsCalled(
  db: Db,
  workspaceId: string,
  words: readonly string[],
): Promise<FoundContact[]> {
  if (words.length === 0) return [];
  const lower = sql`${words.map((word) => word.toLowerCase())}::text[]`;
  const found = await sql<FoundContact>`
    select id, name, email, account_id as "accountId" from crm.contact
    where workspace_id = ${workspaceId}::uuid and removed_at is null
      and (lower(name) = any(${lower}) or lower(email) = any(${lower})) order by id`.execute(db);
  return found.rows;
}

/** The accounts of these opportunities, by opportunity. */
export async function accountsOf(
  db: Db,
  workspaceId: string,
  opportunityIds: readonly string[],
): Promise<Map<string, string | null>> {
  if (opportunityIds.length === 0) return new Map();
  const found = await sql<{ id: string; accountId: string | null }>`
    select id, account_id as "accountId" from crm.opportunity
    where workspace_id = ${workspaceId}::uuid and id = any(${[...opportunityIds]}::uuid[])`.execute(db);
  return new Map(found.rows.map((row) => [row.id, row.accountId]));
}

/** The links of a source that stand for stakeholders of these opportunities. */
export async function linksOfStakeholders(
  db: Db,
  workspaceId: string,
  of: { readonly source: string; readonly object: string },
  opportunityIds: readonly string[],
): Promise<Link[]> {
  if (opportunityIds.length === 0) return [];
  const found = await sql<Link>`
    select link.source_id as "sourceId", link.record_id as "recordId", link.fingerprint
    from crm.opportunity_contact as held
    join crm.source_link as link on link.workspace_id = held.workspace_id and link.record_id = held.id
    where held.workspace_id = ${workspaceId}::uuid and held.opportunity_id = any(${[...opportunityIds]}::uuid[])
      and link.source = ${of.source} and link.object = ${of.object}`.execute(db);
  return found.rows;
}
