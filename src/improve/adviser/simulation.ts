/** How firmly an option is the best: weights and values drawn at random around what was said, many times over. */
import { type Random, type ShareInterval, wilsonInterval } from "#base/kernel";
import { type Row, worth } from "./value.ts";

/** A value that is not known to the point: at least, most likely, at most. */
export interface Spread {
  readonly low: number;
  readonly mode: number;
  readonly high: number;
}

/** Draws from the triangular distribution, by the inverse of its distribution function. */
export function drawTriangular(random: Random, { low, mode, high }: Spread): number {
  const width = high - low;
  if (width === 0) return mode;
  const share = random();
  return share < (mode - low) / width
    ? low + Math.sqrt(share * width * (mode - low))
    : high - Math.sqrt((1 - share) * width * (high - mode));
}

/** Draws from the normal distribution with mean 0 and deviation 1 (G. E. P. Box and M. E. Muller, 1958). */
function drawNormal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** Draws from the gamma distribution of scale 1 (G. Marsaglia and W. W. Tsang, 2000). */
function drawGamma(random: Random, shape: number): number {
  if (shape < 1) return drawGamma(random, shape + 1) * (1 - random()) ** (1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = drawNormal(random);
    const v = (1 + c * x) ** 3;
    if (v > 0 && Math.log(1 - random()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
  }
}

/** Draws weights from the Dirichlet distribution: all weightings alike where every shape is 1. Shape 0 stays at 0. */
export function drawWeights(random: Random, shapes: Row): number[] {
  const drawn = shapes.map((shape) => (shape > 0 ? drawGamma(random, shape) : 0));
  const sum = drawn.reduce((total, one) => total + one, 0);
  return drawn.map((one) => one / sum);
}

export interface Chance {
  /** The share of draws in which the option was the best. */
  readonly share: number;
  readonly interval: ShareInterval;
  /** By how much the best of a draw was worth more, on average: what is lost by choosing this option. */
  readonly regret: number;
}

export interface Simulation {
  readonly draws: number;
  readonly seed: number | string;
  /** For each option, by its place. */
  readonly chances: readonly Chance[];
}

/**
 * Counts how often each option is the best. `options` has the spreads of each option's values by criterion, `shapes` those
 * of the Dirichlet distribution of the weights, `random` the generator that `seed` made. An option that stands in `out`
 * takes no part: a dominated one wins under no weights.
 */
export function simulate(given: {
  readonly options: readonly (readonly Spread[])[];
  readonly shapes: Row;
  readonly out: readonly boolean[];
  readonly draws: number;
  readonly seed: number | string;
  readonly random: Random;
}): Simulation {
  const { options, shapes, out, draws, seed, random } = given;
  const wins = options.map(() => 0);
  const lost = options.map(() => 0);
  for (let draw = 0; draw < draws; draw++) {
    const weights = drawWeights(random, shapes);
    const worths = options.map((spreads) =>
      worth(
        weights,
        spreads.map((spread) => drawTriangular(random, spread)),
      ),
    );
    const best = bestOf(worths.map((one, at) => (out[at] ? Number.NEGATIVE_INFINITY : one)));
    wins[best] = (wins[best] ?? 0) + 1;
    worths.forEach((one, at) => {
      lost[at] = (lost[at] ?? 0) + Math.max(0, (worths[best] ?? 0) - one);
    });
  }
  const chances = options.map((_, at) => ({
    share: (wins[at] ?? 0) / draws,
    interval: wilsonInterval(wins[at] ?? 0, draws),
    regret: (lost[at] ?? 0) / draws,
  }));
  return { draws, seed, chances };
}

/** The place of the largest; the first of several. */
export const bestOf = (row: Row): number => row.indexOf(Math.max(...row));

export const verdicts = ["robust", "leans", "toss-up"] as const;
export type Verdict = (typeof verdicts)[number];

/** What the share of the best says: from 0.8 on robust, from 0.6 on it leans, below it is a toss-up. */
export function verdictOf(share: number): Verdict {
  if (share >= 0.8) return "robust";
  return share >= 0.6 ? "leans" : "toss-up";
}
