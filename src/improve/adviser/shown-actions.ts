/** An advice as it crosses the wire and as the command line gives it: amounts as text, labels and sentences beside keys. */
import { moneyText } from "#base/wire";
import { type Advice, advise } from "./advice.ts";
import type { AdviceOut } from "./contract.ts";
import { type OwnReadings, readAnswers } from "./input.ts";
import { criteria, type OptionKey, optionOf } from "./option.ts";
import type { OptionCost } from "./option-cost.ts";
import { questionNamed } from "./questions.ts";
import { seatBands } from "./seat-band-actions.ts";

/** Bands are in US dollars, and so is all that follows from them. */
const dollars = (amountMinor: bigint) => ({
  amount: moneyText(amountMinor, "USD").amount ?? "0",
  currency: "USD",
});
const labelOf = (key: OptionKey): string => optionOf(key).label;
const percent = (rate: number): string => `${Math.round(rate * 100)} %`;
const criterionOf = (key: string): string => criteria.find((one) => one.key === key)?.label ?? key;

/** Reads what was said and advises on it. Refuses answers that are none, each by its key. */
export function adviseOn(said: Readonly<Record<string, unknown>>, readings: OwnReadings = {}): AdviceOut {
  return shownAdvice(advise(readAnswers(said), readings));
}

function shownAdvice(advice: Advice): AdviceOut {
  const { recommendation, verdict, firmness, weighting, draws, seed, vpLater } = advice;
  const costs = new Map(advice.costs.map((cost) => [cost.option, cost]));
  return {
    ...{ recommendation, label: labelOf(recommendation), verdict, firmness, draws, seed },
    ranking: advice.ranking.map((one) => ({
      ...one,
      label: labelOf(one.option),
      interval: { ...one.interval },
      values: [...one.values],
      pro: [...one.pro],
      con: [...one.con],
      ...shownCost(costs.get(one.option)),
    })),
    weighting: {
      method: weighting.method,
      weights: weighting.weights.map((one) => ({ ...one, label: criterionOf(one.criterion) })),
      consistency: weighting.consistency,
      contradiction: weighting.contradiction === null ? null : [...weighting.contradiction],
    },
    changes: changesIn(advice),
    tornado: advice.tornado.map(({ key, ...swing }) => ({
      question: key,
      words: questionNamed(key)?.words ?? key,
      ...swing,
    })),
    vpLater:
      vpLater === null
        ? null
        : {
            triggers: vpLater.triggers.map(({ question, words, now, at }) => ({ question, words, now, at })),
            enough: vpLater.enough,
            words: triggerWords(vpLater.enough),
          },
    bands: seatBands(),
    inputs: [...advice.inputs],
  };
}

function shownCost(cost: OptionCost | undefined) {
  return {
    cost: dollars(cost?.costMinor ?? 0n),
    ofBudget: cost?.ofBudget ?? null,
    benefit: dollars(cost?.benefitMinor ?? 0n),
    costOverBenefit: cost?.ratio ?? null,
    gainNeeded: cost?.gainNeeded ?? null,
  };
}

function changesIn(advice: Advice): AdviceOut["changes"] {
  return {
    weights: advice.weightTurns.map((turn) => ({
      ...turn,
      label: criterionOf(turn.criterion),
      words: `“${criterionOf(turn.criterion)}” weighs ${percent(turn.weight)}; ${turn.critical < turn.weight ? "below" : "above"} ${percent(turn.critical)} it is “${labelOf(turn.to)}”`,
    })),
    answers: advice.answerTurns.map(({ valueInWords, ...turn }) => {
      const asked = questionNamed(turn.question)?.words ?? turn.question;
      const bound = { "at-least": "from ", "at-most": "up to ", exactly: "with " }[turn.direction];
      const quoted = turn.direction === "exactly" ? `“${valueInWords}”` : valueInWords;
      return {
        ...turn,
        words: `${asked} Now ${turn.now}; ${bound}${quoted} it is “${labelOf(turn.to)}”`,
      };
    }),
  };
}

function triggerWords(enough: number | null): string {
  if (enough === 0) return "A VP would be worth most already, were the budget there.";
  if (enough === null) return "Not even all of these together make a VP worth most at these weights.";
  return enough === 1
    ? "The first of these is enough to make a VP worth most, once the budget is there."
    : `The first ${enough} of these together make a VP worth most, once the budget is there.`;
}
