/** One file of rows: its encoding, its delimiter, its columns, and its rows in chunks of bounded size. */
import { stat } from "node:fs/promises";
import { refuse } from "#base/kernel";
import { announcedDelimiter, delimiterOf } from "./dialect.ts";
import { type Encoding, encodingOf, textOf } from "./encoding.ts";
import { type Read, RowReader, type TextRow, type UnreadRow } from "./row-reader.ts";

/** A file as it was handed over: the name that the person knows, and where it lies. */
export interface SourceFile {
  readonly name: string;
  readonly path: string;
}

export interface TableFile extends SourceFile {
  readonly encoding: Encoding;
  readonly delimiter: string;
  readonly columns: readonly string[];
  readonly bytes: number;
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

/** Opens a file of rows. Refuses one that is empty or has no header line. */
export async function openTable(file: SourceFile): Promise<TableFile> {
  const { size } = await stat(file.path);
  const encoding = await encodingOf(file.path);
  let start = "";
  for await (const piece of textOf(file.path, encoding)) {
    start += piece;
    if (start.length > 64 * 1024) break;
  }
  if (start.trim() === "")
    refuse("invalid", `${file.name} is empty.`, { fix: "Export it again, with its header line." });
  const delimiter = delimiterOf(start.slice(0, 64 * 1024));
  const table = { ...file, encoding, delimiter, columns: [], bytes: size };
  for await (const read of reads(table)) {
    if (!("row" in read)) {
      refuse("invalid", `${file.name}: the header line cannot be read. ${read.unread.reason}`, {
        fix: "The first line must name the columns.",
      });
    }
    return { ...table, columns: columnNames(read.row.values) };
  }
  return refuse("invalid", `${file.name} has no line that names its columns.`);
}

async function* reads(table: TableFile): AsyncGenerator<Read> {
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

/**
 * The rows of a file under its columns, in chunks of at most `size` rows; what could not be read comes beside them,
 * counted as rows. The same file gives the same chunks each time.
 */
export async function* rowChunks(table: TableFile, size = chunkRows): AsyncGenerator<RowChunk> {
  let rows: TextRow[] = [];
  let unread: UnreadRow[] = [];
  let header = true;
  for await (const read of reads(table)) {
    if (header) {
      header = false;
      continue;
    }
    if ("unread" in read) unread.push(read.unread);
    else if (read.row.values.length === table.columns.length) rows.push(read.row);
    else {
      const reason = raggedReason(read.row.values.length, table.columns.length);
      unread.push({
        line: read.row.line,
        excerpt: read.row.values.join(table.delimiter).slice(0, 200),
        reason,
      });
    }
    if (rows.length + unread.length >= size) {
      yield { rows, unread };
      rows = [];
      unread = [];
    }
  }
  if (rows.length + unread.length > 0) yield { rows, unread };
}
