/** What those who manage access do about seats: invite, change, hand out another link, end. */
import { randomBytes } from "node:crypto";
import { type Clock, newId, refuse, today } from "#base/kernel";
import { type Actor, type Approach, type Db, permissionsOf, refuseStale, type Sight } from "#base/platform";
import { findPerson } from "../organization/person-store.ts";
import { refuseBecause, requireFound, requireKnown } from "../refusals.ts";
import { accessRolesOf } from "../rights/access-role-actions.ts";
import type { CompanyRole } from "../rights/access-roles.ts";
import { workspaceOf } from "../workspace/actions.ts";
import {
  type Giver,
  type Holder,
  invitationExpiry,
  seatState,
  signInAddress,
  whyNoAddress,
  whyNoWayIn,
  whyRoleIsOutOfReach,
  whySeatIsOutOfReach,
} from "./seat.ts";
import * as store from "./seat-store.ts";
import { removeFactor } from "./secret-store.ts";
import { newToken, tokenHashOf } from "./token-actions.ts";

/** Who manages access, and what it is done with. */
export interface Managing {
  readonly db: Db;
  readonly actor: Actor;
  readonly clock: Clock;
}

/** The company's roles by key: what a seat's key stands for. */
type Roles = readonly CompanyRole[];
const roleOf = (roles: Roles, key: string) => roles.find((role) => role.key === key);
const giverOf = (actor: Actor): Giver => ({ personId: actor.personId, rights: permissionsOf(actor) });

/** Refuses with 403 what a rule about who may do it forbids. */
function deny(reason: string | null, fix = "Ask somebody whose seat has more rights, or the owner."): void {
  if (reason !== null) refuse("denied", reason, { fix });
}

function shown(
  seat: store.HeldSeat & Partial<store.ListedSeat>,
  { actor, clock }: Omit<Managing, "db">,
  roles: Roles,
) {
  const role = roleOf(roles, seat.accessRole);
  const usable = seat.linkUntil && Temporal.Instant.compare(clock.now(), seat.linkUntil) < 0;
  return {
    id: seat.id,
    version: seat.version,
    person: { id: seat.personId, name: seat.personName },
    email: seat.email,
    role: { key: seat.accessRole, name: role?.name ?? seat.accessRole },
    state: seatState(seat),
    twoFactor: seat.hasFactor,
    seenAt: seat.seenAt?.toString() ?? null,
    linkUntil: usable ? (seat.linkUntil?.toString() ?? null) : null,
    noWayIn: seat.endedAt === null ? whyNoWayIn(seat, today(clock, seat.timeZone)) : null,
    fixed: whySeatIsOutOfReach(giverOf(actor), seat, role),
  };
}

export async function showSeats(managing: Managing, sight: Sight) {
  const roles = await accessRolesOf(managing.db, sight.workspaceId);
  return { items: (await store.listSeats(managing.db, sight)).map((seat) => shown(seat, managing, roles)) };
}

/** One seat as it is shown in the list. */
async function showSeat(managing: Managing, sight: Sight, id: string) {
  const { items } = await showSeats(managing, sight);
  return requireFound(
    items.find((seat) => seat.id === id),
    "seat",
  );
}

/** Gives a person a seat and a link to it. Refuses a role out of reach, a second seat, and who left or was removed. */
export async function inviteTo(
  managing: Managing,
  sight: Sight,
  approach: Approach,
  wanted: { personId: string; accessRole: string; email?: string | undefined },
) {
  const { db, actor, clock } = managing;
  const { workspaceId } = actor;
  const roles = await accessRolesOf(db, workspaceId);
  deny(whyRoleIsOutOfReach(giverOf(actor), roleOf(roles, wanted.accessRole)));
  const person = await findPerson(db, workspaceId, wanted.personId);
  requireKnown(person !== undefined && person.removedAt === null, "person", "personId");
  const { id: personId, name: personName, leftOn, removedAt, email: known } = requireFound(person, "person");
  const holder: Holder = { personId, personName, endedAt: null, leftOn, removedAt };
  const { timeZone } = await workspaceOf(db, workspaceId);
  refuseBecause(whyNoWayIn(holder, today(clock, timeZone)), "personId");
  if (await store.hasOpenSeat(db, workspaceId, { personId }))
    refuse("conflict", `${personName} has a seat already.`, {
      fix: "Make a new link to it, or end it first.",
    });
  const email = await freeAddress(db, workspaceId, wanted.email ?? known ?? "", null);
  const id = newId(clock);
  const { accessRole } = wanted;
  const seat = { id, personId, email, accessRole, madeAt: clock.now(), madeBy: actor.name };
  await store.insertSeat(db, workspaceId, seat);
  return handOver(managing, sight, approach, { id, hasPassword: false });
}

