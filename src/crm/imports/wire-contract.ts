/** What imports are made of on the wire: what is asked for, what stands, what is planned. */
import { z } from "zod";
import { idText, instantText } from "#base/wire";
import { knownObjects } from "./recognition/field-kind.ts";
import { sourceNames } from "./recognition/shape.ts";
import { fieldTypes } from "./values/column-format.ts";

export const sourceName = z.enum(sourceNames);
export const sourceObject = z
  .string()
  .regex(/^[a-z][a-z-]{0,59}$/, "A kind of rows is named in small letters, like opportunity-line.")
  .describe(`What each row of the file is: ${knownObjects.join(", ")}, or a kind that a plan names`);

export const fieldType = z.enum(fieldTypes);
export const dateOrder = z.enum(["dmy", "mdy"]);
const decimalMark = z.enum([".", ","]);
export const outcome = z.enum(["open", "won", "lost"]);

const customUse = z.strictObject({
  custom: fieldType.describe("The type of the custom field"),
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
    .union([
      z.array(z.string().max(200)).min(1).max(2000),
      z.literal("first line"),
      z.int().min(1).max(100_000),
    ])
    .optional()
    .describe(
      'The number of the line that names the columns; "first line" where it looks as if it had none; or the names, in their order, of a file without such a line',
    ),
  lines: z
    .literal("all")
    .optional()
    .describe('"all": every line under the header is a row, also one that looks like a total'),
  columns: z
    .record(z.string(), z.union([z.string(), customUse]))
    .optional()
    .describe('Column → the name of a field, "custom", "custom:number" (or another type), or "ignored"'),
  settings: z
    .record(z.string(), z.string())
    .optional()
    .describe("What else has to be said of rows of this kind, such as the period of targets"),
  formats: z
    .record(
      z.string(),
      z.strictObject({ dateOrder: dateOrder.optional(), decimalMark: decimalMark.optional() }),
    )
    .optional()
    .describe("Column → how its days and numbers are written"),
});
const sameNames = z.record(z.string(), z.string().nullable());
const name = z.string().trim().min(1).max(200);
const stageWord = z.strictObject({ name: name.optional(), outcome: outcome.optional() });
const words = z.record(z.string(), z.string().max(200));

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
        })
        .partial()
        .optional()
        .describe(
          "Spellings that mean one record or one stage: noun → spelling → name; null says that they do not",
        ),
      pipelines: z
        .record(z.string(), name)
        .optional()
        .describe(
          "What the source writes for a pipeline → its name here; that of one that is there joins it",
        ),
      stages: z
        .record(z.string(), z.record(z.string(), stageWord))
        .optional()
        .describe('Pipeline as the source writes it ("" for the only one) → stage → its name and outcome'),
      values: z
        .strictObject({ status: words, forecastCategory: words, currency: words })
        .partial()
        .optional()
        .describe("What the words of the files mean: field → word → one of our words for it"),
    })
    .optional(),
  dateOrder: dateOrder.optional().describe("For columns whose dates do not tell it themselves"),
  decimalMark: decimalMark.optional().describe("For columns whose numbers do not tell it themselves"),
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
  duplicate: count.describe("Rows that say again what an earlier row of the import says"),
  rejected: count,
});
export const proposal = z.strictObject({
  object: z.enum(["account", "product", "person", "stage"]),
  file: z.string(),
  value: z.string(),
  match: z.string(),
  evidence: z.string(),
  accepted: z.boolean(),
});
export const question = z.strictObject({
  file: z.string(),
  column: z.string(),
  question: z.string(),
  examples: z.array(z.string()),
  option: z.string(),
});
export const notUnderstood = z.strictObject({ file: z.string(), reason: z.string() });
export const reject = z.strictObject({
  file: z.string(),
  line: z.int(),
  field: z.string(),
  value: z.string(),
  reason: z.string(),
});
export const importState = z.enum(["ready", "running", "paused", "done", "failed", "cancelled"]);

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
  savedAs: z
    .strictObject({ name: z.string(), by: z.string(), at: instantText })
    .nullable()
    .describe("The name under which its mapping was kept"),
};
const totals = { created: count, updated: count, unchanged: count, duplicate: count, rejected: count };
export const importListed = z.strictObject({
  ...head,
  ...totals,
  undo: z.enum(["running", "stopped", "done", "failed"]).nullable().describe("How its undoing stands"),
});

const undoOut = z.strictObject({
  state: z
    .enum(["looking", "running", "stopped", "done", "failed"])
    .describe("looking: what it would do is looked at first, nothing is changed yet"),
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
const figure = z.union([z.string(), z.number()]).nullable();
const comparedFigure = z.strictObject({
  measure: z.string(),
  label: z.string(),
  unit: z.string(),
  currency: z.string().nullable().describe("Of money"),
  before: figure.describe("As the record stands; money is a decimal text, a rate lies between 0 and 1"),
  after: figure.describe("After the import"),
});
const previewOut = z.strictObject({
  created: z.array(previewed),
  updated: z.array(previewed),
  figures: z
    .array(comparedFigure)
    .describe(
      "Measures as of today, before and after: over all time, or in the present fiscal quarter where one needs a period; those without a figure on either side are left out",
    ),
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
    .strictObject({
      step: z
        .enum(["preparing", "copying", "writing"])
        .describe("copying: a dry run copies what it could touch, and works on the copy"),
      copied: z.strictObject({ rows: count, rowsTotal: count }).nullable(),
      rowsPerSecond: z.number(),
      remainingSeconds: z.number().nullable(),
    })
    .nullable()
    .describe("While it runs"),
  looking: z
    .strictObject({ file: z.string(), files: count, filesDone: count, rows: count })
    .nullable()
    .describe("While its files are looked at: the file at hand, and the rows read so far"),
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
  rejects: z.strictObject({
    count: count.describe("Refused values; a row can have several"),
    files: z
      .array(z.strictObject({ file: z.string(), rows: count, parts: count }))
      .describe("The files that have refused rows, and in how many parts these come as files"),
    sample: z.array(reject),
  }),
});
export type ImportOut = z.infer<typeof importOut>;
