/** Measures on the wire: the catalogue, an answer by any dimension, and the records behind it. */
import { z } from "zod";
import { endpoint } from "#base/contract";

const dateText = z.iso.date().describe("A day, YYYY-MM-DD");
const nameText = z.string().regex(/^[a-z][a-z0-9-]*$/, "Names are in kebab-case, for example win-rate");

/** What every analytical question shares: when, for which slice, and as of which day. */
export const askShape = {
  from: dateText.optional().describe("First day of the period, inclusive"),
  to: dateText.optional().describe("Last day of the period, inclusive"),
  last: z
    .string()
    .regex(/^[1-9]\d{0,3}[dwmqy]$/, "A window is a number and d, w, m, q or y, for example 90d.")
    .optional()
    .describe(
      "A rolling window that ends on the day asked about, in place of a period: 90d, 13w, 6m, 4q, 1y",
    ),
  asOf: dateText.optional().describe("The day whose knowledge is asked for; today when left out"),
  by: z
    .string()
    .max(80)
    .optional()
    .describe("A dimension to break the figure down by, for example person or region"),
  where: z
    .union([z.string(), z.array(z.string())])
    .optional()
    .describe("Slices to keep, each as dimension=key, for example region=West"),
  switches: z
    .union([z.string(), z.array(z.string())])
    .optional()
    .describe("Choices of the measure, each as name=choice, for example basis=cohort"),
};

export const measureUnit = z.enum(["money", "rate", "days", "count", "ratio", "money-per-day"]);

export const measureDefinition = z.object({
  name: z.string(),
  label: z.string(),
  sentence: z.string(),
  formula: z.string(),
  unit: measureUnit,
  grain: z.string(),
  period: z.string().describe("What places a record in a period, in words"),
  source: z.string(),
  switches: z.array(
    z.object({
      name: z.string(),
      label: z.string(),
      default: z.string(),
      options: z.array(z.object({ value: z.string(), label: z.string() })),
    }),
  ),
  dimensions: z.array(z.string()),
  spread: z
    .boolean()
    .describe("Whether it is the middle of single values, whose distribution can be asked for"),
});

export const dimensionDefinition = z.object({
  name: z.string(),
  label: z.string(),
  sentence: z.string(),
  kind: z.enum(["record", "time", "field"]),
});

/** A decimal string for money, a number for rates (0–1), days and counts; null with a reason where there is none. */
const figure = z.union([z.string(), z.number()]).nullable();

const shareInterval = z
  .object({ low: z.number(), high: z.number() })
  .nullable()
  .describe("Of a share of a count: where it likely lies; null for all else");

export const measureAnswer = z.object({
  measure: z.string(),
  unit: measureUnit,
  currency: z.string().nullable(),
  asOf: z.string(),
  from: z.string().nullable(),
  to: z.string().nullable(),
  by: z.string().nullable(),
  switches: z.record(z.string(), z.string()),
  rows: z.array(
    z.object({
      key: z.string(),
      id: z.string().nullable(),
      value: figure,
      n: z.number(),
      reason: z.string().nullable(),
      interval: shareInterval,
    }),
  ),
  total: z.object({
    value: figure,
    n: z.number(),
    reason: z.string().nullable(),
    interval: shareInterval,
  }),
  intervalMethod: z.string().nullable().describe("How the intervals were worked out; null without any"),
  inferred: z
    .object({ count: z.number(), of: z.number() })
    .nullable()
    .describe("How many of the opportunities behind the total are known from dates only; null when none is"),
  notes: z.array(z.string()),
});

/** One opportunity behind a figure, as it stood on the day asked for. */
export const recordRow = z.object({
  id: z.string(),
  name: z.string(),
  account: z.string().nullable(),
  person: z.string().nullable(),
  pipeline: z.string().nullable(),
  stage: z.string().nullable(),
  status: z.string(),
  amount: z.string().nullable(),
  currency: z.string(),
  createdOn: z.string().nullable(),
  closeOn: z.string().nullable(),
  part: z.string().describe("The part that the record plays in the figure, for example won or lost"),
});

export const recordPage = z.object({
  rows: z.array(recordRow),
  count: z.number(),
  nextOffset: z.number().nullable(),
});

export const pageShape = {
  key: z.string().max(200).optional().describe("The row of the breakdown whose records are asked for"),
  offset: z.coerce.number<number | string>().int().min(0).max(10_000_000).default(0),
  limit: z.coerce.number<number | string>().int().min(1).max(200).default(50),
};

export const listMeasures = endpoint({
  method: "GET",
  path: "/api/measures",
  permission: "analytics.read",
  summary: "Every measure with its definition, formula, switches and dimensions",
  output: z.object({ measures: z.array(measureDefinition), dimensions: z.array(dimensionDefinition) }),
});

export const askMeasure = endpoint({
  method: "GET",
  path: "/api/measures/:name",
  permission: "analytics.read",
  summary: "A measure in a period, by a dimension, as of a day",
  params: z.object({ name: nameText }),
  query: z.object(askShape),
  output: measureAnswer,
});

const orNone = z.number().nullable();
export const measureSpread = endpoint({
  method: "GET",
  path: "/api/measures/:name/distribution",
  permission: "analytics.read",
  summary: "How the single values behind a median lie: counts over ranges, median, 75th and 90th percentile",
  params: z.object({ name: nameText }),
  query: z.object({
    from: askShape.from,
    to: askShape.to,
    last: askShape.last,
    asOf: askShape.asOf,
    where: askShape.where,
    switches: askShape.switches,
  }),
  output: z.object({
    measure: z.string(),
    unit: measureUnit,
    n: z.number(),
    ranges: z.array(
      z.object({
        from: z.number(),
        to: orNone.describe("Null: everything above"),
        count: z.number(),
      }),
    ),
    median: orNone,
    p75: orNone,
    p90: orNone,
  }),
});

export const measureRecords = endpoint({
  method: "GET",
  path: "/api/measures/:name/records",
  permission: "analytics.read",
  summary: "Exactly the opportunities behind a figure",
  params: z.object({ name: nameText }),
  query: z.object({ ...askShape, ...pageShape }),
  output: recordPage,
});
