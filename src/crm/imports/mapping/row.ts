/** A row of text once it is read: typed values by field, custom values, and what makes it this row. */
import { dayOf, type Moment } from "../values/date-text.ts";

export type FieldValue = string | boolean | Moment;
export type CustomValue = string | number | boolean;

export interface Reject {
  readonly line: number;
  readonly field: string;
  readonly value: string;
  readonly reason: string;
}

export interface ReadRow {
  readonly line: number;
  /** Which record the row is, in the words of the source. */
  readonly key: string;
  /** The same for two rows that say the same. */
  readonly fingerprint: string;
  readonly fields: ReadonlyMap<string, FieldValue>;
  readonly stageDates: readonly { readonly stage: string; readonly begun: Moment }[];
  readonly custom: Readonly<Record<string, CustomValue>>;
}

/** The text of a field, or null. */
export function textIn(row: ReadRow, field: string): string | null {
  const value = row.fields.get(field);
  return typeof value === "string" ? value : null;
}
/** The yes or no of a field, or null. */
export function truthIn(row: ReadRow, field: string): boolean | null {
  const value = row.fields.get(field);
  return typeof value === "boolean" ? value : null;
}
/** The moment of a field, or null. */
export function momentIn(row: ReadRow, field: string): Moment | null {
  const value = row.fields.get(field);
  return typeof value === "object" ? value : null;
}
/** The day of a field in a time zone, or null. */
export function dayIn(row: ReadRow, field: string, timeZone: string): Temporal.PlainDate | null {
  const moment = momentIn(row, field);
  return moment === null ? null : dayOf(moment, timeZone);
}
