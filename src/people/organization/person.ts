/** Somebody who sells or helps to sell; with or without a seat. */
export interface Person {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly email: string | null;
  readonly title: string | null;
  readonly startedOn: Temporal.PlainDate | null;
  readonly leftOn: Temporal.PlainDate | null;
  readonly removedAt: Temporal.Instant | null;
  readonly custom: Readonly<Record<string, string | number | boolean | null>>;
}

/** The reason why somebody's days do not fit together, or null. */
export function nobodyLeavesBeforeTheyStart(person: Pick<Person, "startedOn" | "leftOn">): string | null {
  const { startedOn, leftOn } = person;
  if (startedOn === null || leftOn === null || Temporal.PlainDate.compare(leftOn, startedOn) >= 0)
    return null;
  return `Nobody can leave (${leftOn}) before they start (${startedOn}).`;
}

/** Whether somebody works here on a day. The day on which they left is their last. */
export function worksHereOn(person: Pick<Person, "startedOn" | "leftOn">, date: Temporal.PlainDate): boolean {
  const started = person.startedOn === null || Temporal.PlainDate.compare(person.startedOn, date) <= 0;
  const left = person.leftOn !== null && Temporal.PlainDate.compare(person.leftOn, date) < 0;
  return started && !left;
}
