import { z } from "zod";
import { endpoint } from "#base/contract";
import { idParams, idText, nameText, rate } from "#base/wire";
import { forecastCategories, outcomes } from "../opportunities/stage.ts";
import { pipelineOut } from "../opportunities/verb-contract.ts";

const stageIn = z.strictObject({
  /** The stage as it was; left out for a new one. */
  id: idText.optional(),
  name: nameText,
  outcome: z.enum(outcomes).default("open"),
  probability: rate.nullable().default(null),
  forecastCategory: z.enum(forecastCategories).default("pipeline"),
});
export type StageIn = z.input<typeof stageIn>;

export const restatePipeline = endpoint({
  method: "PUT",
  path: "/api/pipelines/:id",
  permission: "workspace.configure",
  audit: "pipeline changed",
  summary:
    "States a pipeline's name and all its stages in order; a stage that is left out is removed, unless opportunities stand at it.",
  params: idParams,
  body: z.strictObject({ name: nameText, stages: z.array(stageIn).min(1).max(50) }),
  output: pipelineOut,
  conditional: true,
});
export const orderPipelines = endpoint({
  method: "PUT",
  path: "/api/pipelines",
  permission: "workspace.configure",
  audit: "pipelines ordered",
  summary: "States the order of all pipelines; the first is that of new opportunities.",
  body: z.strictObject({ ids: z.array(idText).min(1).max(200) }),
  output: z.strictObject({ items: z.array(pipelineOut) }),
});
export const getStageUse = endpoint({
  method: "GET",
  path: "/api/pipelines/:id/use",
  permission: "records.read",
  summary: "How many opportunities stand at each stage of a pipeline now.",
  params: idParams,
  output: z.strictObject({
    stages: z.array(z.strictObject({ id: idText, opportunities: z.int() })),
  }),
});
