/** Rows of text read by their file's plan. A value that cannot be read is refused with its reason. */
import type { ColumnPlan, FilePlan } from "../mapping/column-plan.ts";
import type { CustomValue, FieldValue, ReadRow, Reject } from "../mapping/row.ts";
import type { Given, SourceName } from "../recognition/shape.ts";
import { plainId } from "../recognition/source-ids.ts";
import { currencyMarkIn } from "../values/currency-words.ts";
import { type Moment, readMoment } from "../values/date-text.ts";
import { withZeros } from "../values/header-unit.ts";
import { readNumber } from "../values/number-text.ts";
import { readTruth } from "../values/truth-text.ts";
import { digest } from "./digest.ts";
import type { TextRow } from "./row-reader.ts";

function readField(
  column: ColumnPlan,
  text: string,
  source: SourceName,
): { value: FieldValue } | { reason: string } {
  const { kind } = column;
  if (kind === "day" || kind === "moment") {
    const read = readMoment(text, column.dateOrder);
    if (column.lastDay !== true || "reason" in read) return read;
    return { value: { ...read.value, date: read.value.date.add({ days: 1 }) } };
  }
  if (kind === "truth") {
    const truth = readTruth(text);
    return truth === null ? { reason: "It says neither yes nor no." } : { value: truth };
  }
  if (kind === "integer") {
    const read = readNumber(text, column.mark);
    if ("reason" in read) return read;
    if (!/^-?\d{1,9}(\.0*)?$/.test(read.value)) return { reason: "It is not a whole number." };
    if (read.value.startsWith("-")) return { reason: "It cannot be below zero." };
    return { value: read.value.replace(/\..*/, "") };
  }
  if (kind === "rate") return readRate(text, column);
  if (kind === "money" || kind === "number") return readStorable(text, column);
  const isId = kind === "id" || kind?.startsWith("reference");
  return { value: isId ? plainId(source, text) : text };
}

/** Digits before the decimal mark that the record can keep, in every currency. */
const mostDigits = 15;

function readStorable(text: string, column: ColumnPlan): { value: string } | { reason: string } {
  const read = readNumber(text, column.mark);
  if ("reason" in read) return read;
  const whole = read.value.replace("-", "").split(".")[0] ?? "";
  const isQuantity = column.kind === "number";
  const tooLarge = whole.length > (isQuantity ? 12 : mostDigits);
  if (tooLarge) return { reason: "It is larger than anything that can be kept." };
  return column.zeros === undefined ? read : { value: withZeros(read.value, column.zeros) };
}

function readRate(text: string, column: ColumnPlan): { value: string } | { reason: string } {
  const read = readNumber(text.replace(/%$/, ""), column.mark);
  if ("reason" in read) return read;
  const said = Number(read.value);
  // Among percents a number between 0 and 1 is a share of one: nobody writes half a percent there.
  const isPercent = text.endsWith("%") || (column.percent && !(said > 0 && said < 1));
  const rate = said / (isPercent ? 100 : 1);
  return rate >= 0 && rate <= 1
    ? { value: String(Math.round(rate * 1e6) / 1e6) }
    : { reason: "A probability is between 0 and 100 percent." };
}

function readCustom(column: ColumnPlan, text: string): { value: CustomValue } | { reason: string } {
  const type = column.custom?.type ?? "text";
  if (type === "boolean") {
    const truth = readTruth(text);
    return truth === null ? { reason: "It says neither yes nor no." } : { value: truth };
  }
  if (type === "number") {
    const read = readNumber(text, column.mark);
    return "reason" in read ? read : { value: Number(read.value) };
  }
  if (type === "date") {
    const read = readMoment(text, column.dateOrder);
    return "reason" in read ? read : { value: read.value.date.toString() };
  }
  return { value: text };
}

/** Notes the currency that a sign beside an amount says. */
function noteCurrency(column: ColumnPlan, text: string, currencies: Set<string>): void {
  if (column.currencies === undefined) return;
  const currency = column.currencies[currencyMarkIn(text) ?? ""];
  if (currency !== undefined) currencies.add(currency);
}

