/** Rejected rows as a file: the columns that they had, and the reasons. Corrected, it can be imported as it is. */
import { refuse, restoredCell, safeCell } from "#base/kernel";
import type { FilePlan } from "../mapping/column-plan.ts";
import { reasonsCell, reasonsColumn, stillRejected } from "../rejects/reasons.ts";
import type { RejectedLine } from "../rejects/rejected-lines-store.ts";
import { filesAt } from "./folder.ts";
import { openTable, type RowChunk, rowChunks, type TableFile } from "./table-file.ts";

/** A file of an import, with the names that a person gave its columns. */
export type NamedTable = Pick<FilePlan, "file" | "header" | "lines">;

/** Rows of one part; more come in further parts. */
export const rowsOfPart = 50_000;

/** Finds the rejected rows from one line of a file to another. */
export type FindRejected = (file: string, from: number, to: number) => Promise<readonly RejectedLine[]>;

const inQuotes = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

const lineOf = (cells: readonly string[]): string => `${cells.map(safeCell).map(inQuotes).join(",")}\r\n`;

interface Line {
  readonly line: number;
  readonly cells: readonly string[];
}

/** The rows of a chunk in the order of their lines, those that could not be read among them. */
const inOrder = (table: TableFile, { rows, unread }: RowChunk): Line[] =>
  [
    ...rows.map(({ line, values }) => ({ line, cells: values })),
    ...unread.map(({ line, values, excerpt }) => ({
      line,
      cells: values ?? excerpt.split(table.delimiter),
    })),
  ].toSorted((a, b) => a.line - b.line);

/**
 * A row with its reasons. Where the file itself came back and the row was not corrected, the reasons of the first
 * time stay, so that correcting what they name is still enough. What a row has too much stands after the reasons.
 */
function rejectedRow(table: TableFile, { cells }: Line, { reasons }: RejectedLine): string {
  const { columns, reasonsAt } = table;
  const width = columns.length;
  const own = reasonsAt === null ? cells : cells.toSpliced(reasonsAt, 1).map(restoredCell);
  const before = reasonsAt === null ? "" : restoredCell(cells[reasonsAt] ?? "");
  const isSame = own.length === width && stillRejected(columns, own, before) !== null;
  const fitted = Array.from({ length: width }, (_, at) => own[at] ?? "");
  return lineOf([...fitted, isSame ? before : reasonsCell(columns, reasons), ...own.slice(width)]);
}

/** The rejected rows of a table, line by line of text, in one pass and bounded memory. */
async function* rejectedRows(table: TableFile, find: FindRejected): AsyncGenerator<string> {
  for await (const chunk of rowChunks(table)) {
    const lines = inOrder(table, chunk);
    const [first, last] = [lines[0], lines.at(-1)];
    if (first === undefined || last === undefined) continue;
    const found = new Map(
      (await find(table.name, first.line, last.line)).map((one) => [one.line, one] as const),
    );
    for (const line of lines) {
      const rejected = found.get(line.line);
      if (rejected !== undefined) yield rejectedRow(table, line, rejected);
    }
  }
}

/**
 * The files of the rejected rows of a table, as text for spreadsheets (UTF-8 with a mark, commas), of at most
 * {@link rowsOfPart} rows each; none where nothing was rejected.
 */
export async function* rejectedParts(table: TableFile, find: FindRejected): AsyncGenerator<string> {
  const head = `\uFEFF${lineOf([...table.columns, reasonsColumn])}`;
  let rows: string[] = [];
  for await (const row of rejectedRows(table, find)) {
    if (rows.length === rowsOfPart) {
      yield head + rows.join("");
      rows = [];
    }
    rows.push(row);
  }
  if (rows.length > 0) yield head + rows.join("");
}

/** The open table of one of an import's files. Refuses when the import has no such file any more. */
export async function tableIn(folder: string, { file: name, header, lines }: NamedTable): Promise<TableFile> {
  const file = (await filesAt(folder)).tables.find((one) => one.name === name);
  if (file === undefined) return refuse("not-found", `This import has no file ${name}.`);
  return openTable({ ...file, header, lines });
}

/** A part of the rejected rows of one of an import's files, counted from 1. Refuses a part that there is not. */
export async function rejectedPart(
  folder: string,
  named: NamedTable,
  part: number,
  find: FindRejected,
): Promise<string> {
  let at = 0;
  for await (const text of rejectedParts(await tableIn(folder, named), find)) {
    at += 1;
    if (at === part) return text;
  }
  return refuse("not-found", at === 0 ? `No row of ${named.file} was refused.` : `There are ${at} parts.`);
}

/** "deals.csv", 2 → "rejected deals (2).csv". */
export function rejectedName(name: string, part = 1): string {
  const plain = name.replace(/\.(csv|tsv|txt|tab)$/i, "").replaceAll("/", " ");
  return `rejected ${plain}${part === 1 ? "" : ` (${part})`}.csv`;
}

/** The header that makes a browser keep an answer as a file of this name. */
export function attachmentNamed(name: string): string {
  const plain = name.replace(/[^\w .()-]/g, "_");
  return `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name).replaceAll("'", "%27")}`;
}
