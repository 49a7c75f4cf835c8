/** A table on its way into a file: its columns, and its lines as they are read. */

/** What a cell holds. Figures are decimals as text, so that no digit is lost on the way. */
export type SheetValue =
  | { readonly text: string }
  | { readonly figure: string; readonly as: "number" | "money" | "rate" }
  /** A day, "2026-03-31". */
  | { readonly day: string }
  | null;

export interface SheetColumn {
  readonly name: string;
  /** Width in characters. */
  readonly width: number;
}

export interface Sheet {
  readonly name: string;
  readonly columns: readonly SheetColumn[];
  readonly lines: AsyncIterable<readonly SheetValue[]>;
}
