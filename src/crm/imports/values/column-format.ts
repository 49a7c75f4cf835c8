/** How the values of a whole column are to be read: decided by the column, or asked. */
import type { ColumnProfile } from "./column-profile.ts";
import type { DateOrder } from "./date-text.ts";
import type { DecimalMark } from "./number-text.ts";

export const fieldTypes = ["text", "number", "date", "boolean", "choice"] as const;
export type FieldType = (typeof fieldTypes)[number];

/** The order of day and month: what the values decide; "asked" when they contradict each other or decide nothing. */
export type OrderVerdict = DateOrder | "not-needed" | "undecided" | "contradictory";

/** A value above 12 in one place decides for the whole column. Without such a value nothing is decided. */
export function dateOrderOf(profile: Pick<ColumnProfile, "dateOrders">): OrderVerdict {
  const { dmy, mdy, either } = profile.dateOrders;
  if (dmy > 0 && mdy > 0) return "contradictory";
  if (dmy > 0) return "dmy";
  if (mdy > 0) return "mdy";
  return either > 0 ? "undecided" : "not-needed";
}

/**
 * The decimal mark of a column: what most decided values say. When all are like 1,234 the sign is read as a group
 * separator, and `assumed` says that this was not decided by the file.
 */
export function decimalMarkOf(profile: Pick<ColumnProfile, "decimalMarks" | "examples">): {
  mark: DecimalMark;
  assumed: boolean;
} {
  const marks = profile.decimalMarks;
  if (marks["."] > 0 || marks[","] > 0) return { mark: marks[","] > marks["."] ? "," : ".", assumed: false };
  if (marks.either === 0) return { mark: ".", assumed: false };
  const grouped = profile.examples.find((example) => /^\D*\d{1,3}[.,]\d{3}\D*$/.test(example)) ?? "";
  return { mark: grouped.includes(".") ? "," : ".", assumed: true };
}

const mostOptions = 30;

/** The type of a custom field out of all values of its column. */
export function fieldTypeOf(profile: ColumnProfile): { type: FieldType; options: string[] } {
  const { filled, values } = profile;
  if (filled === 0) return { type: "text", options: [] };
  if (profile.truths === filled) return { type: "boolean", options: [] };
  if (profile.dates === filled) return { type: "date", options: [] };
  if (profile.numbers === filled && profile.codes === 0) return { type: "number", options: [] };
  const repeats = values !== null && values.size <= mostOptions && values.size * 3 <= filled;
  if (repeats && profile.longest <= 60) return { type: "choice", options: [...values.keys()].toSorted() };
  return { type: "text", options: [] };
}