/** Reads rows of one file. A row with a value that cannot be read gives the rejects instead: one for each such value. */
export function rowReaderFor(file: FilePlan, source: SourceName) {
  const used = file.columns
    .map((column, at) => ({ column, at }))
    .filter(({ column }) => column.use !== "ignored");
  const keyPlaces = file.key.map((name) => file.columns.findIndex((column) => column.column === name));
  const seen = new Map<string, number>();
  return (row: TextRow): { row: ReadRow } | { rejects: Reject[] } => {
    const fields = new Map<string, FieldValue>();
    const stageDates: { stage: string; begun: Moment }[] = [];
    const custom: Record<string, CustomValue> = {};
    const said: string[] = [];
    const currencies = new Set<string>();
    const rejects: Reject[] = [];
    for (const { column, at } of used) {
      const written = (row.values[at] ?? "").trim();
      if (written === "" || written === column.emptyWord) continue;
      // A person's word stands above what was found.
      const text = column.words?.[written] ?? column.meant?.[written] ?? written;
      noteCurrency(column, text, currencies);
      said.push(column.custom?.key ?? `${column.field}${column.stage ?? ""}`, text);
      const read = column.custom === null ? readField(column, text, source) : readCustom(column, text);
      if ("reason" in read)
        rejects.push({
          line: row.line,
          field: column.column,
          value: text.slice(0, 200),
          reason: read.reason,
        });
      else if (column.custom !== null) custom[column.custom.key] = read.value as CustomValue;
      else if (column.stage !== null && typeof read.value === "object")
        stageDates.push({ stage: column.stage, begun: read.value });
      else if (column.field !== null) fields.set(column.field, read.value as FieldValue);
    }
    if (currencies.size > 1)
      rejects.push({
        line: row.line,
        field: "currency",
        value: [...currencies].join(", "),
        reason: "Its amounts are in several currencies.",
      });
    if (rejects.length > 0) return { rejects };
    for (const currency of currencies) if (!fields.has("currency")) fields.set("currency", currency);
    const fingerprint = digest(said);
    const key = keyOf(keyPlaces, row, fingerprint, seen, source, file.given?.keyPrefix);
    if (key === "") {
      const field = file.key.join(", ");
      return {
        rejects: [{ line: row.line, field, value: "", reason: "It is empty, so the row names no record." }],
      };
    }
    applyGiven(file.given, key, fields);
    return { row: { line: row.line, key, fingerprint, fields, stageDates, custom } };
  };
}

/** Without key columns a row is what it says, and the second that says the same is the second such record. */
function keyOf(
  places: readonly number[],
  row: TextRow,
  fingerprint: string,
  seen: Map<string, number>,
  source: SourceName,
  prefix: string | undefined,
): string {
  if (places.length === 0) {
    const times = (seen.get(fingerprint) ?? 0) + 1;
    seen.set(fingerprint, times);
    return times === 1 ? `row ${fingerprint}` : `row ${fingerprint} ${times}`;
  }
  const parts = places.map((place) => plainId(source, (row.values[place] ?? "").trim()));
  if (parts.every((part) => part === "")) return "";
  const key = parts.join(" | ");
  return prefix === undefined ? key : `${prefix} ${key}`;
}

/** What the export says of all its rows: words for codes, values that stand in no column, a name for what has none. */
function applyGiven(given: Given | undefined, key: string, fields: Map<string, FieldValue>): void {
  if (given === undefined) return;
  for (const [field, words] of Object.entries(given.words ?? {})) {
    const said = fields.get(field);
    const word = typeof said === "string" ? words[said.toLowerCase()] : undefined;
    if (word !== undefined) fields.set(field, word);
  }
  for (const [field, value] of Object.entries(given.fields ?? {})) {
    if (!fields.has(field)) fields.set(field, value);
  }
  const isNamed = ["name", "firstName", "lastName", "email"].some((field) => fields.has(field));
  if (given.unnamedAs !== undefined && !isNamed) {
    const number = fields.get("number");
    fields.set("name", `${given.unnamedAs} ${typeof number === "string" ? number : key}`);
  }
}
