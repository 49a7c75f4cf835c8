/** Imports on the wire: create one, give it files, let it plan, answer what it asks, start it, follow it, undo it. */
import { z } from "zod";
import { endpoint } from "#base/contract";
import { idParams, idText, instantText } from "#base/wire";
import { importPlanOut } from "./plan-contract.ts";
import { nounsInOrder } from "./undo/in-the-way.ts";
import { count, importListed, importOptions, importOut } from "./wire-contract.ts";

export { type ImportPlanOut, importPlanOut } from "./plan-contract.ts";
export { sourceNames as importSources } from "./recognition/shape.ts";
export { getImportRejects, getPackedRejects, getRejectedRows } from "./rejects/contract.ts";
export { getImportUndo, type ImportUndoOut, lookAtUndo, stopUndo, undoImport } from "./undo/contract.ts";
export {
  type ImportOptionsIn,
  type ImportOut,
  importedFile,
  importListed,
  importOptions,
  importOut,
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
export const getImportPlan = endpoint({
  method: "GET",
  path: "/api/imports/:id/plan",
  permission: "imports.run",
  summary: "What an import is going to do, as it was planned last; null before it looked at its files.",
  params: idParams,
  output: z.strictObject({ plan: importPlanOut.nullable() }),
});
const fittingMapping = z.strictObject({
  importId: idText,
  label: z.string(),
  name: z.string().nullable().describe("The name under which it was kept; null: an earlier import used it"),
  by: z.string(),
  at: instantText,
  fits: count.describe("How many of the files have the columns of one of its files"),
  options: importOptions.describe("What to plan with"),
});
export type FittingMapping = z.output<typeof fittingMapping>;
export const getFittingMappings = endpoint({
  method: "GET",
  path: "/api/imports/:id/mappings",
  permission: "imports.run",
  summary:
    "Mappings that were made for files with the same columns, those that were kept under a name first.",
  params: idParams,
  output: z.strictObject({ items: z.array(fittingMapping) }),
});
export const nameImportMapping = endpoint({
  method: "PUT",
  path: "/api/imports/:id/mapping-name",
  permission: "imports.run",
  summary: "Keeps the mapping of an import under a name, to be used again; an empty name forgets it.",
  params: idParams,
  body: z.strictObject({ name: z.string().trim().max(100) }),
  output: importOut,
});
export const startImport = endpoint({
  method: "POST",
  path: "/api/imports/:id/start",
  permission: "imports.run",
  audit: "import started",
  summary:
    "Starts an import, or resumes one that was paused or broken off; it runs on while the caller goes away.",
  params: idParams,
  output: importOut,
  status: 202,
});
export const tryImport = endpoint({
  method: "POST",
  path: "/api/imports/:id/try",
  permission: "imports.run",
  summary:
    "Starts a dry run: what the import would do, found out on a copy. It can be started for real after.",
  params: idParams,
  output: importOut,
  status: 202,
});
export const pauseImport = endpoint({
  method: "POST",
  path: "/api/imports/:id/pause",
  permission: "imports.run",
  audit: "import paused",
  summary:
    "Pauses a running import after the rows at hand; what is written stays, and it goes on when started.",
  params: idParams,
  output: importOut,
  status: 202,
});
export const cancelImport = endpoint({
  method: "POST",
  path: "/api/imports/:id/cancel",
  permission: "imports.run",
  audit: "import cancelled",
  summary:
    "Ends an import for good, after the rows at hand. What is written stays and can be undone; a dry run is planned again.",
  params: idParams,
  output: importOut,
  status: 202,
});
export const removeVanishedRecords = endpoint({
  method: "POST",
  path: "/api/imports/:id/remove-vanished",
  permission: "imports.run",
  audit: "vanished records removed",
  summary: "Removes the records of earlier imports that the files of a finished import no longer hold.",
  params: idParams,
  output: importOut,
  status: 202,
});
export const getImportRecords = endpoint({
  method: "GET",
  path: "/api/imports/:id/records",
  permission: "imports.run",
  summary: "The records that an import created, or that were there before it changed them, of one noun.",
  params: idParams,
  query: z.strictObject({
    noun: z.enum(nounsInOrder),
    action: z.enum(["created", "changed"]).default("created"),
    after: idText.optional().describe("The last id of the page before"),
    limit: z.coerce.number<number | string>().int().min(1).max(500).default(100),
  }),
  output: z.strictObject({
    items: z.array(z.strictObject({ id: idText, name: z.string(), isThere: z.boolean() })),
    next: idText.nullable(),
  }),
});
export const getImportTouched = endpoint({
  method: "GET",
  path: "/api/imports/:id/touched",
  permission: "imports.run",
  summary: "How many records of each noun an import created, and how many that were there before it changed.",
  params: idParams,
  output: z.strictObject({
    items: z.array(z.strictObject({ noun: z.string(), created: count, changed: count })),
  }),
});
