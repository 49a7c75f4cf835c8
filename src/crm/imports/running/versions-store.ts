/** The earlier states of opportunities, stated into their history. */
import { sql } from "kysely";
import type { Db } from "#base/platform";
import type { BelievedVersion, VersionRow } from "./version.ts";

/** How the versions that the database writes itself in this transaction are known from here on. */
export async function setBasis(db: Db, basis: "source" | "inferred"): Promise<void> {
  await sql`select set_config('quarterdeck.basis', ${basis}, true)`.execute(db);
}

const text = (value: { toString(): string } | null): string | null =>
  value === null ? null : value.toString();

/** States what was before the present of these opportunities. */
export async function stateVersions(db: Db, workspaceId: string, rows: readonly VersionRow[]): Promise<void> {
  if (rows.length === 0) return;
  const column = (value: (row: VersionRow) => { toString(): string } | null) =>
    sql`${rows.map((row) => text(value(row)))}::text[]`;
  await sql`
    insert into crm.opportunity_version (workspace_id, opportunity_id, valid_from, basis, status, pipeline_id, stage_id,
      stage_entered_at, amount_minor, currency, probability, forecast_category, close_on, owner_id, account_id)
    select ${workspaceId}::uuid, opportunity_id::uuid, valid_from::timestamptz, basis, status, pipeline_id::uuid,
      stage_id::uuid, stage_entered_at::timestamptz, amount_minor::bigint, currency, probability::numeric,
      forecast_category, close_on::date, owner_id::uuid, account_id::uuid
    from unnest(${column((row) => row.opportunityId)}, ${column((row) => row.validFrom)}, ${column((row) => row.basis)},
      ${column((row) => row.status)}, ${column((row) => row.pipelineId)}, ${column((row) => row.stageId)},
      ${column((row) => row.stageEnteredAt)}, ${column((row) => row.amountMinor)}, ${column((row) => row.currency)},
      ${column((row) => row.probability)}, ${column((row) => row.forecastCategory)}, ${column((row) => row.closeOn)},
      ${column((row) => row.ownerId)}, ${column((row) => row.accountId)})
      as given (opportunity_id, valid_from, basis, status, pipeline_id, stage_id, stage_entered_at, amount_minor,
        currency, probability, forecast_category, close_on, owner_id, account_id)`.execute(db);
}

/** The versions of these opportunities that are still believed, by opportunity, in order of time. */
export async function believedVersions(
  db: Db,
  workspaceId: string,
  opportunityIds: readonly string[],
): Promise<Map<string, BelievedVersion[]>> {
  const byOpportunity = new Map<string, BelievedVersion[]>();
  if (opportunityIds.length === 0) return byOpportunity;
  const found = await sql<BelievedVersion>`
    select opportunity_id as "opportunityId", version_no as "versionNo", valid_from as "validFrom", basis, status,
      pipeline_id as "pipelineId", stage_id as "stageId", stage_entered_at as "stageEnteredAt",
      amount_minor as "amountMinor", currency, probability, forecast_category as "forecastCategory",
      close_on as "closeOn", owner_id as "ownerId", account_id as "accountId"
    from crm.opportunity_version
    where workspace_id = ${workspaceId}::uuid and superseded_at is null
      and opportunity_id = any(${[...opportunityIds]}::uuid[])
    order by opportunity_id, valid_from`.execute(db);
  for (const row of found.rows) {
    const rows = byOpportunity.get(row.opportunityId) ?? [];
    byOpportunity.set(row.opportunityId, rows);
    rows.push(row);
  }
  return byOpportunity;
}

/** No longer believes these versions. */
export async function supersedeVersions(
  db: Db,
  workspaceId: string,
  versionNos: readonly bigint[],
): Promise<void> {
  if (versionNos.length === 0) return;
  await sql`
    update crm.opportunity_version set superseded_at = now()
    where workspace_id = ${workspaceId}::uuid and superseded_at is null
      and version_no = any(${versionNos.map(String)}::bigint[])`.execute(db);
}
