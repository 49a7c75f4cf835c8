/** The shape of a known export: the columns that give it away, and what each known column says. */
import type { SourceObject } from "./field-kind.ts";

export type SourceName = "csv" | "salesforce" | "pipedrive";

export interface Shape {
  readonly source: SourceName;
  readonly object: SourceObject | "lead";
  /** What the source calls it. */
  readonly title: string;
  /** Columns (header words without spaces) that must all be there. */
  readonly needs: readonly string[];
  /** At least one of these must be there as well, when any are given. */
  readonly needsOne?: readonly string[];
  /** Columns that it never has. */
  readonly never?: readonly string[];
  /** Known column → field. `null`: known, and left out because it follows from the others. */
  readonly columns: Readonly<Record<string, string | null>>;
}

/** How many of a shape's own columns a header has, or 0 when it is not that shape. */
export function columnsKnown(shape: Shape, words: ReadonlySet<string>): number {
  if (!shape.needs.every((need) => words.has(need))) return 0;
  if (shape.never?.some((one) => words.has(one))) return 0;
  if (shape.needsOne !== undefined && !shape.needsOne.some((one) => words.has(one))) return 0;
  return Object.keys(shape.columns).filter((column) => words.has(column)).length;
}
