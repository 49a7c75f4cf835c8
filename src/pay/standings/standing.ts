/** Where somebody's pay stands in a band: how it compares with the middle, and how far it has come from low to high. */
import { divideRounded } from "#base/kernel";
import { type BandSaid, isSameRole, mayBeAlike, type Range, rangeWords } from "../bands/band.ts";

/** A figure, or the reason why there is none. */
export type Figure =
  | { readonly value: number; readonly reason: null }
  | { readonly value: null; readonly reason: string };

type Measured = Range & Pick<BandSaid, "currency" | "openAbove">;

const none = (reason: string): Figure => ({ value: null, reason });

/** A quotient as a number with four decimals, halves to even. */
const quotient = (part: bigint, whole: bigint): Figure => ({
  value: Number(divideRounded(part * 10_000n, whole)) / 10_000,
  reason: null,
});

/** The middle of a band and where it comes from: as its source states it, else half of low and high. Null: it has none. */
export function middleOf(band: Measured): { readonly minor: bigint; readonly stated: boolean } | null {
  if (band.midMinor !== null) return { minor: band.midMinor, stated: true };
  if (band.lowMinor === null || band.highMinor === null || band.openAbove) return null;
  return { minor: divideRounded(band.lowMinor + band.highMinor, 2n), stated: false };
}

/** Base ÷ middle of the band: 1 is in the middle. No figure where the band has no middle. */
export function compaRatio(baseMinor: bigint, band: Measured): Figure {
  const middle = middleOf(band);
  if (middle === null) {
    return none(`The band is ${rangeWords(band)}: ${whyUnbounded(band)}, so it has no middle.`);
  }
  return middle.minor === 0n ? none("The middle of the band is 0.") : quotient(baseMinor, middle.minor);
}

/** (Base − low) ÷ (high − low): 0 is at the low end, 1 at the high one. No figure where an end is open, or none lies between. */
export function rangePenetration(baseMinor: bigint, band: Measured): Figure {
  const { lowMinor, highMinor } = band;
  if (lowMinor === null || highMinor === null || band.openAbove) {
    return none(`The band is ${rangeWords(band)}: ${whyUnbounded(band)}, so nobody can be part of the way.`);
  }
  return highMinor === lowMinor
    ? none("Low and high of the band are the same.")
    : quotient(baseMinor - lowMinor, highMinor - lowMinor);
}

function whyUnbounded({ lowMinor, openAbove }: Measured): string {
  if (lowMinor === null)
    return openAbove ? "it names no lower end and is open above" : "it names no lower end";
  return "its upper end is open";
}

/** What somebody is paid, as far as it says which bands are meant for them. */
export interface PaidAs {
  readonly roleKey: string | null;
  readonly roleName: string;
  readonly level: string;
  readonly location: string;
  readonly currency: string;
}

/** Whether a band of base pay is meant for somebody who is paid like this. */
export function isBandFor(band: BandSaid, paid: PaidAs): boolean {
  return (
    band.kind === "base" &&
    band.currency === paid.currency &&
    isSameRole(band, paid) &&
    mayBeAlike(band.level, paid.level) &&
    mayBeAlike(band.location, paid.location)
  );
}
