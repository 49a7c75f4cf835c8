/** Who sees a record, and why. */
import { type Clock, endOfDay, today } from "#base/kernel";
import type { Db, Sight } from "#base/platform";
import { dayOf } from "#base/wire";
import { requireFound, type SeatReach, type SeenThrough, seatReaches, whySeen, workspaceOf } from "#people";
import { nameOf, type SeenNoun, waysToSee } from "./ways-store.ts";

function judged({ role, reach, rights, reached }: SeatReach, ways: readonly SeenThrough[]) {
  if (!rights.includes("records.read"))
    return { sees: false, because: `A ${role.name} does not see records.` };
  if (reach === "company") return { sees: true, because: `A seat as ${role.name} sees everybody's records.` };
  const by = new Map([...(reached ?? [])].map(([id, one]) => [id, one.by]));
  const because = whySeen(ways, by);
  if (because !== null) return { sees: true, because };
  return { sees: false, because: "Nobody whose records they reach has anything to do with it." };
}

/**
 * The seats that were open on a day (today when none is given), each with whether it sees the record and why, those that
 * do first. Refuses a record that is not there.
 */
export async function showSeenBy(
  db: Db,
  { workspaceId }: Sight,
  clock: Clock,
  { noun, id }: { readonly noun: SeenNoun; readonly id: string },
  asOf: string | undefined,
) {
  const { timeZone } = await workspaceOf(db, workspaceId);
  const present = today(clock, timeZone);
  const day = dayOf(asOf ?? null) ?? present;
  const asked = { workspaceId, id, instant: endOfDay(day, timeZone) };
  const name = requireFound(await nameOf(db, asked, noun), noun);
  const ways = await waysToSee(db, asked, noun);
  const seats = await seatReaches(db, workspaceId, day);
  const items = seats.map((seat) => ({
    person: { id: seat.personId, name: seat.name },
    role: seat.role.name,
    ...judged(seat, ways),
  }));
  return {
    noun,
    id,
    name,
    asOf: day.toString(),
    items: items.toSorted((a, b) => Number(b.sees) - Number(a.sees)),
    note: day.equals(present)
      ? null
      : "Owners, reporting lines, teams and seats are those of that day; shares in opportunities, the parts of contacts and what each access role includes are those of today.",
  };
}
