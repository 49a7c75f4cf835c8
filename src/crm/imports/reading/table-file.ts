/** One file of rows: its encoding, its delimiter, its columns, and its rows in chunks of bounded size. */
import { stat } from "node:fs/promises";
import { refuse } from "#base/kernel";
import type { Header } from "../mapping/column-plan.ts";
import { reasonsColumn, stillRejected } from "../rejects/reasons.ts";
import { restoredCell } from "../rejects/safe-cell.ts";
import { hasNoHeader } from "../values/header-line.ts";
import { contentAt, noTableBecause } from "./content.ts";
import { announcedDelimiter, delimiterOf } from "./dialect.ts";
import { type Encoding, encodingOf, textOf } from "./encoding.ts";
import { footerAt, isFooterRow } from "./report-footer.ts";
import { type Read, RowReader, type TextRow, type UnreadRow } from "./row-reader.ts";

/** A file as it was handed over: the name that the person knows, and where it lies. */
export interface SourceFile {
  readonly name: string;
  readonly path: string;
  /** Each row begins with the number of its line in the file that a person knows, as rows of a sheet do. */
  readonly numbered?: boolean | undefined;
  /** A person's word on its header: the names of its columns, in their order, where no line of it says them. */
  readonly header?: Header | undefined;
  /** What was noticed when it was unpacked, in sentences. */
  readonly warnings?: readonly string[] | undefined;
}

export interface TableFile extends SourceFile {
  /** Whether its columns have names: its first line's, or those that a person said. */
  readonly headed: boolean;
  /** Its first line, where it names no columns. */
  readonly first?: readonly string[];
  /** Whether its first line is a row. */
  readonly firstIsRow: boolean;
  readonly encoding: Encoding;
  readonly delimiter: string;
  readonly columns: readonly string[];
  readonly bytes: number;
  /** In a file of rejected rows: the place of their reasons, which are no column of it. */
  readonly reasonsAt: number | null;
  /** The lines of a report's footer, which are no rows where they stand at the end. */
  readonly footer: ReadonlySet<string>;
}

export interface RowChunk {
  readonly rows: readonly TextRow[];
  readonly unread: readonly UnreadRow[];
}

/** Rows that one transaction writes at most. */
export const chunkRows = 2000;

/** Column names without empty ones and without doubles: "", "a", "a" → "column 1", "a", "a (2)". */
export function columnNames(header: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return header.map((raw, index) => {
    const name = raw.trim() === "" ? `column ${index + 1}` : raw.trim();
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    return times === 1 ? name : `${name} (${times})`;
  });
}

function footerSentence(name: string, footer: readonly string[]): string[] {
  if (footer.length === 0) return [];
  const lines = footer.length === 1 ? "the last line is" : `the last ${footer.length} lines are`;
  return [`${name}: ${lines} the footer of a report (“${footer[0]}” …) and no rows.`];
}

/** The names of columns that a person said. Refuses them when they are not as many as the columns. */
function namesSaid(file: string, header: readonly string[], width: number): string[] {
  if (header.length !== width)
    refuse("invalid", `${file} has ${width} columns, but the mapping names ${header.length} of them.`, {
      fix: "Name all columns in their order; an empty text leaves a name open.",
    });
  return columnNames(header);
}

/**
 * Opens a file of rows. Its columns are named by its first line, or by a person; where neither does, by their place.
 * Refuses one that is empty, and names that do not fit.
 */
