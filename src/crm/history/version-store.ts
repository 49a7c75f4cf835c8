import { sql } from "kysely";
import type { Db, Sight } from "#base/platform";
import type { ForecastCategory } from "../opportunities/stage.ts";
import type { Version } from "./interval.ts";

export interface StateVersion extends Version {
  readonly basis: "recorded" | "source" | "inferred";
  readonly author: string;
  readonly source: string;
  readonly status: "open" | "won" | "lost" | "removed";
  readonly pipelineId: string;
  readonly pipelineName: string;
  readonly stageId: string | null;
  readonly stageName: string | null;
  readonly stageEnteredAt: Temporal.Instant | null;
  readonly amountMinor: bigint | null;
  readonly currency: string;
  readonly probability: string | null;
  readonly forecastCategory: ForecastCategory;
  readonly closeOn: Temporal.PlainDate | null;
  readonly ownerId: string | null;
  readonly ownerName: string | null;
  readonly accountId: string | null;
  readonly accountName: string | null;
}

/** Every state of an opportunity that is or was believed, in order of time. */
export async function versionsOf(db: Db, sight: Sight, opportunityId: string): Promise<StateVersion[]> {
  const found = await sql<StateVersion>`
    select v.version_no as "versionNo", v.valid_from as "validFrom", v.recorded_at as "recordedAt",
      v.superseded_at as "supersededAt", v.basis, v.author, v.source, v.status,
      v.pipeline_id as "pipelineId", coalesce(p.name, '') as "pipelineName", v.stage_id as "stageId",
      s.name as "stageName", v.stage_entered_at as "stageEnteredAt", v.amount_minor as "amountMinor", v.currency,
      v.probability, v.forecast_category as "forecastCategory", v.close_on as "closeOn",
      v.owner_id as "ownerId", o.name as "ownerName", v.account_id as "accountId", a.name as "accountName"
    from crm.opportunity_version v
    left join crm.pipeline p on p.workspace_id = v.workspace_id and p.id = v.pipeline_id
    left join crm.stage s on s.workspace_id = v.workspace_id and s.id = v.stage_id
    left join people.person o on o.workspace_id = v.workspace_id and o.id = v.owner_id
    left join crm.account a on a.workspace_id = v.workspace_id and a.id = v.account_id
    where v.workspace_id = ${sight.workspaceId}::uuid and v.opportunity_id = ${opportunityId}::uuid
    order by v.valid_from, v.version_no`.execute(db);
  return found.rows;
}
