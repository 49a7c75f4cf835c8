/** A question of the adviser, as data: what is asked, what can be answered, and what an answer means. */
import type { FactorKey } from "./option.ts";
import type { Bend } from "./value.ts";

export type Said = number | string;

/** A number, in its unit; `shown` says how people read it. Rates are numbers, with 1 for 100 %. */
export interface NumberForm {
  readonly kind: "number";
  readonly unit: string;
  readonly low: number;
  readonly high: number;
  readonly whole: boolean;
  readonly shown: "plain" | "percent" | "dollars";
}

export interface Choice {
  readonly value: string;
  readonly label: string;
  /** How much of the criterion this asks for, 0 to 1. */
  readonly need: number;
}
export interface ChoiceForm {
  readonly kind: "choice";
  readonly choices: readonly Choice[];
}

export const parts = [
  { key: "size", label: "Size and growth" },
  { key: "complexity", label: "Complexity" },
  { key: "challenges", label: "Present challenges" },
  { key: "budget", label: "Budget and people" },
  { key: "return", label: "What it should bring" },
  { key: "pay", label: "Pay" },
  { key: "weights", label: "What matters how much" },
  { key: "pairs", label: "Factors compared in pairs" },
  { key: "method", label: "How it is worked out" },
] as const;
export type PartKey = (typeof parts)[number]["key"];

/** What a company's own data can answer. */
export const ownFigures = ["sellers", "layers", "pipelines", "cycle", "growth"] as const;
export type OwnFigure = (typeof ownFigures)[number];

export interface Question {
  readonly key: string;
  readonly part: PartKey;
  readonly words: string;
  readonly form: NumberForm | ChoiceForm;
  /** The criterion that an answer rates; null where it is part of the arithmetic only. */
  readonly criterion: string | null;
  /** For a number that rates: how much of the criterion it asks for, as a bent line from 0 to 1. */
  readonly need: readonly Bend[] | null;
  /** What little, some and much of it says about the leader. Null where it rates nothing. */
  readonly meaning: readonly [little: string, some: string, much: string] | null;
  /** What holds where nobody answers; null: it is left out. */
  readonly assumed: Said | null;
  /** Why just that is assumed, with its source where it has one. */
  readonly because: string;
  readonly own: OwnFigure | null;
  /** What the VP seat waits for when it grows: words around the value. Null where it is no trigger. */
  readonly trigger: string | null;
}

const amount = (unit: string, low: number, high: number, shown: NumberForm["shown"], whole: boolean) => ({
  ...({ kind: "number" } as const),
  ...{ unit, low, high, shown, whole },
});
export const count = (unit: string, low: number, high: number): NumberForm =>
  amount(unit, low, high, "plain", true);
export const rate = (low: number, high: number): NumberForm =>
  amount("rate, 0.25 is 25 %", low, high, "percent", false);
export const dollars = (high: number): NumberForm => amount("US dollars a year", 0, high, "dollars", true);
export const plain = (unit: string, low: number, high: number): NumberForm =>
  amount(unit, low, high, "plain", false);

/** A question that rates the options. */
export function rating(
  part: FactorKey,
  criterion: string,
  given: Omit<Question, "part" | "criterion" | "need" | "own" | "trigger"> & {
    need?: readonly Bend[];
    own?: OwnFigure;
    trigger?: string;
  },
): Question {
  const { need = null, own = null, trigger = null, ...rest } = given;
  return { part, criterion, ...rest, need, own, trigger };
}

/** A question whose answer is part of the arithmetic. */
export function reckoning(
  part: PartKey,
  key: string,
  words: string,
  form: Question["form"],
  assumed: Said | null,
  because: string,
): Question {
  const nothing = { criterion: null, need: null, meaning: null, own: null, trigger: null };
  return { key, part, words, form, assumed, because, ...nothing };
}

const grouped = (whole: string): string => whole.replace(/\B(?=(\d{3})+(?!\d))/g, ",");
const trimmed = (number: number, digits: number): string => String(Number(number.toFixed(digits)));

/** "1,234.5" */
export function plainly(number: number): string {
  const [whole = "", fraction] = trimmed(number, 2).split(".");
  return `${grouped(whole)}${fraction === undefined ? "" : `.${fraction}`}`;
}

/** A unit of which there is one: "layers" as "layer". */
const one = (unit: string): string =>
  unit === "people" ? "person" : unit.replace(/ies$/, "y").replace(/s$/, "");

/** An answer as people read it: "42 people", "25 %", "$250,000", or the words of a choice. */
export function saidInWords({ form }: Pick<Question, "form">, said: Said | null): string {
  if (said === null) return "left out";
  if (form.kind === "choice") return form.choices.find(({ value }) => value === said)?.label ?? String(said);
  const number = Number(said);
  if (form.shown === "percent") return `${trimmed(number * 100, 1)} %`;
  if (form.shown === "dollars") return `$${grouped(trimmed(number, 0))}`;
  return `${plainly(number)} ${form.whole && number === 1 ? one(form.unit) : form.unit}`.trimEnd();
}
