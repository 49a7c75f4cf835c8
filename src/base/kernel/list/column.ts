/**
 * What a list knows about its columns. A noun declares them once; filters, orders, groups, saved views, exports and the
 * table on screen are all checked against that declaration.
 */

/**
 * - `text`: free text. `word`: short text that many records share (an industry, a source).
 * - `number`, `money` (in the workspace's currency), `rate` (0–1).
 * - `day`, `moment` (asked about by the days of the workspace's time zone).
 * - `choice`: one of fixed options. `reference`: another record, by id and name. `flag`: yes or no.
 */
export type ColumnKind =
  | "text"
  | "word"
  | "number"
  | "money"
  | "rate"
  | "day"
  | "moment"
  | "choice"
  | "reference"
  | "flag";

export interface Choice {
  readonly value: string;
  readonly label: string;
}

export interface ListColumn {
  /** Small letters and capitals, as in the API; custom fields are "custom.key". */
  readonly id: string;
  readonly label: string;
  readonly kind: ColumnKind;
  /** Of a choice: what can be chosen, in its order. */
  readonly options?: readonly Choice[];
  /** Of a reference: which records it leads to. */
  readonly leadsTo?: string;
  /** Of a reference: a record leads to any number of them. */
  readonly many?: true;
  /** Its amounts add up to something: lists show their sum. */
  readonly sums?: true;
  /** Its values can be changed in a list. */
  readonly changes?: true;
  /** A value can be changed for another, but not taken away. */
  readonly stays?: true;
  /** Every record has a value, so that nobody asks whether it is empty. */
  readonly always?: true;
}

/** A custom field, as far as a list needs to know it. */
export interface FieldColumn {
  readonly key: string;
  readonly label: string;
  readonly type: "text" | "number" | "date" | "boolean" | "choice";
  readonly options: readonly string[];
}

const kindOfField = {
  text: "text",
  number: "number",
  date: "day",
  boolean: "flag",
  choice: "choice",
} as const;

/** The columns of a noun with those of its custom fields behind them. */
export function withCustomColumns(
  columns: readonly ListColumn[],
  fields: readonly FieldColumn[],
): ListColumn[] {
  return [...columns, ...fields.map(customColumn)];
}

function customColumn({ key, label, type, options }: FieldColumn): ListColumn {
  const column = { id: `custom.${key}`, label, kind: kindOfField[type], changes: true } as const;
  return type === "choice"
    ? { ...column, options: options.map((value) => ({ value, label: value })) }
    : column;
}

/** Whether records can be put into groups by a column. */
export function canGroup({ kind, many }: ListColumn): boolean {
  return !many && ["word", "choice", "reference", "flag", "day", "moment"].includes(kind);
}

export const isAboutDays = ({ kind }: Pick<ListColumn, "kind">): boolean =>
  kind === "day" || kind === "moment";
export const isFigure = ({ kind }: Pick<ListColumn, "kind">): boolean =>
  kind === "number" || kind === "money" || kind === "rate";
