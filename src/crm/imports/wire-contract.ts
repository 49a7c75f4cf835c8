/** What imports are made of on the wire: what is asked for, what stands, what is planned. */
import { z } from "zod";
import { idText, instantText } from "#base/wire";
import { knownObjects } from "./recognition/field-kind.ts";
import { sourceNames } from "./recognition/shape.ts";
import { fieldTypes } from "./values/column-format.ts";

const sourceName = z.enum(sourceNames);
const sourceObject = z
  .string()
  .regex(/^[a-z][a-z-]{0,59}$/, "A kind of rows is named in small letters, like opportunity-line.")
  .describe(`What each row of the file is: ${knownObjects.join(", ")}, or a kind that a plan names`);

const customUse = z.strictObject({
  custom: z.enum(fieldTypes).describe("The type of the custom field"),
  label: z
    .string()
    .trim()
    .min(1)
    .max(200)
    .optional()
    .describe("What it is called; as the column when left out"),
});
const fileMapping = z.strictObject({
  object: sourceObject.optional(),
  header: z
    .union([z.array(z.string().max(200)).min(1).max(2000), z.literal("first line")])
    .optional()
    .describe(
      'The names of the columns, in their order, of a file without a line that says them; "first line" where it looks as if it had none',
    ),
  columns: z
    .record(z.string(), z.union([z.string(), customUse]))
    .optional()
    .describe('Column → the name of a field, "custom", "custom:number" (or another type), or "ignored"'),
  settings: z
    .record(z.string(), z.string())
    .optional()
    .describe("What else has to be said of rows of this kind, such as the period of targets"),
});
const outcome = z.enum(["open", "won", "lost"]);
const sameNames = z.record(z.string(), z.string().nullable());

export const importOptions = z.strictObject({
  source: sourceName.optional().describe("Where the files come from; recognised when left out"),
  mapping: z
    .strictObject({
      files: z.record(z.string(), fileMapping).optional(),
      same: z
        .strictObject({
          account: sameNames,
          product: sameNames,
          person: sameNames,
          stage: sameNames,
          currency: sameNames,
          forecastCategory: sameNames,
        })
        .partial()
        .optional()
        .describe(
          "Spellings that mean one record or one value: noun → spelling → name; null says that they do not",
        ),
      stages: z
        .record(z.string(), outcome)
        .optional()
        .describe("How a stage ends a sale, where its name or its rows say it otherwise"),
    })
    .optional(),
  dateOrder: z.enum(["dmy", "mdy"]).optional().describe("For columns whose dates do not tell it themselves"),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/, "A currency is three capital letters, like USD.")
    .optional()
    .describe("For amounts of which no column says the currency; the workspace's when left out"),
  sourceName: z
    .string()
    .trim()
    .min(1)
    .max(60)
    .optional()
    .describe("A name for where the files come from, when two sources count their records alike"),
  removeVanished: z
    .boolean()
    .optional()
    .describe("Remove records of earlier imports of this source that the files no longer hold"),
  dryRun: z.boolean().optional().describe("Count what would happen, and write nothing"),
});
export type ImportOptionsIn = z.input<typeof importOptions>;

export const count = z.int().min(0);
export const importedFile = z.strictObject({
  file: z.string(),
  object: z.string().nullable(),
  rows: count,
  created: count,
  updated: count,
  unchanged: count,
  rejected: count,
});
const proposal = z.strictObject({
  object: z.enum(["account", "product", "person", "stage", "currency", "forecastCategory"]),
  file: z.string(),
  value: z.string(),
  match: z.string(),
  evidence: z.string(),
  accepted: z.boolean(),
});
const question = z.strictObject({
  file: z.string(),
  column: z.string(),
  question: z.string(),
  examples: z.array(z.string()),
  option: z.string(),
});
const notUnderstood = z.strictObject({ file: z.string(), reason: z.string() });
export const reject = z.strictObject({
  file: z.string(),
  line: z.int(),
  field: z.string(),
  value: z.string(),
  reason: z.string(),
});
export const importState = z.enum(["ready", "running", "done", "failed", "cancelled"]);

