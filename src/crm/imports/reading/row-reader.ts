/**
 * Delimited text into rows, each with the line it began on. Written for this house because an import must name the
 * line of every row it refuses, and because one quote that never closes must cost one row, not the rest of the file.
 */

export interface TextRow {
  readonly line: number;
  readonly values: readonly string[];
}
export interface UnreadRow {
  readonly line: number;
  /** The beginning of the row, as far as it helps to find it. */
  readonly excerpt: string;
  readonly reason: string;
  /** Its values, where it could be parted into values, but not into the right ones. */
  readonly values?: readonly string[] | undefined;
}
export type Read = { readonly row: TextRow } | { readonly unread: UnreadRow };

/** Longer than any row of a business record; a longer one is a broken file, and would fill the memory. */
export const longestRow = 10 * 1024 * 1024;
const mostLinesOfRow = 20_000;
/** As much of a row as is kept of one that cannot be parted into values. */
const excerptLength = 4000;

type Outcome =
  | { kind: "row"; values: string[]; next: number; lines: number }
  | { kind: "malformed"; reason: string; next: number; lines: number }
  | { kind: "incomplete" };

/** Finds a sign again and again, always further on, without reading any part of the text twice. */
class Finder {
  readonly #text: string;
  readonly #sign: string;
  #at = -2;
  constructor(text: string, sign: string) {
    this.#text = text;
    this.#sign = sign;
  }
  next(from: number): number {
    if (this.#at !== -1 && this.#at < from) this.#at = this.#text.indexOf(this.#sign, from);
    return this.#at;
  }
}

/** A piece of text with its line ends and delimiters. `last`: nothing comes after it. */
class Page {
  readonly text: string;
  readonly last: boolean;
  readonly #feeds: Finder;
  readonly #returns: Finder;
  readonly #delimiters: Finder;
  constructor(text: string, delimiter: string, last: boolean) {
    this.text = text;
    this.last = last;
    this.#feeds = new Finder(text, "\n");
    this.#returns = new Finder(text, "\r");
    this.#delimiters = new Finder(text, delimiter);
  }
  delimiterAt(from: number): number {
    return this.#delimiters.next(from);
  }
  /** Where the line that begins at `from` ends: [end of its text, start of the next]; null when it is not all there. */
  lineEnd(from: number): [number, number] | null {
    const { text, last } = this;
    const feed = this.#feeds.next(from);
    const back = this.#returns.next(from);
    if (back !== -1 && (feed === -1 || back < feed)) {
      if (back + 1 < text.length) return [back, text[back + 1] === "\n" ? back + 2 : back + 1];
      return last ? [back, back + 1] : null;
    }
    if (feed !== -1) return [feed, feed + 1];
    return last ? [text.length, text.length] : null;
  }
}

/** Reads the quoted field whose opening quote stands at `from`; next is the place after its closing quote. */
function quotedField(text: string, from: number): { value: string; next: number; lines: number } | null {
  let value = "";
  let at = from + 1;
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote === -1) return null;
    value += text.slice(at, quote);
    if (text[quote + 1] !== '"') {
      let lines = 0;
      for (let i = value.indexOf("\n"); i !== -1; i = value.indexOf("\n", i + 1)) lines += 1;
      if (lines === 0) for (let i = value.indexOf("\r"); i !== -1; i = value.indexOf("\r", i + 1)) lines += 1;
      return { value, next: quote + 1, lines };
    }
    value += '"';
    at = quote + 2;
  }
}

function readRow(page: Page, from: number, delimiter: string): Outcome {
  const { text, last } = page;
  const values: string[] = [];
  let at = from;
  let lines = 1;
  for (;;) {
    if (text[at] === '"') {
      const field = quotedField(text, at);
      if (field === null || (field.next === text.length && !last)) return { kind: "incomplete" };
      lines += field.lines;
      values.push(field.value);
      at = field.next;
      if (text[at] === delimiter) {
        at += 1;
        continue;
      }
      const end = page.lineEnd(at);
      if (end === null) return { kind: "incomplete" };
      if (end[0] === at) return { kind: "row", values, next: end[1], lines };
      return { kind: "malformed", reason: "Text follows a closing quote.", next: end[1], lines };
    }
    const end = page.lineEnd(at);
    if (end === null) return { kind: "incomplete" };
    const delimiterAt = page.delimiterAt(at);
    if (delimiterAt === -1 || delimiterAt >= end[0]) {
      values.push(text.slice(at, end[0]));
      return { kind: "row", values, next: end[1], lines };
    }
    values.push(text.slice(at, delimiterAt));
    at = delimiterAt + 1;
  }
}

