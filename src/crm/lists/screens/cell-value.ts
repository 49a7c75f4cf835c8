/** A record's value in a column, whatever the noun: found by the column's id, read by its kind. */
import type { ListColumn } from "#base/kernel";
import type { MoneyText, Reference } from "#base/wire";
import type { ListRow, ListSpec } from "./list-spec.ts";

/** What stands in a cell, before it is drawn or copied. */
export function valueIn(row: ListRow, column: ListColumn): unknown {
  if (column.id.startsWith("custom.")) return row.custom[column.id.slice("custom.".length)] ?? null;
  return (row as unknown as Readonly<Record<string, unknown>>)[column.id] ?? null;
}

/** What a record is called in its list. */
export function nameIn<T extends ListRow>(
  row: T,
  columns: readonly ListColumn[],
  spec: Pick<ListSpec<T>, "naming">,
): string {
  const column = columns.find(({ id }) => id === spec.naming);
  return column ? String(valueIn(row, column) ?? "") : "";
}

export const isReference = (value: unknown): value is Reference =>
  typeof value === "object" && value !== null && "id" in value && "name" in value;
export const isMoney = (value: unknown): value is MoneyText =>
  typeof value === "object" && value !== null && "amount" in value && "currency" in value;

/** A value as text for a spreadsheet: amounts and rates as plain numbers, days as YYYY-MM-DD, records by their names. */
export function plainText(value: unknown, column: ListColumn, timeZone: string): string {
  if (value === null || value === undefined) return "";
  if (isReference(value)) return value.name;
  if (isMoney(value)) return value.amount ?? "";
  if (typeof value === "boolean") return value ? "yes" : "no";
  const text = String(value);
  if (column.kind === "moment") return localMoment(text, timeZone);
  if (column.kind === "choice") return column.options?.find((one) => one.value === text)?.label ?? text;
  return text;
}

/** "2026-03-10 16:05" in the workspace's time zone. */
function localMoment(instant: string, timeZone: string): string {
  const zoned = Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone);
  return `${zoned.toPlainDate()} ${zoned.toPlainTime().toString({ smallestUnit: "minute" })}`;
}