const head = {
  id: idText,
  label: z.string(),
  source: sourceName.nullable().describe("null until the files were looked at"),
  state: importState,
  problem: z.string().nullable(),
  dryRun: z.boolean(),
  requestedBy: z.string(),
  createdAt: instantText,
  startedAt: instantText.nullable(),
  finishedAt: instantText.nullable(),
  rowsTotal: count.nullable(),
  rowsDone: count,
};
export const importListed = z.strictObject(head);

const undoOut = z.strictObject({
  state: z.enum(["running", "done", "failed"]),
  problem: z.string().nullable(),
  requestedBy: z.string(),
  startedAt: instantText,
  finishedAt: instantText.nullable(),
  recordsTotal: count,
  recordsDone: count,
  removed: count,
  restored: count,
  left: count,
});
const previewed = z.strictObject({
  noun: z.string(),
  name: z.string(),
  fields: z.array(z.strictObject({ field: z.string(), before: z.string(), after: z.string() })),
});
const standingFigures = z.strictObject({
  currency: z.string(),
  bookings: z.string().describe("What was ever won, a decimal amount"),
  openPipeline: z.string().describe("What is open now, a decimal amount"),
  winRate: z.number().nullable().describe("Won of all that was decided, 0 to 1"),
});
const previewOut = z.strictObject({
  created: z.array(previewed),
  updated: z.array(previewed),
  before: z.array(standingFigures).describe("By currency"),
  after: z.array(standingFigures).describe("By currency"),
});
const vanishedOut = z.strictObject({
  object: z.string(),
  count,
  removed: z.boolean(),
  sample: z.array(z.string()),
});

/** An import as it stands; `files` adds up as far as it has come. */
export const importOut = z.strictObject({
  ...head,
  files: z.array(importedFile),
  progress: z
    .strictObject({ rowsPerSecond: z.number(), remainingSeconds: z.number().nullable() })
    .nullable()
    .describe("While it runs"),
  options: importOptions.describe("What it was asked for, to be shown and changed again"),
  preview: previewOut.nullable().describe("After a dry run: what it would do"),
  vanished: z
    .array(vanishedOut)
    .describe("Records of earlier imports of the source that the files no longer hold"),
  undo: undoOut.nullable(),
  assumptions: z.array(z.string()),
  proposals: z.array(proposal),
  warnings: z.array(z.string()),
  questions: z.array(question),
  notUnderstood: z.array(notUnderstood),
  rejects: z.strictObject({ count, sample: z.array(reject) }),
});
export type ImportOut = z.infer<typeof importOut>;

const plannedColumn = z.strictObject({
  column: z.string(),
  use: z.enum(["field", "custom", "ignored"]),
  field: z.string().nullable(),
  stage: z.string().nullable(),
  customField: z
    .strictObject({ key: z.string(), label: z.string(), type: z.string(), options: z.array(z.string()) })
    .nullable(),
  dateOrder: z.enum(["dmy", "mdy"]).nullable(),
  reason: z.string(),
  examples: z.array(z.string()),
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
      encoding: z.string(),
      delimiter: z.string(),
      key: z.array(z.string()),
      settings: z
        .record(z.string(), z.string())
        .describe("What was decided or said of rows of this kind, such as the period of targets"),
      fields: z.array(z.string()).describe("The fields that its columns can become"),
      columns: z.array(plannedColumn),
    }),
  ),
  kinds: z
    .array(z.strictObject({ object: z.string(), title: z.string() }))
    .describe("What the rows of a file can be beside accounts, opportunities and the like"),
  pipelines: z.array(
    z.strictObject({
      name: z.string(),
      stages: z.array(
        z.strictObject({
          name: z.string(),
          outcome,
          rows: count.describe("How often rows name it"),
          evidence: z.string().describe("Why it is held to be open, won or lost"),
        }),
      ),
    }),
  ),
  assumptions: z.array(z.string()),
  proposals: z.array(proposal),
  warnings: z.array(z.string()),
  questions: z.array(question),
  notUnderstood: z.array(notUnderstood),
});
export type ImportPlanOut = z.infer<typeof importPlanOut>;
