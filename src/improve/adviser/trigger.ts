/** At which figures the VP seat is opened: what the company would have to grow into, and how much of it is enough. */
import { type Inputs, withInput } from "./input.ts";
import { plainly, type Question, type Said, saidInWords } from "./question.ts";
import { needOf, placeOf, worthsIn } from "./rating.ts";

export interface Trigger {
  readonly question: string;
  readonly words: string;
  readonly now: string;
  readonly at: Said;
  readonly atInWords: string;
}

export interface Triggers {
  /** Those that speak most for a VP first. */
  readonly triggers: readonly Trigger[];
  /** With so many of the first of them together a VP, alone or with a Director, is worth most; null: not with all. */
  readonly enough: number | null;
}

/** From this need on a criterion asks for much. */
const much = 0.75;

/** The nearest answer that asks for much; null where it is reached already. */
function valueAtMuch(question: Question, said: Said | null): Said | null {
  if ((needOf(question, said) ?? 1) >= much) return null;
  const { form, need } = question;
  if (form.kind === "choice") return form.choices.find((choice) => choice.need >= much)?.value ?? null;
  const after = need?.findIndex(([, value]) => value >= much) ?? -1;
  const [before, next] = [need?.[after - 1], need?.[after]];
  if (before === undefined || next === undefined) return null;
  const value = before[0] + ((next[0] - before[0]) * (much - before[1])) / (next[1] - before[1]);
  return form.whole ? Math.ceil(value - 1e-9) : roundedUp(value);
}

/** To two digits that count, upwards: a trigger is a round number. */
function roundedUp(value: number): number {
  const unit = 10 ** (Math.floor(Math.log10(value)) - 1);
  return Number((Math.ceil(value / unit - 1e-9) * unit).toPrecision(2));
}

/** How far the better of VP and both stands above the best without a VP. */
function leadOfVp(inputs: Inputs): number {
  const worths = worthsIn(inputs);
  const withVp = [placeOf("vp"), placeOf("both")];
  return (
    Math.max(...withVp.map((at) => worths[at] ?? 0)) -
    Math.max(...worths.filter((_, at) => !withVp.includes(at)))
  );
}

/** The triggers for a VP, and how many are enough. `cost` is what the company would then let the seat cost. */
export function triggersFor(asked: readonly Question[], inputs: Inputs, cost: number): Triggers {
  // Who opens the seat gives it a budget; what is asked is whether the work is there.
  let grown = withInput(inputs, "budget", cost);
  const found = asked
    .filter(({ trigger }) => trigger !== null)
    .flatMap((question) => {
      const input = inputs.get(question.key);
      const at = valueAtMuch(question, input?.value ?? null);
      if (at === null) return [];
      // The words before a count say of what it is one.
      const bare = question.form.kind === "number" && question.form.whole;
      const words = `${question.trigger} ${bare ? plainly(Number(at)) : saidInWords(question, at)}`;
      const trigger = {
        question: question.key,
        words,
        now: input?.valueInWords ?? "",
        at,
        atInWords: saidInWords(question, at),
      };
      return [{ trigger, lead: leadOfVp(withInput(grown, question.key, at)) }];
    })
    .toSorted((a, b) => b.lead - a.lead)
    .map(({ trigger }) => trigger);
  let enough: number | null = null;
  for (const [at, { question, at: value }] of found.entries()) {
    grown = withInput(grown, question, value);
    if (enough === null && leadOfVp(grown) > 0) enough = at + 1;
  }
  return { triggers: found, enough };
}
