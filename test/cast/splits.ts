import type { LivedOpportunity } from "./opportunity.ts";
import { holderOf } from "./seats.ts";
import type { Setting } from "./setting.ts";

const shares: readonly (readonly string[])[] = [
  ["0.700000", "0.300000"],
  ["0.500000", "0.500000"],
  ["0.500000", "0.300000", "0.200000"],
];

/**
 * Who shares an opportunity with its owner, and how: about one in seven of new business. The others are sellers or
 * sales developers of the same region who held their seats when it began. Shares add up to 1.
 */
export function splitsOf(setting: Setting, lived: LivedOpportunity, owner: number): [number, string][] {
  const { pipeline, market, chance, createdDay } = lived;
  if (pipeline.key === "renewal" || !chance.happens(0.15)) return [];
  const split = chance.weighted([
    [0, 5],
    [1, 3],
    [2, 2],
  ] as const);
  const parts = shares[split] ?? [];
  const { seats } = setting.organization;
  const near = seats.filter(
    (seat) => seat.region === market.region && seat.kind !== "csm" && seat.acquired === market.acquired,
  );
  const people = [owner];
  for (let attempt = 0; attempt < 12 && people.length < parts.length; attempt++) {
    const other = holderOf(chance.oneOf(near), createdDay);
    if (!people.includes(other)) people.push(other);
  }
  return people.length < parts.length ? [] : people.map((person, at) => [person, parts[at] ?? "0"]);
}
