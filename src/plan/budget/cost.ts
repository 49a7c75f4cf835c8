/** What selling costs in a span of days, by category: salaries, events, software. */
export interface CostSaid {
  readonly category: string;
  readonly startsOn: Temporal.PlainDate;
  /** The first day that no longer belongs to it. */
  readonly endsOn: Temporal.PlainDate;
  /** Negative where money came back. */
  readonly amountMinor: bigint;
  readonly currency: string;
}

export interface Cost extends CostSaid {
  readonly id: string;
  readonly version: number;
}

/** The reason why a span of days is none, or null. */
export function aCostHasAtLeastADay(cost: Pick<CostSaid, "startsOn" | "endsOn">): string | null {
  if (Temporal.PlainDate.compare(cost.startsOn, cost.endsOn) < 0) return null;
  return `It ends before ${cost.endsOn}, so that it must start earlier than ${cost.startsOn}.`;
}
