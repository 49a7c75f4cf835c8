import type { Day } from "./days.ts";
import type { RegionKey } from "./regions.ts";

/** Who works a seat: a person (by number on the staff) from a day until the day before `to`. */
export interface Hold {
  person: number;
  from: Day;
  to: Day;
}

/** A book of business. It stays when people leave: somebody else takes it over, with its open opportunities. */
export interface Seat {
  kind: "rep" | "csm" | "sdr";
  region: RegionKey;
  acquired: boolean;
  /** In order, without a gap, from ever to ever. */
  holds: readonly Hold[];
}

/** The person who works the seat on a day. */
export function holderOf(seat: Seat, day: Day): number {
  for (const hold of seat.holds) if (day < hold.to) return hold.person;
  throw new RangeError("A seat is held at any time.");
}

/** The days after `from` and before `until` on which the seat changes hands. */
export function handoversOf(seat: Seat, from: Day, until: Day): Day[] {
  return seat.holds.map((hold) => hold.from).filter((day) => day > from && day < until);
}

export const ever = { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY } as const;
