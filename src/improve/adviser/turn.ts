/** What would change an advice: weights, and single answers. */
import { type Inputs, withInput } from "./input.ts";
import { criteria, type OptionKey, options } from "./option.ts";
import { type Question, type Said, saidInWords } from "./question.ts";
import { worthsIn } from "./rating.ts";
import { bestOf } from "./simulation.ts";
import { type Swing, type Turned, tornado } from "./tornado.ts";
import { criticalWeight, type Row } from "./value.ts";

/** A weight at which another option becomes the best, the other weights keeping their proportions. */
export interface WeightTurn {
  readonly criterion: string;
  readonly weight: number;
  readonly critical: number;
  readonly to: OptionKey;
}

/** For each criterion the nearest weights, below and above, at which the best option is no longer the best. */
export function weightTurns(ratings: readonly Row[], weights: Row, best: number): WeightTurn[] {
  return criteria
    .flatMap(({ key }, at) => {
      const weight = weights[at] ?? 0;
      const turns = options.flatMap(({ key: to }, rival) => {
        if (rival === best) return [];
        const differences = criteria.map(
          (_, one) => (ratings[best]?.[one] ?? 0) - (ratings[rival]?.[one] ?? 0),
        );
        const critical = criticalWeight(weights, differences, at);
        // At a weight of all there is nothing left to scale, and a tie there turns nothing.
        return critical === null || critical > 1 - 1e-9 ? [] : [{ criterion: key, weight, critical, to }];
      });
      const below = turns.filter((turn) => turn.critical < weight);
      const above = turns.filter((turn) => turn.critical >= weight);
      return [nearest(below), nearest(above)].filter((turn) => turn !== null);
    })
    .toSorted((a, b) => Math.abs(a.critical - a.weight) - Math.abs(b.critical - b.weight));
}

function nearest(turns: readonly WeightTurn[]): WeightTurn | null {
  const apart = (turn: WeightTurn) => Math.abs(turn.critical - turn.weight);
  return turns.toSorted((a, b) => apart(a) - apart(b))[0] ?? null;
}

/** An answer that alone makes another option the best. */
export interface AnswerTurn {
  readonly question: string;
  readonly now: string;
  readonly value: Said;
  readonly valueInWords: string;
  /** Whether every value further on does so too, or only this choice does. */
  readonly direction: "at-least" | "at-most" | "exactly";
  readonly to: OptionKey;
}

const steps = 60;

/** For each question the nearest answers with which another option is worth most. */
export function answerTurns(asked: readonly Question[], inputs: Inputs, best: number): AnswerTurn[] {
  return asked.flatMap((question) => {
    const bestWith = (value: Said) => bestOf(worthsIn(withInput(inputs, question.key, value)));
    const now = inputs.get(question.key);
    const turn = (value: Said, direction: AnswerTurn["direction"]): AnswerTurn => ({
      question: question.key,
      now: now?.valueInWords ?? "",
      value,
      valueInWords: saidInWords(question, value),
      direction,
      to: options[bestWith(value)]?.key ?? "none",
    });
    const { form } = question;
    if (form.kind === "choice")
      return form.choices
        .filter(({ value }) => value !== now?.value && bestWith(value) !== best)
        .map(({ value }) => turn(value, "exactly"));
    const at = Number(now?.value ?? form.low);
    const turns = (value: number) => bestWith(value) !== best;
    const up = firstTurn(at, form.high, form.whole, turns);
    const down = firstTurn(at, form.low, form.whole, turns);
    return [
      ...(up === null ? [] : [turn(up, "at-least")]),
      ...(down === null ? [] : [turn(down, "at-most")]),
    ];
  });
}

/**
 * The first value on the way to an end at which something turns, to the unit or the hundredth; null when nothing does.
 * Steps grow with the distance, because a few people more say more to ten than to a thousand.
 */
export function firstTurn(
  from: number,
  to: number,
  whole: boolean,
  turns: (value: number) => boolean,
): number | null {
  const towards = Math.sign(to - from);
  const round = (value: number) => {
    const unit = whole ? 1 : 100;
    const outward = towards > 0 ? Math.ceil(value * unit - 1e-9) : Math.floor(value * unit + 1e-9);
    return outward / unit;
  };
  let near = from;
  for (let step = 1; step <= steps; step++) {
    const far = from + (to - from) * (step / steps) ** 2;
    if (!turns(far)) {
      near = far;
      continue;
    }
    let turned = far;
    for (let half = 0; half < 40; half++) {
      const middle = (near + turned) / 2;
      if (turns(middle)) turned = middle;
      else near = middle;
    }
    const value = round(turned);
    return (value - to) * towards > 0 ? to : value;
  }
  return null;
}

/** How far the lead of the best option goes from one end of each question to the other; the widest first. */
export function leadTornado(asked: readonly Question[], inputs: Inputs, best: number): Swing[] {
  const ends = asked.flatMap(({ key, form, need }): Turned<Said>[] => {
    if (form.kind === "choice") {
      const ordered = form.choices.toSorted((a, b) => a.need - b.need);
      const [low, high] = [ordered[0], ordered.at(-1)];
      return low === undefined || high === undefined ? [] : [{ key, low: low.value, high: high.value }];
    }
    // Beyond the ends of its line a number says nothing more.
    const [low, high] = [need?.[0]?.[0] ?? form.low, need?.at(-1)?.[0] ?? form.high];
    return [{ key, low, high }];
  });
  return tornado<Said>(ends, (key, value) => leadOf(worthsIn(withInput(inputs, key, value)), best)).filter(
    ({ width }) => width > 1e-9,
  );
}

/** By how much one option is worth more than the best of the others. */
export function leadOf(worths: Row, option: number): number {
  return (worths[option] ?? 0) - Math.max(...worths.filter((_, at) => at !== option));
}
