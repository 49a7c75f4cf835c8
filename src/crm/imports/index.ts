/** Imports for the rest of crm's door: the routes, and what a program needs to run imports by itself. */
export {
  endOfRun,
  haltImports,
  resumeImports,
  startRun as startOpenedImport,
} from "./actions.ts";
export type { ImportOptions, ImportPlan } from "./mapping/import-plan.ts";
export {
  dayIn as importedDay,
  type ReadRow as ImportedRow,
  textIn as importedText,
  truthIn as importedTruth,
} from "./mapping/row.ts";
export { openImport, planRun as planOpenedImport } from "./opening-actions.ts";
export { planImport } from "./plan-actions.ts";
export { filesAt } from "./reading/folder.ts";
export { folderOf as importFolderOf } from "./reading/place.ts";
export { takeFile as takeImportFile } from "./reading/unpack.ts";
export type { Field as ImportField } from "./recognition/field-kind.ts";
export { field as importField } from "./recognition/known-names.ts";
export type { ImportResult } from "./result.ts";
export { importRoutes, importRoutesWith } from "./routes.ts";
export type { StandingFigure } from "./running/compared-figures.ts";
export type {
  ComparedFigures,
  ContributedKind,
  KindDecision,
  RowContext,
} from "./running/contributed-actions.ts";
export type { Ground as ImportGround } from "./running/one-run-actions.ts";
export { named as namedInRows } from "./running/reference-actions.ts";
export type { SaidOrRefused as ImportedOrRefused } from "./running/row-actions.ts";
export { type RunRequest, runImport } from "./running/run-actions.ts";
export { listImports } from "./show-actions.ts";
export { endOfUndo } from "./undo/undo-actions.ts";
