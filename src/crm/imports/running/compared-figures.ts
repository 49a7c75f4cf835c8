/** The figures of a company as they are, beside those that an import would make of them. */

/** One measure as of today: over all time, or in the present fiscal quarter where it needs a period. */
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
