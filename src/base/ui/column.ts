/** What a table is told about its columns and its order. */
import type { ReactNode } from "react";

export interface Column<T> {
  readonly id: string;
  readonly header: string;
  /** What the column is sorted by; null sorts last. Without it the column cannot be sorted. */
  readonly value?: (row: T) => string | number | null;
  /** What the cell shows; its value when left out. */
  readonly cell?: (row: T) => ReactNode;
  readonly align?: "left" | "right";
  /** Width in pixels; columns without one share what is left. */
  readonly width?: number;
  readonly total?: ReactNode;
  /** Left out where there is little room. */
  readonly wideOnly?: boolean;
}

export interface Sort {
  readonly id: string;
  readonly desc: boolean;
}
