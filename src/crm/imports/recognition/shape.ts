/** The shape of a known export: the columns that give it away, and what each known column says. */
import type { SourceObject } from "./field-kind.ts";
import { headerWord } from "./wording.ts";

/** Programs whose exports are known, and "csv" for any other table. */
export const sourceNames = ["csv", "salesforce", "hubspot", "pipedrive", "zoho", "dynamics"] as const;
export type SourceName = (typeof sourceNames)[number];

/** How sources are called in sentences. */
export const sourceTitles: Readonly<Record<SourceName, string>> = {
  csv: "Imported",
  salesforce: "Salesforce",
  hubspot: "HubSpot",
  pipedrive: "Pipedrive",
  zoho: "Zoho",
  dynamics: "Dynamics 365",
};

/** What holds for every row of a file, and stands in none of its columns. */
export interface Given {
  /** Field → value, for rows that do not say it themselves. */
  readonly fields?: Readonly<Record<string, string>>;
  /** Field → what the source writes for a value → the value in words. */
  readonly words?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Put before each id, where a source counts two kinds of ids that could be the same. */
  readonly keyPrefix?: string;
  /** What a record without a name is called: "Lead" makes "Lead 660737". */
  readonly unnamedAs?: string;
}

export interface Shape {
  readonly source: SourceName;
  /** What its rows are; null: known, and nothing that an import has a place for. */
  readonly object: SourceObject | null;
  /** What the source calls it. */
  readonly title: string;
  /** Columns (header words without spaces) that must all be there. */
  readonly needs: readonly string[];
  /** At least one of these must be there as well, when any are given. */
  readonly needsOne?: readonly string[];
  /** Columns that it never has. */
  readonly never?: readonly string[];
  /** Most of its columns are called so. */
  readonly headed?: RegExp;
  /** The file must be called so. */
  readonly called?: RegExp;
  /** Its columns are this source's alone; others count only beside a file that is. */
  readonly telling: boolean;
  /** Known column → field, the surer of two first. `null`: known, and left out because it follows from the others. */
  readonly columns: Readonly<Record<string, string | null>>;
  readonly given?: Given;
  /** Why nothing of it is imported, for a shape without an object. */
  readonly because?: string;
}

/** What sources put before the names of their columns: HubSpot's warehouse copies, and Pipedrive's lists. */
const prefixes: Partial<Readonly<Record<SourceName, RegExp>>> = {
  hubspot: /^property_/i,
  pipedrive: /^(deal|organi[sz]ation|person|activity|product|lead) - /i,
};

/** A column of a source without what the source puts before its name. */
export function ownName(source: SourceName, column: string): string {
  const prefix = prefixes[source];
  return prefix === undefined ? column : column.replace(prefix, "");
}

/** A column of a source as one lower-case word, without what the source puts before its name. */
export function columnWord(source: SourceName, column: string): string {
  return headerWord(ownName(source, column));
}

/** What a shape says of a column: a field, null (left out), or undefined (unknown to it). */
export function fieldByShape(shape: Shape, column: string): string | null | undefined {
  const word = columnWord(shape.source, column);
  return Object.hasOwn(shape.columns, word) ? shape.columns[word] : undefined;
}

/** How many of a shape's own columns a file has, or 0 when it is not of that shape. */
export function columnsKnown(shape: Shape, file: string, columns: readonly string[]): number {
  const words = new Set(columns.map((column) => columnWord(shape.source, column)));
  if (!shape.needs.every((need) => words.has(need))) return 0;
  if (shape.never?.some((one) => words.has(one))) return 0;
  if (shape.needsOne !== undefined && !shape.needsOne.some((one) => words.has(one))) return 0;
  if (shape.called !== undefined && !shape.called.test(file)) return 0;
  const { headed } = shape;
  if (headed !== undefined && columns.filter((column) => headed.test(column)).length * 2 < columns.length)
    return 0;
  const own = Object.keys(shape.columns).filter((column) => words.has(column)).length;
  return Math.max(own, shape.needs.length);
}
