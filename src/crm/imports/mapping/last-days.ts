/** Whether an end that a file states is the last day on which something holds, or the first on which it does not. */
type Day = Temporal.PlainDate;

export interface Span {
  /** Who or what the span is of. */
  readonly of: string;
  readonly startsOn: Day | null;
  readonly endsOn: Day | null;
}

export interface EndsFound {
  /** Ends after which the next span begins on the following day. */
  readonly before: number;
  /** Ends on which the next span begins. */
  readonly same: number;
}

/** Counts how spans of the same one follow each other. */
export function endsFound(spans: readonly Span[]): EndsFound {
  let [before, same] = [0, 0];
  for (const own of Map.groupBy(spans, (span) => span.of).values()) {
    const begun = own.flatMap((span) =>
      span.startsOn === null ? [] : [{ ...span, startsOn: span.startsOn }],
    );
    const sorted = begun.toSorted((a, b) => Temporal.PlainDate.compare(a.startsOn, b.startsOn));
    for (const [at, span] of sorted.entries()) {
      const next = sorted[at + 1];
      if (next === undefined || span.endsOn === null) continue;
      const days = span.endsOn.until(next.startsOn).days;
      if (days === 1) before += 1;
      if (days === 0) same += 1;
    }
  }
  return { before, same };
}

/** Whether ends are last days: unless more spans begin on the very day on which the one before ends. */
export const areLastDays = ({ before, same }: EndsFound): boolean => same <= before;
