/** Undoing an import on the wire: look at what it would do, do it, stop it. */
import { z } from "zod";
import { endpoint } from "#base/contract";
import { idParams, idText, instantText } from "#base/wire";
import { count, importOut } from "../wire-contract.ts";

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
  state: z
    .enum(["none", "looking", "ready", "stopped", "failed"])
    .describe("none: nobody looked; looking: the figures are those so far"),
  problem: z.string().nullable(),
  startedAt: instantText.nullable(),
  later: count.describe("Records that somebody changed after the import, to be looked at one by one"),
  looked: count.describe("At how many of them was looked"),
  touched: z
    .array(touched)
    .describe("Records that the import created, and that were there before it changed them"),
  inTheWay: z.strictObject({ count, sample: z.array(inTheWay) }),
  left: count.describe("Records made by the import that would stay when what is in the way is left"),
});
export type ImportUndoOut = z.infer<typeof importUndoOut>;

export const lookAtUndo = endpoint({
  method: "POST",
  path: "/api/imports/:id/undo/look",
  permission: "imports.run",
  summary:
    "Begins to look at what undoing an import would do, and at what stands in its way. Changes nothing.",
  params: idParams,
  output: importUndoOut,
  status: 202,
});
export const getImportUndo = endpoint({
  method: "GET",
  path: "/api/imports/:id/undo",
  permission: "imports.run",
  summary: "What undoing an import would do, as far as it was looked at.",
  params: idParams,
  output: importUndoOut,
});
export const stopUndo = endpoint({
  method: "POST",
  path: "/api/imports/:id/undo/stop",
  permission: "imports.run",
  summary:
    "Stops looking, or an undoing after the records at hand; what went back stays so, and it goes on when asked again.",
  params: idParams,
  output: importOut,
  status: 202,
});
export const undoImport = endpoint({
  method: "POST",
  path: "/api/imports/:id/undo",
  permission: "imports.run",
  audit: "import undone",
  summary:
    "Undoes a whole import, updates included, or goes on with it: every record and every past day says again what it said before.",
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
