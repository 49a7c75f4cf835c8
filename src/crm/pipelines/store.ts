/** Pipelines and stages as they are changed. */
import { sql } from "kysely";
import type { Db, Sight } from "#base/platform";
import type { Stage } from "../opportunities/stage.ts";

/** Holds a pipeline until the transaction ends; undefined where there is none. */
export async function holdPipeline(db: Db, workspaceId: string, id: string) {
  return db
    .selectFrom("crm.pipeline")
    .select(["id", "version", "name", "position"])
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", id)
    .where("removed_at", "is", null)
    .forNoKeyUpdate()
    .executeTakeFirst();
}

/** How many opportunities that are there stand at each stage of a pipeline; stages without any are left out. */
export async function countAtStages(
  db: Db,
  { workspaceId }: Pick<Sight, "workspaceId">,
  pipelineId: string,
): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom("crm.opportunity")
    .select(["stage_id as id", (count) => count.fn.countAll<bigint>().as("standing")])
    .where("workspace_id", "=", workspaceId)
    .where("pipeline_id", "=", pipelineId)
    .where("stage_id", "is not", null)
    .where("removed_at", "is", null)
    .groupBy("stage_id")
    .execute();
  return new Map(rows.flatMap(({ id, standing }) => (id === null ? [] : [[id, Number(standing)]])));
}

/** Writes name and position, which also gives the pipeline a new version. */
export async function storePipeline(
  db: Db,
  workspaceId: string,
  pipeline: { readonly id: string; readonly name: string; readonly position: number },
): Promise<void> {
  await db
    .updateTable("crm.pipeline")
    .set({ name: pipeline.name, position: pipeline.position })
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", pipeline.id)
    .execute();
}

function columnsOf(stage: Stage) {
  return {
    name: stage.name,
    position: stage.position,
    outcome: stage.outcome,
    probability: stage.probability === null ? null : String(stage.probability),
    forecast_category: stage.forecastCategory,
  };
}

export async function insertStage(db: Db, workspaceId: string, stage: Stage): Promise<void> {
  await db
    .insertInto("crm.stage")
    .values({
      workspace_id: workspaceId,
      id: stage.id,
      pipeline_id: stage.pipelineId,
      ...columnsOf(stage),
    })
    .execute();
}

export async function storeStage(db: Db, workspaceId: string, stage: Stage): Promise<void> {
  await db
    .updateTable("crm.stage")
    .set(columnsOf(stage))
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", stage.id)
    .execute();
}

/** Marks a stage as removed; those that once stood at it keep it in their history. */
export async function markStageRemoved(db: Db, workspaceId: string, id: string): Promise<void> {
  await db
    .updateTable("crm.stage")
    .set({ removed_at: sql`base.moment()` })
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", id)
    .execute();
}
