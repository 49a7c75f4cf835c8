/** A sample company of some seed in a database of its own, asked through the real routes. */
import { fixedClock } from "#base/kernel";
import { castOf, foundSampleCompany } from "#test/cast";
import { freshDatabase } from "../database.ts";
import { type World, worldOn } from "./world.ts";

/** The last day of which the sample company tells something. */
export const lastDay = Temporal.PlainDate.from("2026-11-15");
export const firstDay = Temporal.PlainDate.from("2024-08-01");
const clock = fixedClock(
  lastDay.toZonedDateTime({ timeZone: "America/New_York", plainTime: "18:00" }).toInstant(),
);

export async function openSample(seed: string, size: number): Promise<World> {
  const database = await freshDatabase();
  const workspaceId = await foundSampleCompany(database.db, castOf(seed, size), clock);
  return worldOn(database, workspaceId, clock);
}

/** A day of the sample company's time by a number from 0 on. */
export function dayBy(n: number): Temporal.PlainDate {
  return firstDay.add({ days: n % (firstDay.until(lastDay).days + 1) });
}
