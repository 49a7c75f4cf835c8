/** What is to be booked in a span of days: by a person, or by the company as a whole. */
export interface TargetSaid {
  /** Null: the company as a whole. */
  readonly personId: string | null;
  readonly startsOn: Temporal.PlainDate;
  /** The first day that no longer belongs to it. */
  readonly endsOn: Temporal.PlainDate;
  readonly amountMinor: bigint;
  readonly currency: string;
}

export interface Target extends TargetSaid {
  readonly id: string;
  readonly version: number;
  readonly personName: string | null;
}

/** The reason why a span of days is none, or null. */
export function aTargetHasAtLeastADay(target: Pick<TargetSaid, "startsOn" | "endsOn">): string | null {
  if (Temporal.PlainDate.compare(target.startsOn, target.endsOn) < 0) return null;
  return `It ends before ${target.endsOn}, so that it must start earlier than ${target.startsOn}.`;
}

/** The reason why an amount is no target, or null. */
export function aTargetIsNotNegative(target: Pick<TargetSaid, "amountMinor">): string | null {
  return target.amountMinor < 0n ? "A target is not less than nothing." : null;
}
