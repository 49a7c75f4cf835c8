/** Why a file is not understood, in a sentence that helps to go on. */
import type { ProfiledFile } from "./recognise.ts";
import { headerWord } from "./wording.ts";

/** Rows that have their home later or none: told by the file's name or its columns. */
const withoutHome: readonly (readonly [file: RegExp, column: RegExp | null, reason: string])[] = [
  [
    /supplier|vendor|shipper/i,
    null,
    "These are companies that are bought from, which are no part of this record.",
  ],
  [
    /target|quota/i,
    /target|quota/i,
    "These look like targets. Only those of people and of the company as a whole have a place: a column must say whose they are, one from when on, and one the amount.",
  ],
  [
    /order|invoice/i,
    /^(sales)?order(id|number|date)$|invoice/i,
    "These look like orders or invoices, which get their own home in a later version.",
  ],
  [/territor/i, /territory/i, "These look like territories, which get their own home in a later version."],
];

/** Why nothing of a kind that has no place is imported; null for any other file. */
export function withoutPlace(file: ProfiledFile): string | null {
  const name = file.file.replace(/\.\w+$/, "");
  const found = withoutHome.find(
    ([byName, column]) =>
      byName.test(name) && (column === null || file.columns.some((one) => column.test(headerWord(one)))),
  );
  return found?.[2] ?? null;
}

/** Why no column says what a row of this file is. */
export function whyNot(file: ProfiledFile, all: readonly ProfiledFile[]): string {
  const columns = file.columns.slice(0, 6).join(", ");
  if (!file.headed) {
    const first = (file.first ?? []).filter((cell) => cell.trim() !== "").slice(0, 6);
    return `Its first line (${first.join(", ").slice(0, 120)}) holds values, not the names of columns. Say the names in the mapping (header), or put a line with them above it.`;
  }
  const place = withoutPlace(file);
  if (place !== null) return place;
  if (file.rows === 0) return `It has the columns ${columns}, but no row.`;
  const others = new Set(
    all.filter((one) => one !== file).map((one) => headerWord(one.file.replace(/\.\w+$/, ""))),
  );
  const describes = file.profiles.find(
    (one) =>
      one.values !== null &&
      one.filled > 0 &&
      [...one.values.keys()].every((value) => others.has(headerWord(value))),
  );
  if (describes !== undefined)
    return `It describes the other files (column ${describes.column}) and holds no records of its own.`;
  const counts = file.columns.some((column) => /^(count|total|number)$/i.test(column.trim()));
  if (counts) return `Its columns (${columns}) count or group records; no column says which record a row is.`;
  return `Its columns (${columns}) do not say which opportunity, account, contact, product, person or activity a row is.`;
}
