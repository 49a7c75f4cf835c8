/** What the desk does about pipelines: say a pipeline's stages anew, and put pipelines in order. */
import { type Clock, newId, refuse } from "#base/kernel";
import { type Db, refuseStale, type Sight } from "#base/platform";
import { refuseBecause, requireFound } from "#people";
import { findPipelines } from "../opportunities/pipeline-store.ts";
import { aPipelineCanBeWalked, type Pipeline, type Stage } from "../opportunities/stage.ts";
import {
  aStageThatIsStoodOnKeepsItsMeaning,
  aStageThatIsStoodOnStays,
  type StageWanted,
} from "./pipeline.ts";
import {
  countAtStages,
  holdPipeline,
  insertStage,
  markStageRemoved,
  storePipeline,
  storeStage,
} from "./store.ts";

/**
 * States a pipeline's name and its stages in order. Refuses a stale version, stages that nobody could walk, a stage of
 * another pipeline, and to take away or to give another meaning to a stage at which opportunities stand.
 */
export async function restatePipeline(
  db: Db,
  workspaceId: string,
  clock: Clock,
  at: { readonly id: string; readonly expectedVersion: number },
  wanted: { readonly name: string; readonly stages: readonly StageWanted[] },
): Promise<Pipeline> {
  const held = refuseStale(await holdPipeline(db, workspaceId, at.id), at.expectedVersion);
  refuseBecause(aPipelineCanBeWalked(wanted.stages), "stages");
  const { stages } = await pipelineOf(db, workspaceId, at.id);
  const standing = await countAtStages(db, { workspaceId }, at.id);
  refuseStrangers(stages, wanted.stages);
  for (const stage of stages) {
    const said = wanted.stages.find((one) => one.id === stage.id);
    const here = standing.get(stage.id) ?? 0;
    refuseBecause(
      said
        ? aStageThatIsStoodOnKeepsItsMeaning(stage, said.outcome, here)
        : aStageThatIsStoodOnStays(stage.name, here),
      "stages",
    );
    if (!said) await markStageRemoved(db, workspaceId, stage.id);
  }
  for (const [index, one] of wanted.stages.entries()) {
    const before = stages.find((stage) => stage.id === one.id);
    const stage: Stage = { ...one, id: one.id ?? newId(clock), pipelineId: at.id, position: index + 1 };
    if (!before) await insertStage(db, workspaceId, stage);
    else if (differs(before, stage)) await storeStage(db, workspaceId, stage);
  }
  await storePipeline(db, workspaceId, { ...held, name: wanted.name });
  return pipelineOf(db, workspaceId, at.id);
}

/** States the order of all pipelines. Refuses a list that is not exactly all of them. */
export async function orderPipelines(
  db: Db,
  workspaceId: string,
  ids: readonly string[],
): Promise<Pipeline[]> {
  const all = await findPipelines(db, workspaceId);
  const missing = all.filter((pipeline) => !ids.includes(pipeline.id));
  if (missing.length > 0 || ids.length !== all.length) {
    refuse("invalid", "The order names other pipelines than there are.", {
      fix: "Load the pipelines again and put all of them in order.",
      fields: [{ field: "ids", message: "are not all pipelines, each once" }],
    });
  }
  for (const pipeline of all) {
    const position = ids.indexOf(pipeline.id) + 1;
    if (position !== pipeline.position) await storePipeline(db, workspaceId, { ...pipeline, position });
  }
  return findPipelines(db, workspaceId);
}

/** How many opportunities stand at each stage of a pipeline. */
export async function stageUseOf(db: Db, sight: Sight, id: string) {
  const { stages } = await pipelineOf(db, sight.workspaceId, id);
  const standing = await countAtStages(db, sight, id);
  return { stages: stages.map((stage) => ({ id: stage.id, opportunities: standing.get(stage.id) ?? 0 })) };
}

async function pipelineOf(db: Db, workspaceId: string, id: string): Promise<Pipeline> {
  const found = (await findPipelines(db, workspaceId)).find((pipeline) => pipeline.id === id);
  return requireFound(found, "pipeline");
}

function refuseStrangers(stages: readonly Stage[], wanted: readonly StageWanted[]): void {
  const ids = wanted.flatMap(({ id }) => (id === undefined ? [] : [id]));
  const stranger = ids.some((id) => !stages.some((stage) => stage.id === id));
  if (!stranger && new Set(ids).size === ids.length) return;
  const message = "A stage is named that is not one of this pipeline, or is named twice.";
  refuse("invalid", message, {
    fix: "Load the pipeline again; leave the id out for a stage that is new.",
    fields: [{ field: "stages", message }],
  });
}

const differs = (before: Stage, stage: Stage) =>
  before.name !== stage.name ||
  before.position !== stage.position ||
  before.outcome !== stage.outcome ||
  before.probability !== stage.probability ||
  before.forecastCategory !== stage.forecastCategory;
