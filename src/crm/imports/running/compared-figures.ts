/** The figures of a company as they are, beside those that an import would make of them. */
import type { Clock } from "#base/kernel";
import type { Db, Replica } from "#base/platform";

/** One measure over all time, as of today. */
export interface StandingFigure {
  readonly measure: string;
  readonly label: string;
  /** money, rate (0 to 1), days, count, ratio or money-per-day. */
  readonly unit: string;
  /** Of money; null for all else. */
  readonly currency: string | null;
  /** Money as a decimal text, all else a number; null where there is none. */
  readonly value: string | number | null;
}

/** What a capability to the right of crm, which knows measures, lets a dry run compare. */
export interface ComparedFigures {
  /** Tables that figures rest on, to be copied whether or not the files speak of them. */
  readonly tables: readonly string[];
  /** The figures of the record. */
  now(on: { db: Db; replica: Replica; clock: Clock }, workspaceId: string): Promise<StandingFigure[]>;
  /** The figures of a copy of the record; `directory` is free to be written in, and is removed with the copy. */
  onCopy(on: { db: Db; directory: string; clock: Clock }, workspaceId: string): Promise<StandingFigure[]>;
}

/** A measure before and after; null where there is no figure. */
export interface ComparedFigure extends Omit<StandingFigure, "value"> {
  readonly before: StandingFigure["value"];
  readonly after: StandingFigure["value"];
}

/** Puts the figures of one measure beside each other. A measure without a figure on either side is left out. */
export function compared(
  before: readonly StandingFigure[],
  after: readonly StandingFigure[],
): ComparedFigure[] {
  return after.flatMap(({ value, ...figure }) => {
    const was = before.find((one) => one.measure === figure.measure)?.value ?? null;
    return was === null && value === null ? [] : [{ ...figure, before: was, after: value }];
  });
}
