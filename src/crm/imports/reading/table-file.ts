/** One file of rows: its encoding, its delimiter, its columns, and its rows in chunks of bounded size. */
import { stat } from "node:fs/promises";
import { refuse, restoredCell } from "#base/kernel";
import type { ReadAs, Top } from "../mapping/column-plan.ts";
import { reasonsColumn, stillRejected } from "../rejects/reasons.ts";
import { hasNoHeader } from "../values/header-line.ts";
import { contentAt, noTableBecause } from "./content.ts";
import { announcedDelimiter, delimiterOf } from "./dialect.ts";
import { type Encoding, encodingOf, textOf } from "./encoding.ts";
import { bodyRows } from "./report/body.ts";
import { footerAt } from "./report/footer.ts";
import { type Layout, layoutOf, plainLayout, withUnits } from "./report/layout.ts";
import { LeftOut } from "./report/left-out.ts";
import { type Read, RowReader, type TextRow, type UnreadRow } from "./row-reader.ts";

/** A file as it was handed over: the name that the person knows, and where it lies. */
export interface SourceFile extends ReadAs {
  readonly name: string;
  readonly path: string;
  /** Each row begins with the number of its line in the file that a person knows, as rows of a sheet do. */
  readonly numbered?: boolean | undefined;
  /** What was noticed when it was unpacked, in sentences. */
  readonly warnings?: readonly string[] | undefined;
}

