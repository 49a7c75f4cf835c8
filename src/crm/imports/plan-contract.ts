/** The plan of an import on the wire: what each file is, what becomes of each column, and what its words mean. */
import { z } from "zod";
import {
  count,
  dateOrder,
  fieldType,
  notUnderstood,
  outcome,
  proposal,
  question,
  sourceName,
  sourceObject,
} from "./wire-contract.ts";

const plannedColumn = z.strictObject({
  column: z.string(),
  use: z.enum(["field", "custom", "ignored"]),
  field: z.string().nullable(),
  stage: z.string().nullable(),
  customField: z
    .strictObject({ key: z.string(), label: z.string(), type: fieldType, options: z.array(z.string()) })
    .nullable(),
  dateOrder: dateOrder.nullable(),
  reason: z.string(),
  examples: z.array(z.string()),
  filled: count.nullable().describe("Rows that have a value; null where that was not counted"),
  different: count.nullable().describe("Different values; null where there are too many to count"),
  misfits: count.describe("Values that the custom field's type does not take"),
});
const doubt = z.strictObject({
  file: z.string(),
  column: z.string(),
  about: z.enum(["date-order", "decimal-mark"]),
  chosen: z.string().nullable().describe("How it is read; null: it must be said"),
  choices: z.array(
    z.strictObject({
      value: z.string(),
      examples: z.array(z.strictObject({ text: z.string(), read: z.string().nullable() })),
    }),
  ),
});
const valueMap = z.strictObject({
  file: z.string(),
  column: z.string(),
  field: z.enum(["status", "forecastCategory", "currency"]),
  values: z.array(
    z.strictObject({ value: z.string(), rows: count, becomes: z.string().nullable(), because: z.string() }),
  ),
});
const plannedPipeline = z.strictObject({
  value: z.string().describe("What the source writes for it"),
  name: z.string(),
  stages: z.array(
    z.strictObject({
      value: z.string(),
      name: z.string(),
      outcome,
      probability: z.string().nullable(),
      rows: count.nullable(),
      because: z.string(),
    }),
  ),
});
export const importPlanOut = z.strictObject({
  source: sourceName,
  currency: z.string(),
  timeZone: z.string(),
  files: z.array(
    z.strictObject({
      file: z.string(),
      object: sourceObject.nullable(),
      confidence: z.number(),
      reason: z.string(),
      rows: count,
      headed: z
        .boolean()
        .describe("Whether its columns have names; else they are called column 1, column 2 and so on"),
      top: z
        .strictObject({
          headerLine: z.int().nullable().describe("The line that names the columns; null when none does"),
          lines: z.array(z.strictObject({ line: z.int(), text: z.string() })),
        })
        .describe("Its first lines, as far as one reads them"),
      encoding: z.string(),
      delimiter: z.string(),
      key: z.array(z.string()),
      settings: z
        .record(z.string(), z.string())
        .describe("What was decided or said of rows of this kind, such as the period of targets"),
      header: z.array(z.string()).describe("The names of its columns, also where it is not understood"),
      fields: z.array(z.string()).describe("The fields that its columns can become"),
      columns: z.array(plannedColumn),
    }),
  ),
  kinds: z
    .array(z.strictObject({ object: z.string(), title: z.string() }))
    .describe("What the rows of a file can be beside accounts, opportunities and the like"),
  pipelines: z.array(plannedPipeline),
  here: z
    .strictObject({ pipelines: z.array(z.strictObject({ name: z.string(), stages: z.array(z.string()) })) })
    .describe("What is there already, to be joined"),
  valueMaps: z.array(valueMap),
  doubts: z.array(doubt).describe("Columns that can be read in more than one way"),
  assumptions: z.array(z.string()),
  proposals: z.array(proposal),
  warnings: z.array(z.string()),
  questions: z.array(question),
  notUnderstood: z.array(notUnderstood),
});
export type ImportPlanOut = z.infer<typeof importPlanOut>;
