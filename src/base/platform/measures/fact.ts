/** Facts: rows of the replica that measures count, add and take the median of, and how they are cut by dimensions. */
import type { Fragment } from "../replica/index.ts";

/** A stretch of time with its name: `endsOn` is the first day after it. Instants are UTC text for the replica. */
export interface Stretch {
  readonly key: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly startInstant: string;
  readonly endInstant: string;
}

/** What a fact needs to know of the question. */
export interface FactAsk {
  /** The day asked about, YYYY-MM-DD. */
  readonly asOf: string;
  /** The end of that day in the workspace's zone, as UTC text: versions that begin before it are known. */
  readonly instant: string;
  readonly currency: string;
  readonly timeZone: string;
  /** The periods that the question is about, for facts that are made period by period. */
  readonly stretches: readonly Stretch[];
  /** The fiscal quarters around the question, for rules that speak of "a later period". */
  readonly quarters: readonly Stretch[];
  /** The columns that will be looked at; all where it is left out. What only others need is not joined (see {@link wants}). */
  readonly columns?: ReadonlySet<string>;
}

/** Whether any of these columns will be looked at. Where none is, its place may hold NULL. */
export function wants(ask: Pick<FactAsk, "columns">, ...columns: readonly string[]): boolean {
  const { columns: looked } = ask;
  return looked === undefined || columns.some((column) => looked.has(column));
}

/** Whether each row falls to one key of the cut, so that the rows of a breakdown add up to the total. */
export function fallsToOne(cut: Cut | null): boolean {
  return cut !== null && !cut.portion && !cut.within;
}

export interface Cut {
  /** JOINs to add after the fact's rows, which stand as `f`. */
  readonly joins: Fragment;
  /** The id of the record cut by; null text where a value has no record. */
  readonly id: Fragment;
  /** The name shown. */
  readonly key: Fragment;
  /** Sorts the rows where the order means something (stages); otherwise the largest figure comes first. */
  readonly order?: Fragment;
  /** Where one fact row falls into several (products): the running weights before and after, and their total. */
  readonly portion?: Portion;
  /** Where another dimension already cuts finer (products within families): its rows are used, with this key. */
  readonly within?: { readonly dimension: string; readonly key: Fragment };
}

/** Running weights: the part of an amount between `before` and `after` of `total`. */
export interface Portion {
  readonly before: Fragment;
  readonly after: Fragment;
  readonly total: Fragment;
}

export interface Fact {
  readonly name: string;
  readonly columns: Readonly<Record<string, "amount" | "number" | "date" | "word">>;
  /** The rows as a query. Every column above, `opportunity_id` where the rows are about opportunities, `stretch_on`, a period's first day, where made period by period. */
  rows(ask: FactAsk): Fragment;
  /** True when rows carry opportunity_id, so that the records behind a figure can be opened. */
  readonly opens: boolean;
  /** True when the rows are made period by period, each with the period's first day as `stretch_on`. */
  readonly byStretch: boolean;
  /** How the fact is cut by a dimension; null where it cannot be. */
  cut(dimension: string, ask: FactAsk): Cut | null;
}
