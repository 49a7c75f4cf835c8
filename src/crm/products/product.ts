/** Something that is sold. */
import type { Custom } from "../fields/field.ts";

/** What is said of a product by whoever writes it. */
export interface ProductSaid {
  readonly name: string;
  readonly code: string | null;
  readonly family: string | null;
  readonly listPriceMinor: bigint | null;
  readonly currency: string | null;
}

export interface Product extends ProductSaid {
  readonly id: string;
  readonly version: number;
  readonly removedAt: Temporal.Instant | null;
  readonly custom: Custom;
}
