/** How much of an answer rests on dates alone, because its source kept no history: counted, and said. */

/** Of the opportunities behind a figure, those of whose state on the day only dates tell. */
export interface Inferred {
  readonly count: number;
  readonly of: number;
}

/** The share as it is answered: null where nothing is inferred. */
export function inferredOf(count: number, of: number): Inferred | null {
  return count === 0 ? null : { count, of };
}

const written = new Intl.NumberFormat("en");

/** A sentence for the reader of the figure; none where nothing is inferred. */
export function inferredNotes(inferred: Inferred | null): string[] {
  if (inferred === null) return [];
  const { count, of } = inferred;
  const who =
    count === of
      ? of === 1
        ? "The one opportunity behind this is"
        : `All ${written.format(of)} opportunities behind this are`
      : `${written.format(count)} of the ${written.format(of)} opportunities behind this ${count === 1 ? "is" : "are"}`;
  return [`${who} known from dates only on that day: their source kept no history of changes.`];
}
