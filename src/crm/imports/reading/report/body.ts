/** The rows between the header of a file and its end; what is no row is left out and counted. */
import type { Read, TextRow } from "../row-reader.ts";
import { isFooterRow } from "./footer.ts";
import { bandIn, groupValue, type Layout } from "./layout.ts";
import type { LeftOut } from "./left-out.ts";
import { isTotalLine } from "./total-line.ts";

export interface Body {
  readonly layout: Layout;
  /** The line that names the columns as it is written; null where none does. */
  readonly header: readonly string[] | null;
  /** The names of the columns, those of groups with lines of their own last. */
  readonly columns: readonly string[];
  /** Whether every line under the header is a row, as a person said. */
  readonly everyLine: boolean;
  readonly footer: ReadonlySet<string>;
  /** Whether rows are numbered as on their sheet, so that a line end in a cell counts for nothing. */
  readonly numbered: boolean;
}

/** Lines that stand under a table at most; more are no notes. */
const mostUnder = 200;

/** How many cells hold anything, counted up to two: more makes no difference. */
function filledUpToTwo(cells: readonly string[]): number {
  let filled = 0;
  for (const cell of cells) {
    if (cell === "" || cell.trim() === "") continue;
    filled += 1;
    if (filled === 2) return filled;
  }
  return filled;
}
const isEmpty = (cells: readonly string[]): boolean => filledUpToTwo(cells) === 0;
const isLone = (cells: readonly string[]): boolean => filledUpToTwo(cells) === 1;

/** What was read so far that the next lines are understood by. */
class Reader {
  readonly #body: Body;
  readonly #leftOut: LeftOut;
  readonly #last: string[] = [];
  readonly #bands = new Map<string, string>();
  #groups = new Map<number, string>();
  #isTotal = false;

  constructor(body: Body, leftOut: LeftOut) {
    this.#body = body;
    this.#leftOut = leftOut;
  }

  /** A line as a row, with the values of its group; null when it is no row. */
  row({ line, values }: TextRow): TextRow | null {
    const { layout } = this.#body;
    const kind = this.#leaves(values);
    if (kind !== null) {
      this.#leftOut.note(kind, line, values);
      return null;
    }
    for (const [at, value] of values.entries()) if (value.trim() !== "") this.#last[at] = value;
    if (layout.groups.length === 0 && layout.bands.length === 0) return { line, values };
    const named = layout.bands.map((name) => this.#bands.get(name) ?? "");
    for (const name of layout.bands) this.#leftOut.noteCarried(name);
    return { line, values: [...this.#withGroups(values), ...named] };
  }

  #leaves(values: readonly string[]) {
    const { layout, header } = this.#body;
    if (isEmpty(values)) return "empty";
    if (
      header !== null &&
      values.length > 1 &&
      values.length === header.length &&
      values.every((value, at) => value === header[at])
    )
      return "repeats";
    const found = layout.bands.length === 0 ? null : bandIn(values);
    if (found !== null) {
      this.#begin(found.name, found.value);
      return "labels";
    }
    const above = { last: this.#last, isTotal: this.#isTotal, wordColumns: layout.wordColumns };
    const isTotal = layout.width > 0 && isTotalLine(values, above);
    this.#isTotal = isTotal;
    if (isTotal) return "totals";
    const [first] = layout.groups;
    if (first === undefined || !isLone(values)) return null;
    const at = values.findIndex((value) => value.trim() !== "");
    if (!layout.groups.includes(at)) return null;
    this.#withGroups(values);
    return "labels";
  }

  /** A group begins: the groups inside of it begin anew. */
  #begin(name: string, value: string): void {
    const { bands } = this.#body.layout;
    for (const inner of bands.slice(bands.indexOf(name))) this.#bands.delete(inner);
    this.#bands.set(name, value);
  }

  #withGroups(values: readonly string[]): string[] {
    const { layout, columns } = this.#body;
    const full = [...values];
    const groups = new Map<number, string>();
    let isNew = false;
    for (const at of layout.groups) {
      const said = groupValue(layout, full[at] ?? "");
      if (said.trim() !== "") isNew = true;
      else if (!isNew && this.#groups.has(at)) this.#leftOut.noteCarried(columns[at] ?? "");
      const value = said.trim() !== "" || isNew ? said : (this.#groups.get(at) ?? "");
      full[at] = value;
      groups.set(at, value);
    }
    this.#groups = groups;
    return full;
  }
}

/**
 * The rows of what was read, from the top of the file. What stands above the header and looks like no row is counted
 * in `leftOut`; a line that stands alone after a gap, or one of a report's footer, is no row where no row follows.
 */
export async function* bodyRows(
  reads: AsyncIterable<Read>,
  body: Body,
  leftOut: LeftOut,
): AsyncGenerator<Read> {
  const { layout, header, everyLine, footer, numbered } = body;
  const heads = layout.above + (header === null ? 0 : 1);
  const reader = new Reader(body, leftOut);
  let place = 0;
  let end = 0;
  let atEnd: Read[] = [];
  for await (const read of reads) {
    place += 1;
    const line = "row" in read ? read.row.line : read.unread.line;
    const cells = "row" in read ? read.row.values : [];
    const hasGap = line > end + 1;
    end = line + (numbered ? 0 : cells.reduce((sum, cell) => sum + cell.split("\n").length - 1, 0));
    if (place <= heads) {
      if (place <= layout.above) leftOut.note("above", line, cells);
      continue;
    }
    if (layout.hasUnits && place === heads + 1) {
      leftOut.note("units", line, cells);
      continue;
    }
    const isNote = (hasGap || atEnd.length > 0) && !everyLine && layout.width > 0 && isLone(cells);
    if (atEnd.length < mostUnder && (isFooterRow(footer, cells) || isNote)) {
      atEnd.push(read);
      continue;
    }
    for (const held of [...atEnd, read]) {
      if (!("row" in held) || everyLine) {
        yield held;
        continue;
      }
      const row = reader.row(held.row);
      if (row !== null) yield { row };
    }
    atEnd = [];
  }
  for (const held of atEnd) if ("row" in held) leftOut.note("under", held.row.line, held.row.values);
}
