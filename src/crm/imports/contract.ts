/** Imports on the wire: create one, give it files, let it plan, answer what it asks, start it, follow it, undo it. */
import { z } from "zod";
import { endpoint } from "#base/contract";
import { idParams, idText, instantText } from "#base/wire";
import { count, importListed, importOptions, importOut, importPlanOut, reject } from "./wire-contract.ts";

export { sourceNames as importSources } from "./recognition/shape.ts";
export {
  type ImportOptionsIn,
  type ImportOut,
  type ImportPlanOut,
  importedFile,
  importListed,
  importOptions,
  importOut,
  importPlanOut,
  importState,
} from "./wire-contract.ts";

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
export const tryImport = endpoint({
  method: "POST",
  path: "/api/imports/:id/try",
  permission: "imports.run",
  summary:
    "Starts a dry run: what the import would do, of which nothing is kept. It can be started for real after.",
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

const touched = z.strictObject({ noun: z.string(), created: count, changed: count });
const inTheWay = z.strictObject({
  noun: z.string(),
  id: idText,
  name: z.string(),
  reason: z
    .enum(["changed", "needed", "linked"])
    .describe("Changed since, needed by another record, or also a record of a later import"),
  by: z.string().describe("Who changed it, or what needs it"),
  at: instantText.nullable(),
  fields: z.array(z.string()),
});
export const importUndoOut = z.strictObject({
  touched: z
    .array(touched)
    .describe("Records that the import created, and that were there before it changed them"),
  inTheWay: z.strictObject({ count, sample: z.array(inTheWay) }),
  left: count.describe("Records made by the import that would stay when what is in the way is left"),
});
export type ImportUndoOut = z.infer<typeof importUndoOut>;

export const getImportUndo = endpoint({
  method: "GET",
  path: "/api/imports/:id/undo",
  permission: "imports.run",
  summary: "What undoing an import would do, and what stands in its way.",
  params: idParams,
  output: importUndoOut,
});
export const undoImport = endpoint({
  method: "POST",
  path: "/api/imports/:id/undo",
  permission: "imports.run",
  summary:
    "Undoes a whole import, updates included: every record and every past day says again what it said before.",
  params: idParams,
  body: z.strictObject({
    leaveChanged: z
      .boolean()
      .default(false)
      .describe("Leave records on which somebody built since as they are; without it they stand in the way"),
  }),
  output: importOut,
  status: 202,
});
export const getRejectedRows = endpoint({
  method: "GET",
  path: "/api/imports/:id/rejects.csv",
  permission: "imports.run",
  summary:
    "The rejected rows of a file as CSV with the columns that they had and the reasons: correct it and import it.",
  params: idParams,
  query: z.strictObject({
    file: z.string().min(1).max(255).describe("The file's name, as the import says it"),
    part: z.coerce
      .number<number | string>()
      .int()
      .min(1)
      .max(100_000)
      .default(1)
      .describe("50,000 rows each"),
  }),
  output: z.string(),
  answers: "text/csv",
});
