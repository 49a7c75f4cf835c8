/** A company or organization that buys; it may belong to a larger one. */
import type { Custom } from "../fields/field.ts";

/** What is said of an account by whoever writes it. */
export interface AccountSaid {
  readonly name: string;
  readonly parentId: string | null;
  readonly ownerId: string | null;
  readonly domain: string | null;
  readonly industry: string | null;
  readonly country: string | null;
  readonly city: string | null;
  readonly employees: number | null;
  readonly annualRevenueMinor: bigint | null;
  readonly currency: string | null;
  readonly createdOn: Temporal.PlainDate | null;
}

export interface Account extends AccountSaid {
  readonly id: string;
  readonly version: number;
  readonly removedAt: Temporal.Instant | null;
  readonly custom: Custom;
  readonly parentName: string | null;
  readonly ownerName: string | null;
}

/** The reason why an account cannot belong to a parent, or null; `above` are the parent and all accounts above it. */
export function anAccountIsNotPartOfItself(
  accountId: string,
  above: readonly { readonly id: string; readonly name: string }[],
): string | null {
  if (!above.some((account) => account.id === accountId)) return null;
  const [parent] = above;
  return parent?.id === accountId
    ? "An account cannot be its own parent."
    : `${parent?.name ?? "The parent"} belongs to this account already.`;
}