const isBlank = (values: readonly string[]): boolean =>
  values.length === 1 && (values[0] ?? "").trim() === "";

/** Rows out of pieces of text. Feed it with `take`, end it with `finish`; blank lines are passed over. */
export class RowReader {
  readonly #delimiter: string;
  #text = "";
  #line = 1;
  #skipping = false;
  #coming: string[] = [];
  #comingLength = 0;
  /** How much must come before a row that was not all there is tried again: as much as there is, so that none is tried often. */
  #enough = 0;

  constructor(delimiter: string) {
    this.#delimiter = delimiter;
  }

  take(piece: string): Read[] {
    this.#coming.push(piece);
    this.#comingLength += piece.length;
    if (this.#comingLength < this.#enough) return [];
    this.#gather();
    return this.#drain(false);
  }

  finish(): Read[] {
    this.#gather();
    return this.#drain(true);
  }

  #gather(): void {
    this.#text += this.#coming.join("");
    this.#coming = [];
    this.#comingLength = 0;
  }

  #drain(last: boolean): Read[] {
    const reads: Read[] = [];
    const page = new Page(this.#text, this.#delimiter, last);
    let at = this.#skipping ? this.#skipLine(page) : 0;
    while (at < this.#text.length && !this.#skipping) {
      const outcome = readRow(page, at, this.#delimiter);
      const tooLong = outcome.kind === "incomplete" && this.#text.length - at > longestRow;
      const tooTall = outcome.kind !== "incomplete" && outcome.lines > mostLinesOfRow;
      if (outcome.kind === "incomplete" && !last && !tooLong) break;
      if (outcome.kind === "incomplete" || tooTall) {
        at = this.#giveUp(page, at, tooLong, reads);
        continue;
      }
      if (outcome.kind === "malformed")
        reads.push({ unread: this.#unread(at, outcome.next, outcome.reason) });
      else if (!isBlank(outcome.values)) reads.push(this.#checked(outcome.values, at, outcome.next));
      this.#line += outcome.lines;
      at = outcome.next;
    }
    this.#text = this.#text.slice(at);
    const { length } = this.#text;
    this.#enough = Math.min(length, Math.max(0, longestRow - length) + 1);
    return reads;
  }

  #checked(values: string[], at: number, next: number): Read {
    if (values.some((value) => value.includes("\0"))) {
      return { unread: this.#unread(at, next, "The row holds a zero byte, which no text can hold.") };
    }
    return { row: { line: this.#line, values } };
  }

  #unread(at: number, next: number, reason: string): UnreadRow {
    const row = this.#text.slice(at, Math.min(next, at + excerptLength));
    const excerpt = row.replace(/[\r\n]+$/, "").replaceAll("\0", "\u2400");
    return { line: this.#line, excerpt, reason };
  }

  /** Refuses the line at `at`, and reads on after it: its quotes no longer count. */
  #giveUp(page: Page, at: number, tooLong: boolean, reads: Read[]): number {
    const end = page.lineEnd(at);
    const lineTooLong = end === null || end[0] - at > longestRow;
    const reason =
      tooLong && lineTooLong
        ? "The line is longer than 10 MB."
        : "A quote opens in this line and does not close, so the row has no end.";
    reads.push({ unread: this.#unread(at, end === null ? this.#text.length : end[1], reason) });
    if (end === null) {
      this.#skipping = true;
      return this.#text.length;
    }
    this.#line += 1;
    return end[1];
  }

  #skipLine(page: Page): number {
    const end = page.lineEnd(0);
    if (end === null) return this.#text.length;
    this.#skipping = false;
    this.#line += 1;
    return end[1];
  }
}
