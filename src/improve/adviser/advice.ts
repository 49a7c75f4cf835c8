/** Which leader of sales operations a company needs: answers in, advice out, with everything that it rests on. */
import { seededRandom } from "#base/kernel";
import { type Answers, type Input, type Inputs, inputsOf, numberAt, type OwnReadings } from "./input.ts";
import { criteria, factors, type OptionKey, options } from "./option.ts";
import { costsOf, type OptionCost } from "./option-cost.ts";
import { type Consistency, consistencyOf, mostInconsistentTriad } from "./pairwise.ts";
import { plainly } from "./question.ts";
import { questions } from "./questions.ts";
import { askedFor, comparisonsIn, ratingsOf, weightsIn } from "./rating.ts";
import { type Reasons, reasonsOf } from "./reason.ts";
import {
  bestOf,
  type Chance,
  type Simulation,
  type Spread,
  simulate,
  type Verdict,
  verdictOf,
} from "./simulation.ts";
import type { Swing } from "./tornado.ts";
import { type Triggers, triggersFor } from "./trigger.ts";
import { type AnswerTurn, answerTurns, leadTornado, type WeightTurn, weightTurns } from "./turn.ts";
import { dominators, worth } from "./value.ts";

export interface Ranked extends Chance, Reasons {
  readonly option: OptionKey;
  /** Worth at the weights and answers as they were said, 0 to 1. */
  readonly worth: number;
  /** The option that is nowhere worse and somewhere better; null: none. */
  readonly dominatedBy: OptionKey | null;
  readonly values: readonly { readonly criterion: string; readonly value: number }[];
}

export interface Weighting {
  readonly method: "swing" | "pairs";
  readonly weights: readonly { readonly criterion: string; readonly weight: number }[];
  /** Of the comparisons in pairs; null without any. */
  readonly consistency: Consistency | null;
  /** The labels of the factors whose comparisons contradict each other most; null while they fit. */
  readonly contradiction: readonly string[] | null;
}

export interface Advice {
  readonly recommendation: OptionKey;
  readonly verdict: Verdict;
  readonly firmness: string;
  /** The best first. */
  readonly ranking: readonly Ranked[];
  readonly weighting: Weighting;
  readonly draws: number;
  readonly seed: number | string;
  readonly weightTurns: readonly WeightTurn[];
  readonly answerTurns: readonly AnswerTurn[];
  readonly tornado: readonly Swing[];
  readonly costs: readonly OptionCost[];
  /** When a VP is to be thought of; null where a VP is recommended. */
  readonly vpLater: Triggers | null;
  readonly inputs: readonly Input[];
}

const rated = questions.filter(({ criterion }) => criterion !== null);

/** The advice to answers; what is not answered is read from the company's own data or assumed. */
export function advise(answers: Answers, readings: OwnReadings = {}): Advice {
  const inputs = inputsOf(answers, readings);
  const weights = weightsIn(inputs);
  const ratings = ratingsOf(inputs);
  const costs = costsOf(inputs);
  const worths = ratings.map((row) => worth(weights, row));
  const best = bestOf(worths);
  const by = dominators(ratings);
  const simulation = chancesIn(inputs, ratings, weights, by);
  const reasons = reasonsOf(inputs, weights, costs);
  const recommendation = options[best]?.key ?? "none";
  const share = simulation.chances[best]?.share ?? 0;
  const ranking = options
    .map(({ key }, at) => ({
      option: key,
      worth: worths[at] ?? 0,
      dominatedBy: options[by[at] ?? -1]?.key ?? null,
      values: criteria.map((criterion, one) => ({
        criterion: criterion.key,
        value: ratings[at]?.[one] ?? 0,
      })),
      ...(simulation.chances[at] ?? { share: 0, interval: { low: 0, high: 0 }, regret: 0 }),
      ...(reasons[at] ?? { pro: [], con: [] }),
    }))
    .toSorted((a, b) => b.worth - a.worth);
  const withVp = recommendation === "vp" || recommendation === "both";
  return {
    recommendation,
    verdict: verdictOf(share),
    firmness: firmnessOf(simulation, best),
    ranking,
    weighting: weightingOf(inputs, weights),
    draws: simulation.draws,
    seed: simulation.seed,
    weightTurns: weightTurns(ratings, weights, best),
    answerTurns: answerTurns(rated, inputs, best),
    tornado: leadTornado(rated, inputs, best),
    costs,
    vpLater: withVp ? null : triggersFor(rated, inputs, budgetOfVp(costs)),
    inputs: [...inputs.values()],
  };
}

