/** What a person is paid from a day on. The next record ends it, so that no two hold on the same day. */
import type { PaidAs } from "./standing.ts";

export interface PaySaid extends PaidAs {
  readonly startsOn: Temporal.PlainDate;
  readonly baseMinor: bigint;
  readonly bonusMinor: bigint;
}

export interface PayRecord extends PaySaid {
  readonly id: string;
  readonly version: number;
  readonly personId: string;
  readonly personName: string;
}

/** A record with the first day on which it no longer holds; null: until further notice. */
export type Held<T> = T & { readonly endsOn: Temporal.PlainDate | null };

export function payIsNotNegative({ baseMinor, bonusMinor }: PaySaid): string | null {
  return baseMinor < 0n || bonusMinor < 0n ? "Pay is not less than nothing." : null;
}

/** The reason why pay cannot begin on a day: another record of the same person begins on it. Null: it can. */
export function onlyOneBeginsOnADay(
  others: readonly { readonly startsOn: Temporal.PlainDate }[],
  startsOn: Temporal.PlainDate,
): string | null {
  return others.some((other) => other.startsOn.equals(startsOn))
    ? `Pay from ${startsOn} on is on record already. Change that record instead.`
    : null;
}

/** One person's records in their order, each with the day on which the next one begins. */
export function heldUntilTheNext<T extends { readonly startsOn: Temporal.PlainDate }>(
  records: readonly T[],
): Held<T>[] {
  const inOrder = records.toSorted((a, b) => Temporal.PlainDate.compare(a.startsOn, b.startsOn));
  return inOrder.map((record, at) => ({ ...record, endsOn: inOrder[at + 1]?.startsOn ?? null }));
}

/** The record that holds on a day, of one person's; undefined before the first. */
export function payOn<T extends { readonly startsOn: Temporal.PlainDate }>(
  records: readonly T[],
  day: Temporal.PlainDate,
): Held<T> | undefined {
  return heldUntilTheNext(records).findLast(({ startsOn }) => Temporal.PlainDate.compare(startsOn, day) <= 0);
}
