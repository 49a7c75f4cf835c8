/** The verbs of an opportunity: moving, closing, reopening, its lines, splits and stakeholders; and its pipelines. */
import { z } from "zod";
import { endpoint } from "#base/contract";
import { dateText, idParams, idText, longText, money, nameText, rate, shortText, version } from "#base/wire";
import { opportunityDetail } from "./contract.ts";
import { forecastCategories, outcomes } from "./stage.ts";

export const moveToStage = endpoint({
  method: "POST",
  path: "/api/opportunities/:id/stage",
  permission: "records.write",
  summary: "Moves an opportunity to a stage of its pipeline; won, lost and open follow the stage.",
  params: idParams,
  body: z.strictObject({ stageId: idText, closeOn: dateText.nullable().optional() }),
  output: opportunityDetail,
  conditional: true,
});
export const closeOpportunity = endpoint({
  method: "POST",
  path: "/api/opportunities/:id/close",
  permission: "records.write",
  summary: "Wins or loses an opportunity where it stands; its stage stays.",
  params: idParams,
  body: z.strictObject({
    outcome: z.enum(["won", "lost"]),
    closeOn: dateText.optional(),
    lostReason: longText.nullable().optional(),
  }),
  output: opportunityDetail,
  conditional: true,
});
export const reopenOpportunity = endpoint({
  method: "POST",
  path: "/api/opportunities/:id/reopen",
  permission: "records.write",
  summary: "Takes a closed opportunity up again at its stage; its expected day is what is said now, or none.",
  params: idParams,
  body: z.strictObject({ closeOn: dateText.nullable().default(null) }),
  output: opportunityDetail,
  conditional: true,
});

const quantity = z
  .string()
  .regex(/^\d{1,12}(\.\d{1,6})?$/, "A quantity is written with digits and a decimal point, like 2 or 1.5.");
const lineIn = z.strictObject({
  /** The line as it was; left out for a new one. */
  id: idText.optional(),
  productId: idText,
  quantity: quantity.default("1"),
  unitPrice: money.nullable().default(null),
  /** Left out: quantity times unit price. */
  amount: money.nullable().default(null),
});
export type LineIn = z.infer<typeof lineIn>;

export const replaceLines = endpoint({
  method: "PUT",
  path: "/api/opportunities/:id/lines",
  permission: "records.write",
  summary: "States all lines of an opportunity; its amount becomes their sum unless one is stated.",
  params: idParams,
  body: z.strictObject({ lines: z.array(lineIn).max(500), amount: money.optional() }),
  output: opportunityDetail,
  conditional: true,
});
export const replaceSplits = endpoint({
  method: "PUT",
  path: "/api/opportunities/:id/splits",
  permission: "records.write",
  summary: "States who shares in an opportunity; shares add up to exactly 1, and none means its owner.",
  params: idParams,
  body: z.strictObject({ splits: z.array(z.strictObject({ personId: idText, share: rate })).max(100) }),
  output: opportunityDetail,
  conditional: true,
});

export const replaceStakeholders = endpoint({
  method: "PUT",
  path: "/api/opportunities/:id/stakeholders",
  permission: "records.write",
  summary: "States all contacts who take part in an opportunity, with their part in the decision.",
  params: idParams,
  body: z.strictObject({
    stakeholders: z
      .array(
        z.strictObject({
          contactId: idText,
          role: shortText.min(1, "A part is named, or null.").nullable().default(null),
          primary: z.boolean().default(false),
        }),
      )
      .max(500),
  }),
  output: opportunityDetail,
  conditional: true,
});

const stageSaid = {
  name: z.string(),
  outcome: z.enum(outcomes),
  probability: rate.nullable(),
  forecastCategory: z.enum(forecastCategories),
};
export const pipelineOut = z.strictObject({
  id: idText,
  version,
  name: z.string(),
  position: z.int(),
  stages: z.array(z.strictObject({ id: idText, position: z.int(), ...stageSaid })),
});
export type PipelineOut = z.infer<typeof pipelineOut>;

export const getPipelines = endpoint({
  method: "GET",
  path: "/api/pipelines",
  permission: "records.read",
  summary: "Every pipeline with its stages in order.",
  output: z.strictObject({ items: z.array(pipelineOut) }),
});
export const createPipeline = endpoint({
  method: "POST",
  path: "/api/pipelines",
  permission: "workspace.configure",
  audit: "pipeline changed",
  summary: "Adds a pipeline with its stages.",
  body: z.strictObject({
    name: nameText,
    stages: z
      .array(
        z.strictObject({
          name: nameText,
          outcome: z.enum(outcomes).default("open"),
          probability: rate.nullable().default(null),
          forecastCategory: z.enum(forecastCategories).default("pipeline"),
        }),
      )
      .min(1)
      .max(50),
  }),
  output: pipelineOut,
  status: 201,
});