export interface TableFile extends SourceFile {
  /** Whether its columns have names: its first line's, or those that a person said. */
  readonly headed: boolean;
  /** Its first line, where it names no columns. */
  readonly first?: readonly string[];
  /** The line that names its columns, as it is written; null where none does. */
  readonly headerCells: readonly string[] | null;
  /** What stands around its rows. */
  readonly layout: Layout;
  readonly top: Top;
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

/** The beginning of a file that shows how it is laid out: signs of text, and lines. */
const sampleLength = 64 * 1024;
const sampleRows = 300;

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

/** The names of columns that a person said. Refuses them when they are not as many as the columns. */
function namesSaid(file: string, header: readonly string[], width: number): string[] {
  if (header.length !== width)
    refuse("invalid", `${file} has ${width} columns, but the mapping names ${header.length} of them.`, {
      fix: "Name all columns in their order; an empty text leaves a name open.",
    });
  return columnNames(header);
}

/** The lines of a sample as rows; one that cannot be read says nothing. */
const asRows = (sample: readonly Read[]): TextRow[] =>
  sample.map((read) => ("row" in read ? read.row : { line: read.unread.line, values: [] }));

/** The place of the line that a person said names the columns. Refuses one that there is not. */
function placeOfLine(file: string, rows: readonly TextRow[], line: number): number {
  const at = rows.findIndex((row) => row.line === line && row.values.length > 0);
  if (at === -1)
    refuse("invalid", `${file}: line ${line} cannot be the one that names the columns.`, {
      fix: `Say one of the first ${rows.at(-1)?.line ?? 1} lines, and one that is not empty.`,
    });
  return at;
}

/** How a file is laid out, as it shows itself or as a person said. */
function layoutSaid(file: SourceFile, rows: readonly TextRow[]): Layout {
  const found = layoutUnder(file, rows);
  return file.lines === "all" ? { ...plainLayout, above: found.above } : found;
}

function layoutUnder(file: SourceFile, rows: readonly TextRow[]): Layout {
  const { header } = file;
  if (typeof header === "number") return layoutOf(rows, { above: placeOfLine(file.name, rows, header) });
  if (header === "first line") return layoutOf(rows, { above: 0 });
  if (header !== undefined) return layoutOf(rows, { hasHeader: false });
  const found = layoutOf(rows);
  return hasNoHeader(rows[found.above]?.values ?? []) ? layoutOf(rows, { hasHeader: false }) : found;
}

/** The names of the columns of a table, by the line that says them, by a person, or by their place. */
function withColumns(table: TableFile, sample: readonly Read[]): TableFile {
  const rows = asRows(sample);
  const layout = layoutSaid(table, rows);
  const read = sample[layout.above];
  if (read === undefined) return refuse("invalid", `${table.name} has no line that names its columns.`);
  if (!("row" in read))
    return refuse("invalid", `${table.name}: the header line cannot be read. ${read.unread.reason}`, {
      fix: "The first line must name the columns.",
    });
  const { values } = read.row;
  const { header } = table;
  if (Array.isArray(header))
    return { ...table, layout, columns: namesSaid(table.name, header, values.length) };
  if (header === undefined && hasNoHeader(values)) {
    const places = values.map((_, at) => `column ${at + 1}`);
    return { ...table, layout, columns: places, headed: false, first: values };
  }
  const units = layout.hasUnits ? (rows[layout.above + 1]?.values ?? []) : [];
  const written = withUnits(
    values.map((name) => name.replace(/\s*[↑↓]\s*$/, "")),
    units,
  );
  const names = columnNames([...written, ...layout.bands]);
  const headed = { ...table, layout, headerCells: values };
  const reasonsAt = names.indexOf(reasonsColumn);
  if (reasonsAt === -1) return { ...headed, columns: names };
  return { ...headed, columns: names.toSpliced(reasonsAt, 1).map(restoredCell), reasonsAt };
}

/**
 * Opens a file of rows. Its columns are named by a line of it, the first unless others stand above, or by a person;
 * where neither does, by their place. Refuses one that is empty, and names that do not fit.
 */
export async function openTable(file: SourceFile): Promise<TableFile> {
  const { size } = await stat(file.path);
  const noTable = size === 0 ? null : noTableBecause(await contentAt(file.path));
  if (noTable !== null) refuse("invalid", noTable);
  const encoding = await encodingOf(file.path);
  let start = "";
  for await (const piece of textOf(file.path, encoding)) {
    start += piece;
    if (start.length > sampleLength) break;
  }
  if (start.trim() === "")
    refuse("invalid", `${file.name} is empty.`, { fix: "Export it again, with its header line." });
  const delimiter = file.numbered === true ? "," : delimiterOf(start.slice(0, sampleLength));
  const table: TableFile = {
    ...file,
    encoding,
    delimiter,
    columns: [],
    headed: true,
    headerCells: null,
    layout: plainLayout,
    top: { headerLine: null, lines: [] },
    bytes: size,
    reasonsAt: null,
    footer: new Set(await footerAt(file.path, size, encoding)),
  };
  const sample: Read[] = [];
  for await (const read of reads(table, sampleLength)) {
    sample.push(read);
    if (sample.length === sampleRows) break;
  }
  return withTop(withColumns(table, sample), asRows(sample));
}

/** First lines that a person is shown to say which of them names the columns. */
const linesShown = 12;

/** A table with its first lines, as far as one reads them. */
function withTop(table: TableFile, rows: readonly TextRow[]): TableFile {
  const text = (values: readonly string[]) =>
    values
      .map((value) => value.trim())
      .filter((value) => value !== "")
      .join(" · ")
      .slice(0, 120);
  const shown = rows.slice(0, Math.max(linesShown, table.layout.above + 2));
  const lines = shown
    .map(({ line, values }) => ({ line, text: text(values) }))
    .filter((one) => one.text !== "");
  const headerLine = table.headerCells === null ? null : (rows[table.layout.above]?.line ?? null);
  return { ...table, top: { headerLine, lines } };
}

/** A row without the number of its line in front, and with that number as its line. */
function unnumbered(read: Read): Read {
  if (!("row" in read)) return read;
  const [line = "", ...values] = read.row.values;
  return { row: { line: Number(line), values } };
}

async function* reads(table: TableFile, most = Number.POSITIVE_INFINITY): AsyncGenerator<Read> {
  if (table.numbered !== true) return yield* readsOfText(table, most);
  for await (const read of readsOfText(table, most)) yield unnumbered(read);
}

/** What a text says, row by row; of about `most` signs of it, but of one row at least. */
async function* readsOfText(table: TableFile, most: number): AsyncGenerator<Read> {
  const reader = new RowReader(table.delimiter);
  let first = true;
  let taken = 0;
  for await (const piece of textOf(table.path, table.encoding)) {
    for (const read of reader.take(piece)) {
      const announces =
        first && "row" in read && announcedDelimiter(read.row.values.join(table.delimiter)) !== null;
      const isSeparatorLine =
        first && "row" in read && read.row.line === 1 && /^sep=/.test(read.row.values[0] ?? "");
      first = false;
      if (!(announces || isSeparatorLine)) yield read;
    }
    taken += piece.length;
    if (taken > most && !first) return;
  }
  yield* reader.finish();
}

/** Why a row of `found` values does not fit under `expected` columns. */
const raggedReason = (found: number, expected: number): string =>
  `The row has ${found} ${found === 1 ? "value" : "values"}, but the header names ${expected} columns.`;

/** A row under the columns of its file; one that does not fit under them is not read. */
function underColumns(table: TableFile, row: TextRow): Read {
  const { columns, reasonsAt, delimiter } = table;
  const { line } = row;
  const expected = columns.length + (reasonsAt === null ? 0 : 1);
  // A sheet has no cells behind the last that is filled.
  const missing = table.numbered === true ? Math.max(0, expected - row.values.length) : 0;
  const values = missing === 0 ? row.values : [...row.values, ...Array<string>(missing).fill("")];
  const refused = (reason: string): Read => ({
    unread: { line, excerpt: values.join(delimiter).slice(0, 200), reason, values },
  });
  if (values.length !== expected) return refused(raggedReason(values.length, expected));
  if (reasonsAt === null) return { row: { line, values } };
  const own = values.toSpliced(reasonsAt, 1).map(restoredCell);
  const reason = stillRejected(columns, own, restoredCell(values[reasonsAt] ?? ""));
  return reason === null ? { row: { line, values: own } } : refused(reason);
}

/**
 * The rows of a file under its columns, in chunks of at most `size` rows; what could not be read comes beside them,
 * counted as rows. The same file gives the same chunks each time. `leftOut` takes what is no row.
 */
export async function* rowChunks(
  table: TableFile,
  size = chunkRows,
  leftOut = new LeftOut(),
): AsyncGenerator<RowChunk> {
  let rows: TextRow[] = [];
  let unread: UnreadRow[] = [];
  const body = {
    layout: table.layout,
    header: table.headerCells,
    columns: table.columns,
    everyLine: table.lines === "all",
    footer: table.footer,
    numbered: table.numbered === true,
  };
  for await (const read of bodyRows(reads(table), body, leftOut)) {
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
