import type { Db } from "#base/platform";
import type { ForecastCategory, Outcome, Pipeline, Stage } from "./stage.ts";

const columns = ["id", "pipeline_id as pipelineId", "name", "position", "outcome", "probability"] as const;
type Row = Pick<Stage, "id" | "pipelineId" | "name" | "position"> & {
  outcome: string;
  probability: string | null;
  forecastCategory: string;
};
const stageFrom = (row: Row): Stage => ({
  ...row,
  outcome: row.outcome as Outcome,
  probability: row.probability === null ? null : Number(row.probability),
  forecastCategory: row.forecastCategory as ForecastCategory,
});

/** Every pipeline with its stages, each in its order; without removed ones. */
export async function findPipelines(db: Db, workspaceId: string): Promise<Pipeline[]> {
  const pipelines = await db
    .selectFrom("crm.pipeline")
    .select(["id", "version", "name", "position"])
    .where("workspace_id", "=", workspaceId)
    .where("removed_at", "is", null)
    .orderBy("position")
    .orderBy("name")
    .orderBy("id")
    .execute();
  const stages = await db
    .selectFrom("crm.stage")
    .select([...columns, "forecast_category as forecastCategory"])
    .where("workspace_id", "=", workspaceId)
    .where("removed_at", "is", null)
    .orderBy("position")
    .orderBy("id")
    .execute();
  const byPipeline = Map.groupBy(stages.map(stageFrom), (stage) => stage.pipelineId);
  return pipelines.map((pipeline) => ({ ...pipeline, stages: byPipeline.get(pipeline.id) ?? [] }));
}

/** A stage by its id, also one that was removed (an opportunity may still stand there), or undefined. */
export async function findStage(db: Db, workspaceId: string, id: string): Promise<Stage | undefined> {
  const row = await db
    .selectFrom("crm.stage")
    .select([...columns, "forecast_category as forecastCategory"])
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", id)
    .executeTakeFirst();
  return row && stageFrom(row);
}

export async function insertPipeline(
  db: Db,
  workspaceId: string,
  pipeline: Omit<Pipeline, "version">,
): Promise<void> {
  const { id, name, position, stages } = pipeline;
  await db.insertInto("crm.pipeline").values({ workspace_id: workspaceId, id, name, position }).execute();
  await db
    .insertInto("crm.stage")
    .values(
      stages.map((stage) => ({
        workspace_id: workspaceId,
        id: stage.id,
        pipeline_id: id,
        name: stage.name,
        position: stage.position,
        outcome: stage.outcome,
        probability: stage.probability === null ? null : String(stage.probability),
        forecast_category: stage.forecastCategory,
      })),
    )
    .execute();
}