/** A budget that carries a VP with room to spare, in whole dollars. */
function budgetOfVp(costs: readonly OptionCost[]): number {
  const cost = costs.find(({ option }) => option === "vp")?.costMinor ?? 0n;
  return Number(cost / 70n);
}

/** Ratings lie around what was said: closer where all questions of the criterion were answered than where they were assumed. */
function chancesIn(
  inputs: Inputs,
  ratings: readonly (readonly number[])[],
  weights: readonly number[],
  by: readonly (number | null)[],
): Simulation {
  const vague = criteria.map((criterion) => {
    const asked = askedFor(criterion).map(({ key }) =>
      numberAt(inputs, inputs.get(key)?.origin === "assumed" ? "vague-assumed" : "vague-answered"),
    );
    return asked.reduce((sum, one) => sum + one, 0) / asked.length;
  });
  const spread = (mode: number, half: number): Spread => ({
    low: Math.max(0, mode - half),
    mode,
    high: Math.min(1, mode + half),
  });
  const seed = numberAt(inputs, "seed");
  return simulate({
    options: ratings.map((row) => row.map((value, at) => spread(value, vague[at] ?? 0))),
    shapes: weights.map((weight) => weight * numberAt(inputs, "closeness")),
    out: by.map((one) => one !== null),
    draws: numberAt(inputs, "draws"),
    seed,
    random: seededRandom(seed),
  });
}

function weightingOf(inputs: Inputs, weights: readonly number[]): Weighting {
  const comparisons = comparisonsIn(inputs);
  const triad = comparisons === null ? null : mostInconsistentTriad(comparisons);
  return {
    method: comparisons === null ? "swing" : "pairs",
    weights: criteria.map(({ key }, at) => ({ criterion: key, weight: weights[at] ?? 0 })),
    consistency: comparisons === null ? null : consistencyOf(comparisons),
    contradiction: triad === null ? null : triad.map((at) => factors[at]?.label ?? ""),
  };
}

const percent = (rate: number): string => `${Math.round(rate * 100)} %`;
const sentences: Readonly<Record<Verdict, string>> = {
  robust: "The answer is robust",
  leans: "The answer leans this way",
  "toss-up": "It is a toss-up",
};

function firmnessOf({ chances, draws, seed }: Simulation, best: number): string {
  const { share, interval } = chances[best] ?? { share: 0, interval: { low: 0, high: 0 } };
  const counted = `best in ${percent(share)} (${percent(interval.low)} to ${percent(interval.high)}) of ${plainly(draws)} draws of weights and ratings around yours, seed ${seed}`;
  const other = bestOf(chances.map((chance, at) => (at === best ? -1 : chance.share)));
  const next = options[other]?.label ?? "";
  const rest = `Next is “${next}” with ${percent(chances[other]?.share ?? 0)}.`;
  return `${sentences[verdictOf(share)]}: ${counted}. ${rest}${sameStep(chances, best)}`;
}

/** Options that begin with the same seats are one decision today; said where that is firmer than the option alone. */
function sameStep(chances: readonly Chance[], best: number): string {
  const seatsOf = (at: number) => options[at]?.seats.join() ?? "";
  const same = chances.filter((_, at) => seatsOf(at) === seatsOf(best));
  const share = same.reduce((sum, chance) => sum + chance.share, 0);
  if (same.length < 2 || share - (chances[best]?.share ?? 0) < 0.05) return "";
  return ` Whichever of the options with a Director alone it is, the first step is the same: together they are best in ${percent(share)}.`;
}
