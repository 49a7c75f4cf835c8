/** What becomes of a column: a field, a custom field, or nothing, always with the reason. */

import type { FieldKind, SourceObject } from "../recognition/field-kind.ts";
import type { Given } from "../recognition/shape.ts";
import type { FieldType } from "../values/column-format.ts";
import type { DateOrder } from "../values/date-text.ts";
import type { DecimalMark } from "../values/number-text.ts";
import type { ColumnUse } from "./column-use.ts";

/** The names of the columns of a file that has no line with them; or which line names them: the first, or its number. */
export type Header = readonly string[] | "first line" | number;

/** A person's word on which lines of a file are what. */
export interface ReadAs {
  readonly header?: Header | undefined;
  /** "all": every line under the header is a row, also one that looks like a total or a title. */
  readonly lines?: "all" | undefined;
}

/** The first lines of a file as they are written, and the one of them that names the columns; null when none does. */
export interface Top {
  readonly headerLine: number | null;
  readonly lines: readonly { readonly line: number; readonly text: string }[];
}

export interface CustomField {
  readonly key: string;
  readonly label: string;
  readonly type: FieldType;
  readonly options: readonly string[];
}

export interface ColumnPlan {
  readonly column: string;
  readonly use: "field" | "custom" | "ignored";
  readonly field: string | null;
  readonly kind: FieldKind | null;
  readonly custom: CustomField | null;
  /** For a column of dates on which a stage began: that stage. */
  readonly stage: string | null;
  readonly dateOrder: DateOrder | null;
  readonly mark: DecimalMark;
  readonly percent: boolean;
  /** Zeros that its header says were left out of each amount: 3 for thousands. */
  readonly zeros?: 3 | 6;
  /** Of a column of ends: whether they are the last days on which something holds. */
  readonly lastDay?: boolean;
  /** What values of the column stand for, where that is something else than they say: "US Dollar" → "USD". */
  readonly meant?: Readonly<Record<string, string>>;
  /** The currencies of amounts by the signs that stand beside them: "€" → "EUR". */
  readonly currencies?: Readonly<Record<string, string>>;
  /** A word that a form shows before anybody chose, such as "Select": it says nothing. */
  readonly emptyWord?: string;
  /** What a person said the column's values mean: value → the value that is read in its place. */
  readonly words?: Readonly<Record<string, string>>;
  readonly reason: string;
  readonly examples: readonly string[];
  /** What its values are, counted; missing in plans of older versions. */
  readonly seen?: ColumnCounts;
}

export interface ColumnCounts {
  readonly filled: number;
  /** Different values; null when there are too many to be counted. */
  readonly different: number | null;
  readonly numbers: number;
  readonly dates: number;
  readonly truths: number;
}

export interface FilePlan extends ReadAs {
  /** Missing in plans of older versions. */
  readonly top?: Top;
  readonly file: string;
  readonly object: SourceObject | null;
  readonly confidence: number;
  readonly reason: string;
  readonly rows: number;
  /** Whether its columns have names; else they are called by their place. */
  readonly headed?: boolean;
  readonly encoding: string;
  readonly delimiter: string;
  readonly columns: readonly ColumnPlan[];
  /** The names of its columns, also where it is not understood; missing in plans of older versions. */
  readonly names?: readonly string[];
  /** The columns whose values together say which record a row is; none: all values together. */
  readonly key: readonly string[];
  /** Keys that occur in more than one row. */
  readonly repeatedKeys: readonly string[];
  /** What else was decided on rows of this kind, or said by a person. */
  readonly settings?: Readonly<Record<string, string>> | undefined;
  /** It holds rows that an import refused, which come back: the id of that import, "" where it is not known. */
  readonly returned?: string;
  /** What holds for all its rows, as the recognised export says. */
  readonly given?: Given | undefined;
}

/** A file that will be imported: what its rows are is known. */
export type UnderstoodFile = FilePlan & { readonly object: SourceObject };

/** A person's word on how a file is to be read: what its rows are, and what single columns become. */
export interface FileMapping extends ReadAs {
  readonly object?: SourceObject | undefined;
  /** What else has to be said of rows of this kind: "period" → "month". */
  readonly settings?: Readonly<Record<string, string>> | undefined;
  /** Column → what it becomes. */
  readonly columns?: Readonly<Record<string, ColumnUse>> | undefined;
  /** Column → how its days and numbers are written. */
  readonly formats?: Readonly<Record<string, ColumnFormat>> | undefined;
}

export interface ColumnFormat {
  readonly dateOrder?: DateOrder | undefined;
  readonly decimalMark?: DecimalMark | undefined;
}

/** The place of a field's column in each row, or -1. */
export function placeOf(file: Pick<FilePlan, "columns">, field: string): number {
  return file.columns.findIndex((column) => column.use === "field" && column.field === field);
}

/** Whether a file fills a field. */
export function fills(file: Pick<FilePlan, "columns" | "given">, field: string): boolean {
  return placeOf(file, field) !== -1 || file.given?.fields?.[field] !== undefined;
}
