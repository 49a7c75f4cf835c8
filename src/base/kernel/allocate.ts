import { refuse } from "./refusal.ts";

/**
 * Splits a whole by weights so that the parts add up to it exactly (largest remainder, Hamilton's method).
 *
 * Takes the whole in minor units, of any sign, and weights of zero or more. Gives one part per weight, in the
 * order of the weights. What is left after rounding down goes, one unit each, to the largest remainders; among
 * equal ones to the earlier weight. A weight of zero gets nothing. Splitting −x gives the negated split of x.
 * Refuses negative weights, and an amount that has no weight to go to.
 */
export function allocate(totalMinor: bigint, weights: readonly bigint[]): bigint[] {
  if (weights.some((weight) => weight < 0n)) {
    refuse("invalid", "A weight below zero cannot take a share.", { fix: "Use weights of zero or more." });
  }
  const weightTotal = weights.reduce((sum, weight) => sum + weight, 0n);
  if (weightTotal === 0n) {
    if (totalMinor === 0n) return weights.map(() => 0n);
    refuse("invalid", "There is no weight above zero to split the amount by.", {
      fix: "Give at least one weight above zero.",
    });
  }
  const sign = totalMinor < 0n ? -1n : 1n;
  const whole = totalMinor * sign;
  const shares = weights.map((weight, position) => {
    const exact = whole * weight;
    return { position, units: exact / weightTotal, remainder: exact % weightTotal };
  });
  const unitsLeft = shares.reduce((left, share) => left - share.units, whole);
  const largestFirst = [...shares].sort(
    (a, b) => (a.remainder < b.remainder ? 1 : a.remainder > b.remainder ? -1 : 0) || a.position - b.position,
  );
  // Fewer units are left than there are remainders above zero, so nobody gets two.
  for (const share of largestFirst.slice(0, Number(unitsLeft))) share.units += 1n;
  return shares.map((share) => share.units * sign);
}

/** The quotient rounded to the nearest whole number, halves to the even one. Throws a RangeError for zero below. */
export function divideRounded(numerator: bigint, denominator: bigint): bigint {
  if (denominator === 0n) throw new RangeError("A division by zero has no result.");
  const sign = numerator < 0n === denominator < 0n ? 1n : -1n;
  const above = numerator < 0n ? -numerator : numerator;
  const below = denominator < 0n ? -denominator : denominator;
  const quotient = above / below;
  const twiceRemainder = (above % below) * 2n;
  const up = twiceRemainder > below || (twiceRemainder === below && quotient % 2n === 1n);
  return sign * (up ? quotient + 1n : quotient);
}
