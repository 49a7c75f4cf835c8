/** Tables as files for spreadsheets, written as they are read. */
export { csvOf } from "./csv.ts";
export type { Sheet, SheetColumn, SheetValue } from "./sheet.ts";
export { workbookLinesMax, workbookOf } from "./workbook.ts";
