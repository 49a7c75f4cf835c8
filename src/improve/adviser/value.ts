/**
 * The additive value model with swing weights (multi-attribute value theory): what an option is worth is the weighted sum
 * of its values from 0 to 1. See R. L. Keeney and H. Raiffa, Decisions with Multiple Objectives, 1976; swing weighting
 * after D. von Winterfeldt and W. Edwards, 1986.
 */

/** For each criterion, in order, a number from 0 to 1; weights add up to 1. */
export type Row = readonly number[];

/** Weights from points: the criterion whose swing from worst to best matters most has the most points. */
export function weightsOf(points: Row): number[] {
  const sum = points.reduce((total, one) => total + one, 0);
  if (!(sum > 0) || points.some((one) => !(one >= 0)))
    throw new RangeError("Weights need points of nothing or more, and one above nothing.");
  return points.map((one) => one / sum);
}

/** A measured value between the worst and the best of its scale, as 0 to 1; beyond the ends it stays at them. */
export function valueBetween(worst: number, best: number, measured: number): number {
  if (worst === best) throw new RangeError("A scale has two different ends.");
  return Math.min(1, Math.max(0, (measured - worst) / (best - worst)));
}

/** A point of a bent line. */
export type Bend = readonly [at: number, value: number];

/** The value of a line through points that are ordered by where they stand; beyond its ends it stays at them. */
export function valueAlong(line: readonly Bend[], at: number): number {
  const after = line.findIndex(([place]) => place >= at);
  const [first, last] = [line[0], line.at(-1)];
  if (first === undefined || last === undefined) throw new RangeError("A line has points.");
  if (after === 0) return first[1];
  const [before, next] = [line[after - 1], line[after]];
  if (before === undefined || next === undefined) return last[1];
  return before[1] + (next[1] - before[1]) * valueBetween(before[0], next[0], at);
}

/** What an option is worth: Σ weight × value. */
export function worth(weights: Row, values: Row): number {
  return values.reduce((sum, value, at) => sum + value * (weights[at] ?? 0), 0);
}

/** Whether one option is nowhere worse than another and somewhere better: then no weights let the other win. */
export function dominates(values: Row, others: Row): boolean {
  return (
    values.every((value, at) => value >= (others[at] ?? 0)) &&
    values.some((value, at) => value > (others[at] ?? 0))
  );
}

/** For each option, by its place, the first option that dominates it, or null. */
export function dominators(options: readonly Row[]): (number | null)[] {
  return options.map((own) => {
    const by = options.findIndex((other) => dominates(other, own));
    return by < 0 ? null : by;
  });
}

/**
 * The weight of one criterion at which two options are worth the same, the other weights keeping their proportions:
 * w* = −D₋ₖ ÷ (dₖ − D₋ₖ), with d the differences of their values and D₋ₖ = Σ_{j≠k} wⱼdⱼ ÷ (1 − wₖ). Null when there is
 * no such weight from 0 to 1.
 */
export function criticalWeight(weights: Row, differences: Row, at: number): number | null {
  const own = weights[at] ?? 0;
  if (own >= 1) return null;
  const difference = differences[at] ?? 0;
  const rest = (worth(weights, differences) - own * difference) / (1 - own);
  if (difference === rest) return null;
  const critical = -rest / (difference - rest);
  return critical >= 0 && critical <= 1 ? critical : null;
}

/** Weights with one of them set and the others scaled, so that they add up to 1 again. */
export function reweighted(weights: Row, at: number, weight: number): number[] {
  const rest = 1 - (weights[at] ?? 0);
  return weights.map((one, place) => (place === at ? weight : (one / rest) * (1 - weight)));
}
