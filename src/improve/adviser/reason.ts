/** What speaks for an option: where it stands above the middle of all. What speaks against it: where another fits better. */
import type { Inputs } from "./input.ts";
import { criteria, type OptionKey, options } from "./option.ts";
import type { OptionCost } from "./option-cost.ts";
import type { Question } from "./question.ts";
import { askedFor, needOf, valuesBy } from "./rating.ts";
import { bestOf } from "./simulation.ts";

export interface Reason {
  readonly criterion: string;
  readonly question: string;
  /** For: weight × how far above the middle of all options. Against: weight × how far below the best, as less than 0. */
  readonly contribution: number;
  /** Against: the option that fits best there. */
  readonly better: OptionKey | null;
  readonly words: string;
}

export interface Reasons {
  readonly pro: readonly Reason[];
  readonly con: readonly Reason[];
}

const most = 3;
/** Smaller contributions are no reason. */
const least = 0.004;

const mean = (row: readonly number[]): number => row.reduce((sum, one) => sum + one, 0) / row.length;

/** The weightiest reasons for and against each option, in the order of the options; a criterion gives one each. */
export function reasonsOf(
  inputs: Inputs,
  weights: readonly number[],
  costs: readonly OptionCost[],
): Reasons[] {
  const asked = criteria.flatMap((criterion, at) =>
    askedFor(criterion).map((question, _, all) => {
      const values = valuesBy(question, criterion, inputs);
      return { criterion, question, values, weight: (weights[at] ?? 0) / all.length };
    }),
  );
  return options.map((_, option) => {
    const reasons = asked.map(({ criterion, question, values, weight }) => {
      const value = values[option] ?? 0;
      const best = bestOf(values);
      const about = {
        criterion: criterion.key,
        question: question.key,
        words: wordsFor(question, inputs, costs[option]),
      };
      return {
        pro: { ...about, contribution: weight * (value - mean(values)), better: null },
        con: {
          ...about,
          contribution: weight * (value - (values[best] ?? 0)),
          better: options[best]?.key ?? null,
        },
      };
    });
    return {
      pro: weightiest(
        reasons.map(({ pro }) => pro),
        1,
      ),
      con: weightiest(
        reasons.map(({ con }) => con),
        -1,
      ),
    };
  });
}

/** The largest contributions of one sign, the largest of each criterion. */
function weightiest(reasons: readonly Reason[], sign: 1 | -1): Reason[] {
  const ordered = reasons
    .filter(({ contribution }) => contribution * sign >= least)
    .toSorted((a, b) => (b.contribution - a.contribution) * sign);
  return ordered
    .filter((one, at) => ordered.findIndex(({ criterion }) => criterion === one.criterion) === at)
    .slice(0, most);
}

function wordsFor(question: Question, inputs: Inputs, cost: OptionCost | undefined): string {
  const meaning = question.meaning ?? ["", "", ""];
  if (question.need === null && question.form.kind === "number") {
    const share = cost?.ofBudget ?? null;
    if (share === null) return "There is no budget";
    if (share === 0) return "It costs nothing";
    const sentence = meaning[share <= 0.7 ? 0 : share <= 1 ? 1 : 2];
    return `${sentence} (${Math.round(share * 100)} % of it)`;
  }
  const input = inputs.get(question.key);
  const need = needOf(question, input?.value ?? null) ?? 0;
  const sentence = meaning[need < 1 / 3 ? 0 : need <= 2 / 3 ? 1 : 2];
  // The words of a choice are in the sentence already; a number is not.
  const facts = [
    ...(question.form.kind === "number" ? [input?.valueInWords ?? ""] : []),
    ...(input?.origin === "assumed" ? ["assumed"] : []),
  ];
  return facts.length === 0 ? sentence : `${sentence} (${facts.join(", ")})`;
}
