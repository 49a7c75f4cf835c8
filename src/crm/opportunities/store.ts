import { sql } from "kysely";
import type { Db, Sight } from "#base/platform";
import type { Custom } from "../fields/field.ts";
import { among, inOrderOf, jsonb } from "../record-store.ts";
import type { Opportunity, OpportunitySaid } from "./opportunity.ts";
import type { ForecastCategory, Outcome } from "./stage.ts";

/** Every opportunity of a workspace with the names that are shown beside it. */
export function opportunities(db: Db, workspaceId: string) {
  return db
    .selectFrom("crm.opportunity as o")
    .innerJoin("crm.pipeline as p", (join) =>
      join.onRef("p.workspace_id", "=", "o.workspace_id").onRef("p.id", "=", "o.pipeline_id"),
    )
    .leftJoin("crm.stage as s", (join) =>
      join.onRef("s.workspace_id", "=", "o.workspace_id").onRef("s.id", "=", "o.stage_id"),
    )
    .leftJoin("crm.account as a", (join) =>
      join.onRef("a.workspace_id", "=", "o.workspace_id").onRef("a.id", "=", "o.account_id"),
    )
    .leftJoin("people.person as w", (join) =>
      join.onRef("w.workspace_id", "=", "o.workspace_id").onRef("w.id", "=", "o.owner_id"),
    )
    .select(["o.id", "o.version", "o.true_since as trueSince", "o.name", "o.status", "o.probability"])
    .select([
      "o.account_id as accountId",
      "a.name as accountName",
      "o.owner_id as ownerId",
      "w.name as ownerName",
    ])
    .select([
      "o.pipeline_id as pipelineId",
      "p.name as pipelineName",
      "o.stage_id as stageId",
      "s.name as stageName",
    ])
    .select(["o.stage_entered_at as stageEnteredAt", "o.amount_minor as amountMinor", "o.currency"])
    .select(["o.forecast_category as forecastCategory", "o.created_on as createdOn", "o.close_on as closeOn"])
    .select(["o.lead_source as leadSource", "o.next_step as nextStep", "o.lost_reason as lostReason"])
    .select(["o.removed_at as removedAt", "o.custom"])
    .where("o.workspace_id", "=", workspaceId);
}

interface Row extends Omit<Opportunity, "status" | "probability" | "forecastCategory" | "custom"> {
  readonly status: string;
  readonly probability: string | null;
  readonly forecastCategory: string;
  readonly custom: unknown;
}

export function opportunityFrom(row: Row): Opportunity {
  return {
    ...row,
    status: row.status as Outcome,
    probability: row.probability === null ? null : Number(row.probability),
    forecastCategory: row.forecastCategory as ForecastCategory,
    custom: row.custom as Custom,
  };
}

/** One opportunity, removed ones too, or undefined. */
export async function findOpportunity(
  db: Db,
  workspaceId: string,
  id: string,
): Promise<Opportunity | undefined> {
  const row = await opportunities(db, workspaceId).where("o.id", "=", id).executeTakeFirst();
  return row && opportunityFrom(row);
}

/** One opportunity that was not removed, held until the transaction ends. */
export async function holdOpportunity(
  db: Db,
  workspaceId: string,
  id: string,
): Promise<Opportunity | undefined> {
  const row = await opportunities(db, workspaceId)
    .where("o.id", "=", id)
    .where("o.removed_at", "is", null)
    .forNoKeyUpdate("o")
    .executeTakeFirst();
  return row && opportunityFrom(row);
}

/** The opportunities with these ids, in their order, removed ones too; ids that are none's are left out. */
export async function opportunitiesByIds(
  db: Db,
  sight: Sight,
  ids: readonly string[],
): Promise<Opportunity[]> {
  if (ids.length === 0) return [];
  const rows = await opportunities(db, sight.workspaceId).where(among("o.id", ids)).execute();
  return inOrderOf(ids, rows.map(opportunityFrom));
}

const columnsOf = (said: OpportunitySaid, custom: Custom) => ({
  name: said.name,
  account_id: said.accountId,
  owner_id: said.ownerId,
  pipeline_id: said.pipelineId,
  stage_id: said.stageId,
  status: said.status,
  amount_minor: said.amountMinor,
  currency: said.currency,
  probability: said.probability === null ? null : String(said.probability),
  forecast_category: said.forecastCategory,
  created_on: said.createdOn,
  close_on: said.closeOn,
  lead_source: said.leadSource,
  next_step: said.nextStep,
  lost_reason: said.lostReason,
  custom: jsonb(custom),
});

export async function insertOpportunity(
  db: Db,
  workspaceId: string,
  id: string,
  said: OpportunitySaid,
  custom: Custom,
): Promise<void> {
  await db
    .insertInto("crm.opportunity")
    .values({ workspace_id: workspaceId, id, ...columnsOf(said, custom) })
    .execute();
}

/** Writes what is said now; the database adds the version and the history. */
export async function storeOpportunity(
  db: Db,
  workspaceId: string,
  id: string,
  said: OpportunitySaid,
  custom: Custom,
): Promise<void> {
  await db
    .updateTable("crm.opportunity")
    .set({ ...columnsOf(said, custom), true_since: sql`base.moment()` })
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", id)
    .execute();
}
