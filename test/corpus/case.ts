/** One bad or odd file, and what an import must make of it. */
import iconv from "iconv-lite";
import type { ImportOptions } from "#crm";

export interface Verdict {
  /** Rows of the file, read or not. */
  readonly rows: number;
  /** The opportunities that are there afterwards, by id: "id | name | amount | close date | note", an amount in another currency than US dollars with it. */
  readonly kept: readonly string[];
  /** Refused rows: "line field: reason". */
  readonly rejects?: readonly string[];
  /** Sentences that the plan must say among its warnings, assumptions or questions. */
  readonly says?: readonly string[];
}

export interface Case {
  /** What is odd about it, as the end of "a file …". */
  readonly name: string;
  readonly file: string;
  readonly bytes: () => Uint8Array | AsyncIterable<Uint8Array>;
  readonly options?: ImportOptions;
  /** What is kept; or why nothing of the file is imported; or what is asked before anything is. */
  readonly expected: Verdict | { readonly refused: string } | { readonly asked: readonly string[] };
}

export const header = ["Deal ID", "Deal Name", "Stage", "Amount", "Close Date", "Note"];

export interface Dialect {
  readonly delimiter?: string;
  readonly end?: string;
  readonly quoted?: boolean;
  readonly encoding?: string;
  readonly mark?: boolean;
}

const needsQuotes = /["\n\r,;\t|]/;

/** A table as text in a dialect, as bytes. */
export function written(rows: readonly (readonly string[])[], dialect: Dialect = {}): Buffer {
  const { delimiter = ",", end = "\n", quoted = false, encoding = "utf-8", mark = false } = dialect;
  const text = rows
    .map((row) =>
      row
        .map((value) => (quoted || needsQuotes.test(value) ? `"${value.replaceAll('"', '""')}"` : value))
        .join(delimiter),
    )
    .map((line) => line + end)
    .join("");
  return iconv.encode(text, encoding, { addBOM: mark });
}

/** One ordinary deal with something else in one place. */
export function deal(
  different: Partial<Record<"id" | "name" | "stage" | "amount" | "close" | "note", string>> = {},
) {
  const {
    id = "D1",
    name = "Acme",
    stage = "Prospecting",
    amount = "12.50",
    close = "2026-05-03",
    note = "n",
  } = different;
  return [id, name, stage, amount, close, note];
}

/** A case of ordinary deals written in a dialect: all are kept as they were written. */
export function dialectCase(
  name: string,
  dialect: Dialect,
  rows = [deal(), deal({ id: "D2", name: "Bolt, Inc." })],
): Case {
  return {
    name,
    file: "deals.csv",
    bytes: () => written([header, ...rows], dialect),
    expected: {
      rows: rows.length,
      kept: rows.map(([id, title, , amount, close, note]) => [id, title, amount, close, note].join(" | ")),
    },
  };
}

/** A case of text as it is. */
export const textCase = (
  name: string,
  text: string,
  expected: Case["expected"],
  more: Partial<Case> = {},
): Case => ({
  name,
  file: "deals.csv",
  bytes: () => Buffer.from(text),
  expected,
  ...more,
});

/** Lines below the usual header. */
export const below = (...lines: string[]): string => `${header.join(",")}\n${lines.join("\n")}\n`;
