/** Imports on the wire: create one, give it files, let it plan, answer what it asks, start it, follow it. */
import { z } from "zod";
import { endpoint } from "#base/contract";
import { idParams, idText, instantText } from "#base/wire";

const sourceName = z.enum(["csv", "salesforce", "pipedrive"]);
const sourceObject = z.enum([
  "person",
  "account",
  "contact",
  "product",
  "opportunity",
  "activity",
  "opportunity-history",
  "opportunity-field-history",
  "opportunity-changes",
  "stage",
  "field-labels",
  "activity-types",
]);

const fileMapping = z.strictObject({
  object: sourceObject.optional().describe("What each row of the file is"),
  columns: z
    .record(z.string(), z.string())
    .optional()
    .describe('Column → the name of a field, "custom" or "ignored"'),
});
const sameNames = z.record(z.string(), z.string().nullable());

export const importOptions = z.strictObject({
  source: sourceName.optional().describe("Where the files come from; recognised when left out"),
  mapping: z
    .strictObject({
      files: z.record(z.string(), fileMapping).optional(),
      same: z
        .strictObject({ account: sameNames, product: sameNames, person: sameNames })
        .partial()
        .optional()
        .describe("Spellings that mean one record: noun → spelling → name; null says that they do not"),
    })
    .optional(),
  dateOrder: z.enum(["dmy", "mdy"]).optional().describe("For columns whose dates do not tell it themselves"),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/, "A currency is three capital letters, like USD.")
    .optional()
    .describe("For amounts of which no column says the currency; the workspace's when left out"),
  dryRun: z.boolean().optional().describe("Count what would happen, and write nothing"),
});
export type ImportOptionsIn = z.input<typeof importOptions>;

const count = z.int().min(0);
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
  object: z.enum(["account", "product", "person"]),
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
const reject = z.strictObject({
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

/** An import as it stands; `files` adds up as far as it has come. */
export const importOut = z.strictObject({
  ...head,
  files: z.array(importedFile),
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
      encoding: z.string(),
      delimiter: z.string(),
      key: z.array(z.string()),
      columns: z.array(plannedColumn),
    }),
  ),
  pipelines: z.array(
    z.strictObject({
      name: z.string(),
      stages: z.array(z.strictObject({ name: z.string(), outcome: z.enum(["open", "won", "lost"]) })),
    }),
  ),
  assumptions: z.array(z.string()),
  proposals: z.array(proposal),
  warnings: z.array(z.string()),
  questions: z.array(question),
  notUnderstood: z.array(notUnderstood),
});
export type ImportPlanOut = z.infer<typeof importPlanOut>;

export const getImports = endpoint({
  method: "GET",
  path: "/api/imports",
  permission: "imports.run",
  summary: "The imports of the workspace, the latest first.",
  output: z.strictObject({ items: z.array(importListed) }),
});
export const getImport = endpoint({
  method: "GET",
  path: "/api/imports/:id",
  permission: "imports.run",
  summary: "An import: how far it has come, what it did to each file, what it assumed, proposes and refused.",
  params: idParams,
  output: importOut,
});
export const createImport = endpoint({
  method: "POST",
  path: "/api/imports",
  permission: "imports.run",
  summary: "Opens an import, to be given files.",
  body: z.strictObject({ label: z.string().trim().min(1).max(200), options: importOptions.default({}) }),
  output: importOut,
  status: 201,
});
export const putImportFile = endpoint({
  method: "PUT",
  path: "/api/imports/:id/files/:name",
  permission: "imports.run",
  summary: "Gives an import a file, as bytes; a file of the same name takes the place of the former.",
  params: z.strictObject({ id: idText, name: z.string().min(1).max(255) }),
  stream: true,
  output: z.strictObject({
    file: z.string(),
    bytes: count,
    kept: z.boolean(),
    reason: z.string().nullable().describe("Why it was not kept: it is no table"),
  }),
});
export const planOfImport = endpoint({
  method: "PUT",
  path: "/api/imports/:id/plan",
  permission: "imports.run",
  summary:
    "Looks at the files: what each is, what becomes of each column, what is assumed, proposed and asked.",
  params: idParams,
  body: z.strictObject({
    options: importOptions.optional().describe("Takes the place of the options that the import has"),
  }),
  output: importPlanOut,
  lengthy: true,
});
export const startImport = endpoint({
  method: "POST",
  path: "/api/imports/:id/start",
  permission: "imports.run",
  summary: "Starts an import, or resumes one that was broken off; it runs on while the caller goes away.",
  params: idParams,
  output: importOut,
  status: 202,
});
export const cancelImport = endpoint({
  method: "POST",
  path: "/api/imports/:id/cancel",
  permission: "imports.run",
  summary:
    "Stops a running import after the rows at hand; what is written stays, and it can be started again.",
  params: idParams,
  output: importOut,
  status: 202,
});
export const getImportRejects = endpoint({
  method: "GET",
  path: "/api/imports/:id/rejects",
  permission: "imports.run",
  summary: "The rows that an import refused, each with its line, column, value and reason.",
  params: idParams,
  query: z.strictObject({
    limit: z.coerce.number<number | string>().int().min(1).max(1000).default(200),
    offset: z.coerce.number<number | string>().int().min(0).max(100_000_000).default(0),
  }),
  output: z.strictObject({ items: z.array(reject), count, nextOffset: z.number().nullable() }),
});