/** The address to sign in with in its kept form. Refuses one that is none, or that another open seat has. */
async function freeAddress(db: Db, workspaceId: string, given: string, but: string | null): Promise<string> {
  const email = signInAddress(given);
  refuseBecause(whyNoAddress(email), "email", "Enter the address with which the person will sign in.");
  if (await store.hasOpenSeat(db, workspaceId, { email, but })) {
    const message = "Somebody else signs in with this address.";
    refuse("conflict", message, { fix: "Enter another address.", fields: [{ field: "email", message }] });
  }
  return email;
}

/** Makes a link to a seat in place of those before. Its host is the configured one and never what a request names. */
async function handOver(
  managing: Managing,
  sight: Sight,
  { ownOrigin }: Approach,
  seat: { readonly id: string; readonly hasPassword: boolean },
) {
  const { db, actor, clock } = managing;
  const now = clock.now();
  const token = newToken(randomBytes);
  const expiresAt = invitationExpiry(now, seat);
  await store.spendInvitations(db, actor.workspaceId, seat.id, now);
  await store.insertInvitation(db, actor.workspaceId, {
    seatId: seat.id,
    tokenHash: tokenHashOf(token),
    expiresAt,
  });
  const path = `/join?token=${token}`;
  return {
    seat: await showSeat(managing, sight, seat.id),
    path,
    link: ownOrigin === null ? null : `${ownOrigin}${path}`,
    until: expiresAt.toString(),
  };
}

/** A seat that the asker may change, held until the transaction ends. */
async function heldSeat({ db, actor }: Managing, id: string): Promise<store.HeldSeat> {
  const seat = requireFound(await store.holdSeat(db, actor.workspaceId, id), "seat");
  const roles = await accessRolesOf(db, actor.workspaceId);
  deny(whySeatIsOutOfReach(giverOf(actor), seat, roleOf(roles, seat.accessRole)));
  return seat;
}

/** Changes role or address. Refuses a stale version, a role out of reach and an address that is taken. */
export async function changeSeatOf(
  managing: Managing,
  sight: Sight,
  id: string,
  expectedVersion: number,
  wanted: { accessRole?: string | undefined; email?: string | undefined },
) {
  const { db, actor } = managing;
  const seat = refuseStale(await heldSeat(managing, id), expectedVersion);
  const accessRole = wanted.accessRole ?? seat.accessRole;
  if (wanted.accessRole !== undefined) {
    const roles = await accessRolesOf(db, actor.workspaceId);
    deny(whyRoleIsOutOfReach(giverOf(actor), roleOf(roles, accessRole)));
  }
  const given = wanted.email;
  const email = given === undefined ? seat.email : await freeAddress(db, actor.workspaceId, given, id);
  await store.storeSeat(db, actor.workspaceId, id, { accessRole, email });
  return showSeat(managing, sight, id);
}

/** A new link to a seat: to take it up, or to choose a new password. Refuses for who left or was removed. */
export async function renewLinkTo(managing: Managing, sight: Sight, approach: Approach, id: string) {
  const seat = await heldSeat(managing, id);
  refuseBecause(whyNoWayIn(seat, today(managing.clock, seat.timeZone)));
  return handOver(managing, sight, approach, seat);
}

/** Ends a seat with everything by which its holder came in. */
export async function stopSeat(managing: Managing, sight: Sight, id: string) {
  await heldSeat(managing, id);
  await store.endSeat(managing.db, managing.actor.workspaceId, id, managing.clock.now());
  return showSeat(managing, sight, id);
}

/** Takes the second factor of a seat away, and ends its sessions. */
export async function stopFactor(managing: Managing, sight: Sight, id: string) {
  const { db, actor, clock } = managing;
  const seat = await heldSeat(managing, id);
  if (!seat.hasFactor)
    refuse("conflict", "Two-factor is off for this seat.", { fix: "There is nothing to do." });
  await removeFactor(db, seat);
  await store.endSessionsOfSeat(db, actor.workspaceId, id, null, clock.now());
  return showSeat(managing, sight, id);
}
