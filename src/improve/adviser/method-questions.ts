/** Inputs of the arithmetic itself, so that none of them is hidden: weights, comparisons, and how chance is drawn. */
import { criteria, factors } from "./option.ts";
import { count, plain, type Question, rate, reckoning } from "./question.ts";

export const weightKey = (criterion: string): string => `weight.${criterion}`;
export const pairKey = (one: string, other: string): string => `pair.${one}.${other}`;

const weights: readonly Question[] = criteria.map(({ key, label, points }) =>
  reckoning(
    "weights",
    weightKey(key),
    `${label}: how much does the step from worst to best matter?`,
    count("points", 0, 100),
    points,
    "Quarterdeck's own; the step that matters most has 100 points.",
  ),
);

/** The pairs of factors, each once, in their order. */
export const pairsOfFactors = factors.flatMap((one, at) =>
  factors.slice(at + 1).map((other) => ({ one, other, key: pairKey(one.key, other.key) })),
);

const pairs: readonly Question[] = pairsOfFactors.map(({ one, other, key }) =>
  reckoning(
    "pairs",
    key,
    `How many times as much does “${one.label}” matter as “${other.label}”?`,
    plain("times (from 1/9 to 9)", 1 / 9, 9),
    null,
    "Left out: the points above decide. Answer all six pairs, and the factors' weights come from them.",
  ),
);

const chance: readonly Question[] = [
  reckoning(
    "method",
    "draws",
    "How many times are weights and ratings drawn?",
    count("draws", 100, 50_000),
    10_000,
    "With 10,000 draws a share is known to one point.",
  ),
  reckoning(
    "method",
    "seed",
    "From which seed?",
    count("", 0, 1_000_000_000),
    1,
    "The same seed gives the same draws.",
  ),
  reckoning(
    "method",
    "closeness",
    "How close do drawn weights keep to those that were said (sum of the shapes of the Dirichlet distribution)?",
    plain("", 1, 1000),
    30,
    "At 30 a weight of 10 % lies between 2 and 23 % in 95 of 100 draws.",
  ),
  reckoning(
    "method",
    "vague-answered",
    "How far may a rating be off where the question was answered?",
    rate(0, 0.5),
    0.1,
    "A tenth of the scale to either side.",
  ),
  reckoning(
    "method",
    "vague-assumed",
    "How far may a rating be off where the answer was assumed?",
    rate(0, 0.5),
    0.25,
    "A fourth of the scale to either side.",
  ),
];

export const methodQuestions: readonly Question[] = [...weights, ...pairs, ...chance];
