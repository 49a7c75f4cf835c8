/**
 * How a measure is said, once. From a definition follow the SQL, the API, the command line, the screens, the glossary
 * and the drill-through. Definitions are plain values: words, facts, conditions and a pure formula.
 */

import { type ShareInterval, wilsonInterval } from "../../kernel/index.ts";

/** money: minor units of the workspace's currency · rate: 0–1 · days: 24-hour days · ratio: a plain quotient. */
export type Unit = "money" | "rate" | "days" | "count" | "ratio" | "money-per-day";

export interface Switch {
  readonly label: string;
  /** The first option is the default. */
  readonly options: Readonly<Record<string, string>>;
}

export type Condition =
  | { readonly column: string; readonly is: string | number | boolean }
  | { readonly column: string; readonly oneOf: readonly string[] }
  | { readonly column: string; readonly known: boolean };

export type Take =
  | { readonly of: "count" }
  /** Different opportunities, each once. */
  | { readonly of: "opportunities" }
  | { readonly of: "sum"; readonly column: string }
  | { readonly of: "median" | "mean" | "p75" | "p90"; readonly column: string };

/** One number that a formula needs: from which fact, which rows, placed in the period by which date, and what of them. */
export interface Component {
  readonly fact: string;
  readonly keep: readonly Condition[];
  /** The fact's date column that places a row in the period; null when the fact itself is cut by periods. */
  readonly period: string | null;
  readonly take: Take;
  /** The word for these rows in a list of records, for example "won". */
  readonly part: string;
}

export interface Taken {
  /** A bigint for sums and counts, a number for days, null when there was nothing to take. */
  readonly value: bigint | number | null;
  readonly n: number;
}

export interface Figure {
  /** Money in minor units as bigint, everything else as number; null comes with a reason. */
  readonly value: bigint | number | null;
  readonly n: number;
  readonly reason: string | null;
  /** Of a share of a count: where it likely lies, see kernel/proportion.ts. Money and days have none. */
  readonly interval?: ShareInterval;
}

export type Choice = Readonly<Record<string, string>>;

export interface Measure {
  /** kebab-case. */
  readonly name: string;
  readonly label: string;
  readonly sentence: string;
  readonly formula: string;
  readonly unit: Unit;
  readonly grain: string;
  /** What places a record in a period, in words. */
  readonly period: string;
  /** Where the formula comes from. */
  readonly source: string;
  readonly switches: Readonly<Record<string, Switch>>;
  /** True when the measure makes no sense without a period. */
  readonly needsPeriod?: boolean;
  /** The fiscal period that its facts are made for, each by itself, however long the period asked for is. */
  readonly lock?: "quarter";
  components(choice: Choice): Readonly<Record<string, Component>>;
  finish(taken: Readonly<Record<string, Taken>>, choice: Choice): Figure;
}

/** A figure that is there. */
export function figure(value: bigint | number, n: number): Figure {
  return { value, n, reason: null };
}

/** A share of a count with its interval; without anything to take a share of, no figure and why. */
export function proportion(hits: number, trials: number, nothing: string): Figure {
  if (trials === 0) return empty(nothing);
  return { ...figure(hits / trials, trials), interval: wilsonInterval(hits, trials) };
}

/** No figure, and why. Never a zero in its place. */
export function empty(reason: string, n = 0): Figure {
  return { value: null, n, reason };
}

/** The default of every switch, with what the asker chose instead. Unknown names and choices are left to the caller. */
export function defaultChoice(measure: Measure): Record<string, string> {
  return Object.fromEntries(
    Object.entries(measure.switches).map(([name, { options }]) => [name, Object.keys(options)[0] ?? ""]),
  );
}

export interface Dimension {
  readonly name: string;
  readonly label: string;
  readonly sentence: string;
  readonly kind: "record" | "time" | "field";
}
