/** The pipeline on the wire: as of any day, over time, and what moved between two days. */
import { z } from "zod";
import { endpoint } from "#base/contract";

const dateText = z.iso.date().describe("A day, YYYY-MM-DD");
const where = z
  .union([z.string(), z.array(z.string())])
  .optional()
  .describe("Slices to keep, each as dimension=key, for example region=West");
const paging = {
  offset: z.coerce.number<number | string>().int().min(0).max(10_000_000).default(0),
  limit: z.coerce.number<number | string>().int().min(1).max(200).default(50),
};
const closing = {
  closingFrom: dateText.optional().describe("Only what is expected to close on or after this day"),
  closingTo: dateText.optional().describe("Only what is expected to close on or before this day"),
};

const inferred = z
  .object({ count: z.number(), of: z.number() })
  .nullable()
  .describe("How many of the opportunities behind it are known from dates only; null when none is");

const figures = { count: z.number(), amount: z.string(), currency: z.string() };

export const pipelineAnswer = z.object({
  asOf: z.string(),
  by: z.string(),
  rows: z.array(z.object({ key: z.string(), id: z.string().nullable(), ...figures })),
  total: z.object(figures),
  inferred,
  notes: z.array(z.string()),
});

export const waterfallStepName = z.enum([
  "start",
  "new",
  "pulled-in",
  "increased",
  "decreased",
  "pushed-out",
  "won",
  "lost",
  "removed",
  "exchange-rate",
  "end",
]);

/** Amounts are magnitudes: start + new + pulled-in + increased − decreased − pushed-out − won − lost − removed = end. */
export const waterfallAnswer = z.object({
  from: z.string(),
  to: z.string(),
  closingFrom: z.string().nullable(),
  closingTo: z.string().nullable(),
  currency: z.string(),
  steps: z.array(z.object({ name: waterfallStepName, count: z.number(), amount: z.string() })),
  residual: z.string(),
  inferred,
  notes: z.array(z.string()),
});

const standing = z.object({
  stage: z.string().nullable(),
  status: z.string(),
  amount: z.string().nullable(),
  closeOn: z.string().nullable(),
  person: z.string().nullable(),
});

/** One opportunity in a step of the waterfall: how it stood on each of the two days (null: it was not there). */
export const movedOpportunity = z.object({
  id: z.string(),
  name: z.string(),
  account: z.string().nullable(),
  change: z.string().describe("What it adds to the step, in the workspace's currency"),
  before: standing.nullable(),
  after: standing.nullable(),
});

export const pipelineOpportunity = z.object({
  id: z.string(),
  name: z.string(),
  account: z.string().nullable(),
  person: z.string().nullable(),
  pipeline: z.string().nullable(),
  stage: z.string().nullable(),
  amount: z.string().nullable(),
  currency: z.string(),
  createdOn: z.string().nullable(),
  closeOn: z.string().nullable(),
  daysInStage: z.number().nullable(),
});

export const askPipeline = endpoint({
  method: "GET",
  path: "/api/pipeline",
  permission: "analytics.read",
  summary: "The open pipeline as it stood at the end of a day, by a dimension",
  query: z.object({ asOf: dateText.optional(), by: z.string().max(80).default("stage"), where, ...closing }),
  output: pipelineAnswer,
});

export const pipelineRecords = endpoint({
  method: "GET",
  path: "/api/pipeline/records",
  permission: "analytics.read",
  summary: "The opportunities in the open pipeline as of a day, largest first",
  query: z.object({
    asOf: dateText.optional(),
    by: z.string().max(80).default("stage"),
    key: z.string().max(200).optional(),
    where,
    ...closing,
    ...paging,
  }),
  output: z.object({
    rows: z.array(pipelineOpportunity),
    count: z.number(),
    nextOffset: z.number().nullable(),
  }),
});

export const pipelineTrend = endpoint({
  method: "GET",
  path: "/api/pipeline/trend",
  permission: "analytics.read",
  summary: "The open pipeline at the end of each week or month of a stretch of time, by a dimension",
  query: z.object({
    from: dateText.optional(),
    to: dateText.optional(),
    grain: z.enum(["week", "month"]).default("week"),
    by: z.string().max(80).default("stage"),
    where,
    ...closing,
  }),
  output: z.object({
    by: z.string(),
    currency: z.string(),
    points: z.array(
      z.object({
        asOf: z.string(),
        count: z.number(),
        amount: z.string(),
        inferred: z.number().describe("Opportunities of the count that are known from dates only"),
        rows: z.array(z.object({ key: z.string(), count: z.number(), amount: z.string() })),
      }),
    ),
    earliest: z.string().nullable().describe("The first day of which anything is known"),
    notes: z.array(z.string()),
  }),
});

export const askWaterfall = endpoint({
  method: "GET",
  path: "/api/waterfall",
  permission: "analytics.read",
  summary: "What moved the open pipeline between two days, step by step, with residual zero",
  query: z.object({ from: dateText, to: dateText, where, ...closing }),
  output: waterfallAnswer,
});

export const waterfallRecords = endpoint({
  method: "GET",
  path: "/api/waterfall/records",
  permission: "analytics.read",
  summary: "The opportunities in one step of the waterfall, with how they stood before and after",
  query: z.object({ from: dateText, to: dateText, step: waterfallStepName, where, ...closing, ...paging }),
  output: z.object({ rows: z.array(movedOpportunity), count: z.number(), nextOffset: z.number().nullable() }),
});
