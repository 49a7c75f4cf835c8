/** An advice that is kept under a title: the answers that were given, and what was told on them. */
import type { Answers } from "./input.ts";

export interface SavedAdvice<Told> {
  readonly id: string;
  readonly version: number;
  readonly title: string;
  readonly savedAt: Temporal.Instant;
  readonly answers: Answers;
  /** As it was told when it was saved: figures and ratings may have changed since. */
  readonly told: Told;
}

/** What a list says of a saved advice. */
export interface SavedHead {
  readonly id: string;
  readonly version: number;
  readonly title: string;
  readonly savedAt: Temporal.Instant;
  readonly recommendation: string;
  readonly label: string;
  readonly verdict: string;
  /** Of all draws, in how many the recommended option was the best. */
  readonly share: number;
}

/** The reason why an id cannot be given to what is said, or null: it is free, or what has it says the same. */
export function anAdviceIsSavedOnce(
  there: Pick<SavedAdvice<unknown>, "title"> & { readonly answers: unknown },
  said: { readonly title: string; readonly answers: Answers },
): string | null {
  const entries = (answers: unknown) => JSON.stringify(Object.entries(answers as Answers).toSorted());
  const same = there.title === said.title && entries(there.answers) === entries(said.answers);
  return same ? null : "Another advice has this id already: save this one under an id of its own.";
}

interface Told {
  readonly ranking: readonly {
    readonly option: string;
    readonly label: string;
    readonly worth: number;
    readonly share: number;
    readonly cost: { readonly amount: string; readonly currency: string };
  }[];
  readonly inputs: readonly {
    readonly key: string;
    readonly words: string;
    readonly valueInWords: string;
    readonly origin: string;
  }[];
}

/** Where two advices differ: each option in both, in the order of the first, and the inputs that are not the same. */
export function differencesOf(one: Told, other: Told) {
  const options = one.ranking.flatMap((ranked) => {
    const same = other.ranking.find(({ option }) => option === ranked.option);
    const figures = ({ worth, share, cost }: Told["ranking"][number]) => ({ worth, share, cost });
    if (same === undefined) return [];
    return [{ option: ranked.option, label: ranked.label, one: figures(ranked), other: figures(same) }];
  });
  const told = (input: Told["inputs"][number] | undefined) =>
    input === undefined ? "not asked" : `${input.valueInWords} (${input.origin})`;
  const keys = new Map([...other.inputs, ...one.inputs].map(({ key, words }) => [key, words]));
  const inputs = [...keys].flatMap(([key, words]) => {
    const find = ({ inputs: all }: Told) => told(all.find((input) => input.key === key));
    const both = { one: find(one), other: find(other) };
    return both.one === both.other ? [] : [{ key, words, ...both }];
  });
  return { options, inputs };
}
