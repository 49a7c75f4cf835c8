/** A record's value in a column as text that can be put back as it is, and as it is called. Pure. */
import type { ListColumn } from "#base/kernel";

export interface CellText {
  readonly text: string;
  readonly label: string;
}

/** The value of a shown record in a column; null where there is none. */
export function cellText(record: object, { id, kind }: ListColumn): CellText | null {
  const values = record as Readonly<Record<string, unknown>>;
  const custom = values.custom as Readonly<Record<string, unknown>> | undefined;
  const value = id.startsWith("custom.") ? custom?.[id.slice("custom.".length)] : values[id];
  if (value === null || value === undefined) return null;
  if (kind === "reference") {
    const reference = value as { id: string; name: string };
    return { text: reference.id, label: reference.name };
  }
  if (kind === "money") {
    const { amount, currency } = value as { amount: string | null; currency: string };
    return amount === null ? null : same(`${amount} ${currency}`);
  }
  return same(String(value));
}

const same = (text: string): CellText => ({ text, label: text });

/** The field of a noun's endpoint that a column is changed by. */
export function fieldOf({ id, kind }: ListColumn): string {
  return kind === "reference" ? `${id}Id` : id;
}

/** The column whose value a field of a refusal speaks of. */
export function columnOfField(field: string, columns: readonly ListColumn[]): ListColumn | undefined {
  return columns.find((column) => {
    const own = fieldOf(column);
    return field === own || field.startsWith(`${own}.`);
  });
}
