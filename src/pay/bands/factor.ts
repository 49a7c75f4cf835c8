/** Stated adjustments of a band: each a factor with its reason and source, shown as steps. Nothing is adjusted silently. */
import { divideRounded } from "#base/kernel";
import type { Range } from "./band.ts";

export const factorKinds = ["size", "stage", "experience", "location"] as const;
export type FactorKind = (typeof factorKinds)[number];

export const factorWords: Readonly<Record<FactorKind, string>> = {
  size: "Company size",
  stage: "Stage of growth",
  experience: "Experience",
  location: "Location",
};

export interface Factor {
  readonly kind: FactorKind;
  /** A decimal with at most four digits behind the point: "1.08". */
  readonly factor: string;
  readonly reason: string;
  readonly source: string;
}

/** A step from the band to the adjusted band: the factor, and the figures once it is applied. */
export type Step = Factor & Range;

const digits = 4;
const whole = 10n ** BigInt(digits);

/** "1.08" → 10800n: ten-thousandths. Throws for what is no such decimal; the contract lets none through. */
function partsOf(factor: string): bigint {
  const parts = /^(\d{1,2})(?:\.(\d{1,4}))?$/.exec(factor);
  if (parts === null) throw new RangeError(`“${factor}” is no factor.`);
  return BigInt(`${parts[1]}${(parts[2] ?? "").padEnd(digits, "0")}`);
}

/** A factor of nothing, or of more than tenfold, is a slip of the pen. */
export function aFactorIsPlausible(factor: string): string | null {
  const parts = partsOf(factor);
  return parts >= whole / 10n && parts <= whole * 10n ? null : "A factor lies between 0.1 and 10.";
}

/**
 * The steps from a band to the adjusted band, one for each factor in their order. Each figure is the band's own times
 * the product of the factors so far, rounded once, halves to even: no step rests on a rounded one.
 */
export function stepsFrom(band: Range, factors: readonly Factor[]): Step[] {
  return factors.map((factor, at) => {
    const product = factors.slice(0, at + 1).reduce((all, one) => all * partsOf(one.factor), 1n);
    const over = whole ** BigInt(at + 1);
    const times = (minor: bigint | null) => (minor === null ? null : divideRounded(minor * product, over));
    return {
      ...{ kind: factor.kind, factor: factor.factor, reason: factor.reason, source: factor.source },
      lowMinor: times(band.lowMinor),
      midMinor: times(band.midMinor),
      highMinor: times(band.highMinor),
    };
  });
}

/** The band once all factors are applied; as it is where there are none. */
export function adjusted<T extends Range>(band: T, factors: readonly Factor[]): T {
  const last = stepsFrom(band, factors).at(-1);
  if (last === undefined) return band;
  const { lowMinor, midMinor, highMinor } = last;
  return { ...band, lowMinor, midMinor, highMinor };
}
