/** What the desk does about the organization as a whole: moves people, lets somebody leave, and takes it back. */
import { type Clock, newId } from "#base/kernel";
import type { Db } from "#base/platform";
import { refuseBecause, requireFound, requireKnown } from "../../refusals.ts";
import { holdWorkspace } from "../../workspace/store.ts";
import { findPeople, findReportingLines, findTeamMemberships, findTeams } from "../bulk-store.ts";
import { findPerson } from "../person-store.ts";
import { decideLeaving, type LeaveWanted } from "./leaving.ts";
import {
  type Decided,
  decideMove,
  type Holding,
  type HoldingChange,
  type Move,
  type MoveWanted,
  type Organization,
} from "./reassignment.ts";
import * as store from "./store.ts";
import { whyNotUndone } from "./undoing.ts";

/** How many of the last reassignments are shown. */
const shownAtMost = 20;

/** Everybody with their managers and teams over time. */
export async function organizationOverTime(db: Db, workspaceId: string): Promise<Organization> {
  const people = await findPeople(db, workspaceId);
  const here = new Set(people.map(({ id }) => id));
  const held = <Row extends Omit<Holding, "to">>(rows: readonly Row[], to: (row: Row) => string): Holding[] =>
    rows
      .filter(({ personId }) => here.has(personId))
      .map((row) => ({
        id: row.id,
        personId: row.personId,
        to: to(row),
        startsOn: row.startsOn,
        endsOn: row.endsOn,
      }));
  return {
    people: people.map(({ id, name, startedOn, leftOn }) => ({ id, name, startedOn, leftOn })),
    lines: held(await findReportingLines(db, workspaceId), ({ managerId }) => managerId),
    memberships: held(await findTeamMemberships(db, workspaceId), ({ teamId }) => teamId),
  };
}

export interface ReassignmentShown extends store.Reassignment {
  /** The name of a person, also of one who was removed. */
  nameOf(id: string): string;
  /** Why it cannot be taken back, or null. */
  readonly stays: string | null;
}

/** The last moves and leavers, the latest first. */
export async function lastReassignments(db: Db, workspaceId: string): Promise<ReassignmentShown[]> {
  const found = await store.lastReassignments(db, workspaceId, shownAtMost);
  const organization = await organizationOverTime(db, workspaceId);
  return found.map((one) => shownIn(organization, one));
}

/** Moves people to another manager from a day on. Refuses what `decideMove` refuses, and a team that is not there. */
export async function reassign(
  db: Db,
  workspaceId: string,
  clock: Clock,
  wanted: MoveWanted,
): Promise<ReassignmentShown> {
  // A circle can be closed by two moves at once, each seeing only half: one at a time.
  await holdWorkspace(db, workspaceId);
  const { team } = wanted;
  if (team) {
    const known = (await findTeams(db, workspaceId)).some(({ id }) => id === team.id);
    requireKnown(known, "team", "team");
  }
  const move = decided(decideMove(await organizationOverTime(db, workspaceId), wanted));
  return keep(db, workspaceId, clock, {
    kind: "move",
    startsOn: wanted.startsOn,
    personId: null,
    managerId: wanted.managerId,
    move,
  });
}

/** Lets somebody leave after a day. Refuses what `decideLeaving` refuses, and somebody who leaves already. */
export async function leave(
  db: Db,
  workspaceId: string,
  clock: Clock,
  wanted: LeaveWanted,
): Promise<ReassignmentShown> {
  await holdWorkspace(db, workspaceId);
  const { personId, leftOn, managerId } = wanted;
  const person = requireFound(await findPerson(db, workspaceId, personId), "person");
  refuseBecause(nobodyLeavesTwice(person), "leftOn", "Take that back, or change the day on their page.");
  const move = decided(decideLeaving(await organizationOverTime(db, workspaceId), wanted));
  await store.storeLeftOn(db, workspaceId, personId, leftOn);
  const startsOn = leftOn.add({ days: 1 });
  return keep(db, workspaceId, clock, { kind: "leave", startsOn, personId, managerId, move });
}

/** The reason why somebody cannot leave on another day than they do already, or null. */
function nobodyLeavesTwice(person: { name: string; leftOn: Temporal.PlainDate | null }): string | null {
  return person.leftOn === null ? null : `${person.name} already leaves on ${person.leftOn}.`;
}

/** Takes a reassignment back. Refuses one that was taken back, or after which something else came. */
export async function undoReassignment(db: Db, workspaceId: string, clock: Clock, id: string) {
  await holdWorkspace(db, workspaceId);
  const held = requireFound(await store.findReassignment(db, workspaceId, id), "reassignment");
  const organization = await organizationOverTime(db, workspaceId);
  refuseBecause(staysBecause(organization, held));
  const restore = (change: HoldingChange, now: readonly Holding[]): HoldingChange => {
    const before = now.filter(({ personId }) => personId === change.personId);
    const still = new Set(before.map((one) => one.id));
    // A line that was taken away comes back as a new one; history keeps the first.
    const after = change.before.map((one) => (still.has(one.id) ? one : { ...one, id: newId(clock) }));
    return { personId: change.personId, before, after };
  };
  for (const change of held.move.lines) {
    await store.storeHoldings(db, workspaceId, "lines", restore(change, organization.lines));
  }
  for (const change of held.move.memberships) {
    await store.storeHoldings(db, workspaceId, "memberships", restore(change, organization.memberships));
  }
  if (held.personId !== null) await store.storeLeftOn(db, workspaceId, held.personId, null);
  await store.markUndone(db, workspaceId, id);
  return reassignmentShown(db, workspaceId, id);
}

async function keep(
  db: Db,
  workspaceId: string,
  clock: Clock,
  given: Omit<Parameters<typeof store.insertReassignment>[2], "id">,
): Promise<ReassignmentShown> {
  const id = newId(clock);
  const named = ({ personId, before, after }: HoldingChange): HoldingChange => ({
    personId,
    before,
    after: after.map((one) => (one.id === "" ? { ...one, id: newId(clock) } : one)),
  });
  const move: Move = {
    lines: given.move.lines.map(named),
    memberships: given.move.memberships.map(named),
  };
  for (const change of move.lines) await store.storeHoldings(db, workspaceId, "lines", change);
  for (const change of move.memberships) await store.storeHoldings(db, workspaceId, "memberships", change);
  await store.insertReassignment(db, workspaceId, { ...given, id, move });
  return reassignmentShown(db, workspaceId, id);
}

async function reassignmentShown(db: Db, workspaceId: string, id: string): Promise<ReassignmentShown> {
  const held = requireFound(await store.findReassignment(db, workspaceId, id), "reassignment");
  return shownIn(await organizationOverTime(db, workspaceId), held);
}

function shownIn(organization: Organization, held: store.Reassignment): ReassignmentShown {
  const names = new Map(organization.people.map(({ id, name }) => [id, name]));
  return { ...held, nameOf: (id) => names.get(id) ?? "", stays: staysBecause(organization, held) };
}

function staysBecause(organization: Organization, held: store.Reassignment): string | null {
  if (held.undoneAt !== null) return "This was taken back already.";
  const { personId, startsOn } = held;
  const leaver = personId === null ? undefined : organization.people.find(({ id }) => id === personId);
  if (leaver && !leaver.leftOn?.equals(startsOn.subtract({ days: 1 })))
    return `The day on which ${leaver.name} leaves was changed since.`;
  return whyNotUndone(organization, held.move);
}

function decided(found: Decided<Move>): Move {
  if ("plan" in found) return found.plan;
  refuseBecause(found.refused.reason, found.refused.field);
  throw new Error("A refused move went on.");
}
