/** A record of a list as a line of a file: what the columns show, exact, in the order in which they stand. Pure. */
import { isFigure, type ListColumn } from "#base/kernel";

/** What a cell of the file holds; the shape is that of the files that are written. */
export type SheetCell =
  | { readonly text: string }
  | { readonly figure: string; readonly as: "number" | "money" | "rate" }
  | { readonly day: string }
  | null;

const widths: Partial<Record<ListColumn["kind"], number>> = {
  text: 32,
  reference: 28,
  money: 16,
  moment: 18,
  day: 12,
};

/** The columns of the file. An amount says its currency in a column of its own, so that it stays a figure. */
export function sheetColumns(columns: readonly ListColumn[]): { name: string; width: number }[] {
  return columns.flatMap(({ label, kind }) => {
    const own = { name: label, width: widths[kind] ?? 14 };
    return kind === "money" ? [own, { name: `${label} currency`, width: 10 }] : [own];
  });
}

/** The cells of one record; moments are told by the clock of the time zone. */
export function sheetLine(record: object, columns: readonly ListColumn[], timeZone: string): SheetCell[] {
  return columns.flatMap((column) => cellsOf(valueAt(record, column), column, timeZone));
}

function valueAt(record: object, { id }: ListColumn): unknown {
  const values = record as Readonly<Record<string, unknown>>;
  if (!id.startsWith("custom.")) return values[id] ?? null;
  const custom = values.custom as Readonly<Record<string, unknown>> | undefined;
  return custom?.[id.slice("custom.".length)] ?? null;
}

function cellsOf(value: unknown, column: ListColumn, timeZone: string): SheetCell[] {
  if (column.kind === "money") {
    const money = value as { amount: string | null; currency: string } | null;
    return money === null || money.amount === null
      ? [null, null]
      : [{ figure: money.amount, as: "money" }, { text: money.currency }];
  }
  return [value === null || value === "" ? null : cellOf(value, column, timeZone)];
}

function cellOf(value: unknown, column: ListColumn, timeZone: string): SheetCell {
  if (isFigure(column)) return { figure: plainFigure(value), as: column.kind === "rate" ? "rate" : "number" };
  if (typeof value === "object" && value !== null && "name" in value) return { text: String(value.name) };
  if (typeof value === "boolean") return { text: value ? "yes" : "no" };
  const text = String(value);
  if (column.kind === "day") return { day: text };
  if (column.kind === "moment") return { text: clockText(text, timeZone) };
  const option = column.options?.find((one) => one.value === text);
  return { text: option?.label ?? text };
}

/** A number without an exponent. */
function plainFigure(value: unknown): string {
  const text = String(value);
  return /e/i.test(text)
    ? Number(value).toLocaleString("en", { useGrouping: false, maximumFractionDigits: 20 })
    : text;
}

/** "2026-03-10 11:00" */
function clockText(instant: string, timeZone: string): string {
  const zoned = Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone);
  return `${zoned.toPlainDate()} ${zoned.toPlainTime().toString({ smallestUnit: "minute" })}`;
}
