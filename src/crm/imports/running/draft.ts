/** An opportunity as the source tells it, before its people, accounts and stages are found in the record. */
import { divideRounded } from "#base/kernel";
import type { CustomValue, Reject } from "../mapping/row.ts";
import type { State } from "../timelines/state.ts";
import type { Untold } from "./known-past.ts";

export interface Draft {
  readonly key: string;
  readonly line: number;
  /** The same for two tellings that say the same, history included. */
  readonly fingerprint: string;
  readonly name: string;
  readonly pipeline: string | null;
  readonly createdOn: Temporal.PlainDate | null;
  readonly leadSource: string | null;
  readonly nextStep: string | null;
  readonly lostReason: string | null;
  readonly product: string | null;
  readonly quantity: string;
  readonly currency: string;
  readonly removedAt: Temporal.Instant | null;
  readonly custom: Readonly<Record<string, CustomValue>>;
  /** Whether the source has a history of it: then the earlier states are the source's to restate. */
  readonly hasHistory: boolean;
  /** Of what the source is silent: that stays as it was known before. */
  readonly untold: Untold;
  /** Its states, given what its line is worth at list price. */
  readonly states: (listAmountMinor: bigint | null) => readonly State[];
  /** How many rows of history tell of it. */
  readonly historyRows: number;
}

export type Drafted = { readonly draft: Draft } | { readonly rejects: readonly Reject[] };

/** A price times a quantity written as a plain decimal, rounded half to even. */
export function priceTimes(priceMinor: bigint, quantity: string): bigint {
  const [whole = "0", fraction = ""] = quantity.replace("-", "").split(".");
  const scaled = BigInt(whole + fraction);
  const product = divideRounded(priceMinor * scaled, 10n ** BigInt(fraction.length));
  return quantity.startsWith("-") ? -product : product;
}
