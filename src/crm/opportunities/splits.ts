/** Who shares in an opportunity. Without splits all of it is its owner's. */
export interface Split {
  readonly personId: string;
  /** A share, 0–1, with at most six decimals. */
  readonly share: number;
}

/** Shares are counted in millionths, so that they can add up to exactly one. */
const whole = 1_000_000;

/** A share in millionths, or null when it has more than six decimals. */
export function microShare(share: number): number | null {
  const micro = Math.round(share * whole);
  return Math.abs(share * whole - micro) < 1e-6 ? micro : null;
}

/** The reason why an opportunity cannot be split like this, or null. No splits at all are fine. */
export function splitsAddUpToTheWhole(splits: readonly Split[]): string | null {
  if (splits.length === 0) return null;
  const people = new Set(splits.map((split) => split.personId));
  if (people.size < splits.length) return "A person has one share of an opportunity, not two.";
  const shares = splits.map((split) => microShare(split.share));
  if (shares.some((share) => share === null)) return "A share has at most six decimals, like 0.333333.";
  if (shares.some((share) => share !== null && share <= 0)) return "A share is more than nothing.";
  const sum = shares.reduce<number>((total, share) => total + (share ?? 0), 0);
  if (sum === whole) return null;
  return `The shares add up to ${sum / whole}; they must add up to exactly 1.`;
}