export async function openTable(file: SourceFile): Promise<TableFile> {
  const { size } = await stat(file.path);
  const noTable = size === 0 ? null : noTableBecause(await contentAt(file.path));
  if (noTable !== null) refuse("invalid", noTable);
  const encoding = await encodingOf(file.path);
  let start = "";
  for await (const piece of textOf(file.path, encoding)) {
    start += piece;
    if (start.length > 64 * 1024) break;
  }
  if (start.trim() === "")
    refuse("invalid", `${file.name} is empty.`, { fix: "Export it again, with its header line." });
  const delimiter = file.numbered === true ? "," : delimiterOf(start.slice(0, 64 * 1024));
  const footer = file.numbered === true ? [] : await footerAt(file.path, size, encoding);
  const warnings = [...(file.warnings ?? []), ...footerSentence(file.name, footer)];
  const table = {
    ...file,
    warnings,
    encoding,
    delimiter,
    columns: [],
    headed: true,
    firstIsRow: false,
    bytes: size,
    reasonsAt: null,
    footer: new Set(footer),
  };
  for await (const read of reads(table)) {
    if (!("row" in read)) {
      refuse("invalid", `${file.name}: the header line cannot be read. ${read.unread.reason}`, {
        fix: "The first line must name the columns.",
      });
    }
    const { values } = read.row;
    const { header } = file;
    if (header !== undefined && header !== "first line")
      return { ...table, columns: namesSaid(file.name, header, values.length), firstIsRow: true };
    if (header === undefined && hasNoHeader(values)) {
      const places = values.map((_, at) => `column ${at + 1}`);
      return { ...table, columns: places, headed: false, firstIsRow: true, first: values };
    }
    const names = columnNames(values);
    const reasonsAt = names.indexOf(reasonsColumn);
    if (reasonsAt === -1) return { ...table, columns: names };
    return { ...table, columns: names.toSpliced(reasonsAt, 1).map(restoredCell), reasonsAt };
  }
  return refuse("invalid", `${file.name} has no line that names its columns.`);
}

/** A row without the number of its line in front, and with that number as its line. */
function unnumbered(read: Read): Read {
  if (!("row" in read)) return read;
  const [line = "", ...values] = read.row.values;
  return { row: { line: Number(line), values } };
}

async function* reads(table: TableFile): AsyncGenerator<Read> {
  if (table.numbered !== true) return yield* readsOfText(table);
  for await (const read of readsOfText(table)) yield unnumbered(read);
}

async function* readsOfText(table: TableFile): AsyncGenerator<Read> {
  const reader = new RowReader(table.delimiter);
  let first = true;
  for await (const piece of textOf(table.path, table.encoding)) {
    for (const read of reader.take(piece)) {
      const announces =
        first && "row" in read && announcedDelimiter(read.row.values.join(table.delimiter)) !== null;
      const isSeparatorLine =
        first && "row" in read && read.row.line === 1 && /^sep=/.test(read.row.values[0] ?? "");
      first = false;
      if (!(announces || isSeparatorLine)) yield read;
    }
  }
  yield* reader.finish();
}

/** Why a row of `found` values does not fit under `expected` columns. */
const raggedReason = (found: number, expected: number): string =>
  `The row has ${found} ${found === 1 ? "value" : "values"}, but the header names ${expected} columns.`;

/** A row under the columns of its file; one that does not fit under them is not read. */
function underColumns(table: TableFile, row: TextRow): Read {
  const { columns, reasonsAt, delimiter } = table;
  const { line, values } = row;
  const expected = columns.length + (reasonsAt === null ? 0 : 1);
  const refused = (reason: string): Read => ({
    unread: { line, excerpt: values.join(delimiter).slice(0, 200), reason, values },
  });
  if (values.length !== expected) return refused(raggedReason(values.length, expected));
  if (reasonsAt === null) return { row };
  const own = values.toSpliced(reasonsAt, 1).map(restoredCell);
  const reason = stillRejected(columns, own, restoredCell(values[reasonsAt] ?? ""));
  return reason === null ? { row: { line, values: own } } : refused(reason);
}

/**
 * The rows of a file under its columns, in chunks of at most `size` rows; what could not be read comes beside them,
 * counted as rows. The same file gives the same chunks each time.
 */
export async function* rowChunks(table: TableFile, size = chunkRows): AsyncGenerator<RowChunk> {
  let rows: TextRow[] = [];
  let unread: UnreadRow[] = [];
  for await (const read of rowReads(table)) {
    const fitted = "row" in read ? underColumns(table, read.row) : read;
    if ("unread" in fitted) unread.push(fitted.unread);
    else rows.push(fitted.row);
    if (rows.length + unread.length >= size) {
      yield { rows, unread };
      rows = [];
      unread = [];
    }
  }
  if (rows.length + unread.length > 0) yield { rows, unread };
}

/** What stands under the header and above the footer. What looks like the footer higher up is read like any row. */
async function* rowReads(table: TableFile): AsyncGenerator<Read> {
  let isHeader = !table.firstIsRow;
  let atEnd: Read[] = [];
  for await (const read of reads(table)) {
    if (isHeader) {
      isHeader = false;
      continue;
    }
    if ("row" in read && isFooterRow(table.footer, read.row.values)) {
      atEnd.push(read);
      continue;
    }
    yield* atEnd;
    atEnd = [];
    yield read;
  }
}
