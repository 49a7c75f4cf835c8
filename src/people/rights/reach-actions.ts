/** The verbs about reach: share somebody's records, end a share, tell whom somebody reaches and why. */
import { type Clock, endOfDay, newId, refuse, today } from "#base/kernel";
import { type Actor, type Db, everyRight, type Sight } from "#base/platform";
import { dayOf, textOf } from "#base/wire";
import { requirePerson } from "../organization/person-actions.ts";
import { findPerson } from "../organization/person-store.ts";
import { refuseBecause, requireFound } from "../refusals.ts";
import { workspaceOf } from "../workspace/actions.ts";
import { accessRolesOf } from "./access-role-actions.ts";
import type { SharedAccessOut } from "./contract.ts";
import { type ReachedBy, reachedBecause, whyNotShared } from "./reach.ts";
import { reachedWithReasons, seatsAt } from "./reached-store.ts";
import { reachWords, rightWords } from "./right.ts";
import * as store from "./shared-access-store.ts";

function shown(share: store.SharedAccess, day: Temporal.PlainDate): SharedAccessOut {
  const { compare } = Temporal.PlainDate;
  return {
    id: share.id,
    version: share.version,
    owner: { id: share.ownerId, name: share.ownerName },
    person: { id: share.personId, name: share.personName },
    startsOn: share.startsOn.toString(),
    endsOn: textOf(share.endsOn),
    reason: share.reason,
    holds: compare(share.startsOn, day) <= 0 && (share.endsOn === null || compare(day, share.endsOn) < 0),
  };
}

async function dayHere(db: Db, workspaceId: string, clock: Clock): Promise<Temporal.PlainDate> {
  return today(clock, (await workspaceOf(db, workspaceId)).timeZone);
}

/** Whose records are shared with whom. */
export async function showSharedAccess(db: Db, sight: Sight, clock: Clock) {
  const day = await dayHere(db, sight.workspaceId, clock);
  return { items: (await store.listShares(db, sight)).map((share) => shown(share, day)) };
}

/** Shares the records of a person with another. Refuses people who are not there, and days that hold nothing. */
export async function shareAccess(
  db: Db,
  workspaceId: string,
  clock: Clock,
  given: { ownerId: string; personId: string; startsOn: string; endsOn: string | null; reason: string },
): Promise<SharedAccessOut> {
  const share = {
    ...given,
    id: newId(clock),
    startsOn: Temporal.PlainDate.from(given.startsOn),
    endsOn: dayOf(given.endsOn) ?? null,
  };
  refuseBecause(whyNotShared(share), share.ownerId === share.personId ? "personId" : "endsOn");
  await requirePerson(db, workspaceId, share.ownerId, "ownerId");
  await requirePerson(db, workspaceId, share.personId, "personId");
  await store.insertShare(db, workspaceId, share);
  const found = requireFound(await store.findShare(db, workspaceId, share.id), "share of access");
  return shown(found, await dayHere(db, workspaceId, clock));
}

/** Ends a share today. Refuses one that has ended. */
export async function endSharedAccess(db: Db, workspaceId: string, clock: Clock, id: string) {
  const share = requireFound(await store.findShare(db, workspaceId, id), "share of access");
  const day = await dayHere(db, workspaceId, clock);
  if (share.endsOn !== null && Temporal.PlainDate.compare(share.endsOn, day) <= 0) {
    refuse("conflict", `It ended on ${share.endsOn}.`, { fix: "There is nothing to do." });
  }
  await store.endShare(db, workspaceId, id, day);
  return { ended: true };
}

/** Whom a person's seat reaches on a day; null: everybody, or no seat then (`role` is null). */
export interface SeatReach {
  readonly personId: string;
  readonly name: string;
  readonly role: { readonly key: string; readonly name: string };
  readonly rights: readonly string[];
  readonly reach: "company" | "line" | "team" | "own";
  readonly reached: ReadonlyMap<string, { readonly name: string; readonly by: ReachedBy }> | null;
}

/** The seats that were open on a day, each with its rights and whom it reaches; `only`: of one person. */
export async function seatReaches(
  db: Db,
  workspaceId: string,
  day: Temporal.PlainDate,
  only: string | null = null,
): Promise<SeatReach[]> {
  const { timeZone } = await workspaceOf(db, workspaceId);
  const roles = await accessRolesOf(db, workspaceId);
  const open = await seatsAt(db, workspaceId, endOfDay(day, timeZone));
  const found: SeatReach[] = [];
  for (const { personId, name, role: key } of open) {
    if (only !== null && personId !== only) continue;
    const role = roles.find((one) => one.key === key) ?? { name: key, rights: [], reach: "own" as const };
    const reached =
      role.reach === "company" ? null : await reachedWithReasons(db, workspaceId, personId, role.reach, day);
    found.push({
      personId,
      name,
      role: { key, name: role.name },
      rights: role.rights,
      reach: role.reach,
      reached: reached && new Map(reached.map(({ id, name: who, by }) => [id, { name: who, by }])),
    });
  }
  return found;
}

/** What a person's seat lets them do on a day, and whose records they see. Refuses who is not in the records. */
export async function showReach(
  db: Db,
  { workspaceId }: Pick<Actor, "workspaceId">,
  clock: Clock,
  id: string,
  asOf: string | undefined,
) {
  const person = requireFound(await findPerson(db, workspaceId, id), "person");
  const day = dayOf(asOf ?? null) ?? (await dayHere(db, workspaceId, clock));
  const [seat] = await seatReaches(db, workspaceId, day, id);
  const of = { asOf: day.toString(), person: { id, name: person.name } };
  if (!seat) {
    const sentence = `${person.name} had no seat on ${day}, and so saw nothing.`;
    return { ...of, role: null, rights: [], reach: null, sentence, people: [] };
  }
  return {
    ...of,
    role: seat.role,
    rights: everyRight
      .filter((right) => seat.rights.includes(right))
      .map((right) => ({ right, words: rightWords[right] ?? right })),
    reach: seat.reach,
    sentence: `As ${seat.role.name}, ${person.name} sees ${reachWords[seat.reach]}.`,
    people:
      seat.reached &&
      [...seat.reached].map(([who, { name, by }]) => ({
        id: who,
        name,
        because: `${reachedBecause(name, by)}.`,
      })),
  };
}
