/** The states of opportunities as they were believed before an import, and the records that carry the present one. */
import { sql } from "kysely";
import type { Db } from "#base/platform";
import type { VersionRow } from "../running/version.ts";

/** The versions that were believed at a moment, by opportunity, in order of time. */
export async function believedAt(
  db: Db,
  workspaceId: string,
  moments: ReadonlyMap<string, Temporal.Instant>,
): Promise<Map<string, VersionRow[]>> {
  const byOpportunity = new Map<string, VersionRow[]>();
  const found = await sql<VersionRow>`
    select v.opportunity_id as "opportunityId", v.valid_from as "validFrom", v.basis, v.status,
      v.pipeline_id as "pipelineId", v.stage_id as "stageId", v.stage_entered_at as "stageEnteredAt",
      v.amount_minor as "amountMinor", v.currency, v.probability, v.forecast_category as "forecastCategory",
      v.close_on as "closeOn", v.owner_id as "ownerId", v.account_id as "accountId"
    from crm.opportunity_version as v
    join unnest(${[...moments.keys()]}::uuid[], ${[...moments.values()].map(String)}::timestamptz[]) as given (id, at)
      on given.id = v.opportunity_id
    where v.workspace_id = ${workspaceId}::uuid and v.recorded_at < given.at
      and (v.superseded_at is null or v.superseded_at >= given.at)
    order by v.opportunity_id, v.valid_from`.execute(db);
  for (const row of found.rows) {
    const rows = byOpportunity.get(row.opportunityId) ?? [];
    byOpportunity.set(row.opportunityId, rows);
    rows.push(row);
  }
  return byOpportunity;
}

/** Says since when the present values of opportunities are true, without changing any of them; null: since now. */
export async function datePresent(
  db: Db,
  workspaceId: string,
  since: ReadonlyMap<string, Temporal.Instant | null>,
): Promise<void> {
  if (since.size === 0) return;
  await sql`
    update crm.opportunity as o set true_since = coalesce(given.at, base.moment())
    from unnest(${[...since.keys()]}::uuid[], ${[...since.values()].map((at) => at?.toString() ?? null)}::timestamptz[])
      as given (id, at)
    where o.workspace_id = ${workspaceId}::uuid and o.id = given.id`.execute(db);
}

/** Moves the present of opportunities by a microsecond, so that a state can begin exactly where the present did. */
export async function loosenPresent(db: Db, workspaceId: string, ids: readonly string[]): Promise<void> {
  await sql`
    update crm.opportunity set true_since = true_since + interval '1 microsecond'
    where workspace_id = ${workspaceId}::uuid and id = any(${[...ids]}::uuid[])`.execute(db);
}

/** Removes opportunities as if they had never been: no day of the past has them any more. */
export async function eraseOpportunities(db: Db, workspaceId: string, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const these = sql`o.workspace_id = ${workspaceId}::uuid and o.id = any(${[...ids]}::uuid[])`;
  await sql`
    update crm.opportunity as o set removed_at = base.moment(), true_since = (
      select least(min(valid_from), o.true_since) - interval '1 microsecond' from crm.opportunity_version as v
      where v.workspace_id = o.workspace_id and v.opportunity_id = o.id and v.superseded_at is null)
    where ${these} and o.removed_at is null`.execute(db);
  // Those that the source had removed already keep that as their only state.
  await sql`update crm.opportunity as o set true_since = base.moment()
    where ${these} and exists (select from crm.opportunity_version as v where v.workspace_id = o.workspace_id
      and v.opportunity_id = o.id and v.superseded_at is null and v.status <> 'removed')`.execute(db);
  await sql`
    update crm.opportunity_version as v set superseded_at = now() from crm.opportunity as o
    where ${these} and v.workspace_id = o.workspace_id and v.opportunity_id = o.id and v.superseded_at is null
      and v.status <> 'removed' and v.valid_from < o.true_since`.execute(db);
}
