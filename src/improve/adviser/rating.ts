/** From inputs to values: for each option and criterion a number from 0 to 1, and to each criterion its weight. */
import { type Inputs, numberAt } from "./input.ts";
import { pairsOfFactors, weightKey } from "./method-questions.ts";
import { affordability, type Criterion, criteria, factors, type OptionKey, options } from "./option.ts";
import { costsOf } from "./option-cost.ts";
import { type Comparisons, eigenvectorWeights } from "./pairwise.ts";
import type { Question, Said } from "./question.ts";
import { questions } from "./questions.ts";
import { valueAlong, weightsOf, worth } from "./value.ts";

/** The questions that rate a criterion. */
export const askedFor = (criterion: Criterion): readonly Question[] =>
  questions.filter((question) => question.criterion === criterion.key);

/** How much of its criterion an answer asks for, 0 to 1; null for what is rated by cost. */
export function needOf({ form, need }: Question, said: Said | null): number | null {
  if (form.kind === "choice") return form.choices.find(({ value }) => value === said)?.need ?? null;
  return need === null || said === null ? null : valueAlong(need, Number(said));
}

/** What each option is worth by one question, in the order of the options. */
export function valuesBy(question: Question, criterion: Criterion, inputs: Inputs): number[] {
  const { ratings } = criterion;
  if (ratings === null) {
    // Without a budget only what costs nothing is within it.
    return costsOf(inputs).map(({ ofBudget, costMinor }) =>
      costMinor === 0n ? 1 : ofBudget === null ? 0 : valueAlong(affordability, ofBudget),
    );
  }
  const need = needOf(question, inputs.get(question.key)?.value ?? null) ?? 0;
  const along = ([little, some, much]: readonly [number, number, number]) =>
    valueAlong(
      [
        [0, little],
        [0.5, some],
        [1, much],
      ],
      need,
    );
  return options.map(({ key }) => along(ratings[key]));
}

/** Option by criterion; a criterion with several questions has the mean of what they say. */
export function ratingsOf(inputs: Inputs): number[][] {
  const byCriterion = criteria.map((criterion) => {
    const asked = askedFor(criterion).map((question) => valuesBy(question, criterion, inputs));
    return options.map((_, at) => asked.reduce((sum, row) => sum + (row[at] ?? 0), 0) / asked.length);
  });
  return options.map((_, at) => byCriterion.map((row) => row[at] ?? 0));
}

/** The comparisons of the factors in pairs, or null where none was made. */
export function comparisonsIn(inputs: Inputs): Comparisons | null {
  if (pairsOfFactors.some(({ key }) => inputs.get(key)?.value == null)) return null;
  const said = (one: string, other: string) => {
    const pair = pairsOfFactors.find((each) => each.one.key === one && each.other.key === other);
    return pair === undefined ? null : numberAt(inputs, pair.key);
  };
  return factors.map((row) =>
    factors.map((column) => {
      const above = said(row.key, column.key);
      const below = said(column.key, row.key);
      return above ?? (below === null ? 1 : 1 / below);
    }),
  );
}

/** The weight of each criterion: by points, or the factors' by comparisons and within a factor by points. */
export function weightsIn(inputs: Inputs): number[] {
  const points = criteria.map(({ key }) => numberAt(inputs, weightKey(key)));
  const comparisons = comparisonsIn(inputs);
  if (comparisons === null) return weightsOf(points);
  const ofFactor = new Map(eigenvectorWeights(comparisons).map((weight, at) => [factors[at]?.key, weight]));
  const within = (factor: string) =>
    criteria.reduce((sum, one, at) => sum + (one.factor === factor ? (points[at] ?? 0) : 0), 0);
  return weightsOf(
    criteria.map(({ factor }, at) => {
      const all = within(factor);
      return all === 0 ? 0 : ((points[at] ?? 0) / all) * (ofFactor.get(factor) ?? 0);
    }),
  );
}

/** What each option is worth in all, in the order of the options. */
export function worthsIn(inputs: Inputs): number[] {
  const weights = weightsIn(inputs);
  return ratingsOf(inputs).map((row) => worth(weights, row));
}

export const placeOf = (key: OptionKey): number => options.findIndex((one) => one.key === key);
