/** What the states of an opportunity tell at a glance: how long it stood where, and what moved since it was opened. Pure. */
import type { IntervalOut } from "../../history/contract.ts";

/** The states that are believed, in the order of time. */
export function believed(states: readonly IntervalOut[]): IntervalOut[] {
  return states
    .filter(({ supersededAt }) => supersededAt === null)
    .toSorted((a, b) => a.validFrom.localeCompare(b.validFrom));
}

/** Whole days at each stage while it was open, by the stage's id, until `now`; stages passed twice count together. */
export function daysAtStages(
  states: readonly IntervalOut[],
  now: Temporal.Instant,
): ReadonlyMap<string, number> {
  const hours = new Map<string, number>();
  for (const { status, stage, validFrom, validTo } of believed(states)) {
    if (status !== "open" || stage === null) continue;
    const until = validTo === null ? now : Temporal.Instant.from(validTo);
    const stood = Temporal.Instant.from(validFrom).until(until, { largestUnit: "hours" }).hours;
    hours.set(stage.id, (hours.get(stage.id) ?? 0) + Math.max(0, stood));
  }
  return new Map([...hours].map(([id, stood]) => [id, Math.floor(stood / 24)]));
}

export interface DayMoves {
  readonly pushedOut: number;
  readonly pulledIn: number;
  /** How much later the day is now than it was first said to be; negative: earlier. */
  readonly days: number;
  readonly first: string;
}

/** How often the expected day moved while the opportunity was open; null where it never did. */
export function dayMoves(states: readonly IntervalOut[]): DayMoves | null {
  const days = believed(states)
    .filter(({ status }) => status === "open")
    .flatMap(({ closeOn }) => (closeOn === null ? [] : [closeOn]));
  const [first] = days;
  const last = days.at(-1);
  if (first === undefined || last === undefined) return null;
  let [pushedOut, pulledIn] = [0, 0];
  days.forEach((day, at) => {
    const before = days[at - 1];
    if (before === undefined) return;
    if (day > before) pushedOut += 1;
    if (day < before) pulledIn += 1;
  });
  if (pushedOut + pulledIn === 0) return null;
  const moved = Temporal.PlainDate.from(first).until(Temporal.PlainDate.from(last), { largestUnit: "days" });
  return { pushedOut, pulledIn, days: moved.days, first };
}

/** The amount that was said first, where it differs from the present one and is in the same currency; else null. */
export function firstAmount(
  states: readonly IntervalOut[],
  now: { readonly amount: string | null; readonly currency: string },
): string | null {
  const first = believed(states).find(({ amount }) => amount.amount !== null)?.amount;
  if (!first || first.currency !== now.currency || first.amount === now.amount) return null;
  return first.amount;
}
