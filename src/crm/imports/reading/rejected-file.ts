/** Rejected rows as a file: the columns that they had, and the reasons. Corrected, it can be imported as it is. */
import { refuse } from "#base/kernel";
import type { Header } from "../mapping/column-plan.ts";
import { reasonsCell, reasonsColumn } from "../rejects/reasons.ts";
import type { RejectedLine } from "../rejects/rejected-lines-store.ts";
import { safeCell } from "../rejects/safe-cell.ts";
import { filesAt } from "./folder.ts";
import { openTable, rowChunks, type TableFile } from "./table-file.ts";

/** Rows of one answer; more come in further parts. */
export const rowsOfPart = 50_000;

const inQuotes = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

const lineOf = (cells: readonly string[]): string => `${cells.map(safeCell).map(inQuotes).join(",")}\r\n`;

/**
 * The file of the rejected rows of a table, as text for spreadsheets (UTF-8 with a mark, commas). Rows that had too
 * few or too many values keep what they had; what is too much stands after the reasons.
 */
export async function rejectedFile(table: TableFile, rejected: readonly RejectedLine[]): Promise<string> {
  const reasons = new Map(rejected.map((one) => [one.line, one.reasons]));
  const width = table.columns.length;
  const lines = [`\uFEFF${lineOf([...table.columns, reasonsColumn])}`];
  const add = (line: number, cells: readonly string[]) => {
    const reason = reasons.get(line);
    if (reason === undefined) return;
    const fitted = Array.from({ length: width }, (_, at) => cells[at] ?? "");
    lines.push(lineOf([...fitted, reasonsCell(table.columns, reason), ...cells.slice(width)]));
  };
  for await (const chunk of rowChunks(table)) {
    for (const { line, values } of chunk.rows) add(line, values);
    for (const { line, values, excerpt } of chunk.unread) add(line, values ?? excerpt.split(table.delimiter));
  }
  return lines.join("");
}

/** The file of the rejected rows of one of an import's files. Refuses when the import has no such file any more. */
export async function rejectedRowsIn(
  folder: string,
  name: string,
  rejected: readonly RejectedLine[],
  header?: Header,
): Promise<string> {
  const file = (await filesAt(folder)).tables.find((one) => one.name === name);
  if (file === undefined) return refuse("not-found", `This import has no file ${name}.`);
  return rejectedFile(await openTable({ ...file, header }), rejected);
}

/** The header that makes a browser keep an answer as a file, ending in .csv. */
export function attachmentNamed(name: string): string {
  const ending = /\.csv$/i.test(name) ? name : `${name}.csv`;
  const plain = ending.replace(/[^\w .()-]/g, "_");
  return `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(ending).replaceAll("'", "%27")}`;
}
