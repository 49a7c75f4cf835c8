/** Moving people to another manager from a day on: what moves with them, what ends when, and why it cannot be. Pure. */
import { contains, type DateInterval } from "#base/kernel";
import { type Person, worksHereOn } from "../person.ts";
import {
  lineOn,
  nobodyManagesThemselves,
  reassignmentFrom,
  reportingLinesFormNoCircle,
} from "../reporting-line.ts";

/** What holds for a person over some days: that they report to somebody, or that they are in a team. */
export interface Holding extends DateInterval {
  readonly id: string;
  readonly personId: string;
  /** The manager, or the team. */
  readonly to: string;
}

export type Member = Pick<Person, "id" | "name" | "startedOn" | "leftOn">;

/** Everybody with their managers and teams over time: what a move is decided by. */
export interface Organization {
  readonly people: readonly Member[];
  readonly lines: readonly Holding[];
  readonly memberships: readonly Holding[];
}

export interface MoveWanted {
  /** Who gets the new manager. Everybody below them goes on reporting as they do. */
  readonly personIds: readonly string[];
  /** Null: they report to nobody from then on. */
  readonly managerId: string | null;
  readonly startsOn: Temporal.PlainDate;
  /** The team into which those who move go as well, or all who are below them too; null: teams stay. */
  readonly team: { readonly id: string; readonly of: "moved" | "all" } | null;
}

/** Everything that holds for one person, before and after. A holding that does not exist yet has the id "". */
export interface HoldingChange {
  readonly personId: string;
  readonly before: readonly Holding[];
  readonly after: readonly Holding[];
}

export interface Move {
  readonly lines: readonly HoldingChange[];
  readonly memberships: readonly HoldingChange[];
}

/** Why something cannot be, and by which field of the request. */
export interface Reason {
  readonly field: string;
  readonly reason: string;
}
export type Decided<Plan> = { readonly plan: Plan } | { readonly refused: Reason };

/** The reason why somebody cannot be moved on a day on which they do not work here, or null. */
export function aPersonIsHereOnTheDay(person: Member, day: Temporal.PlainDate): string | null {
  if (worksHereOn(person, day)) return null;
  const { name, startedOn, leftOn } = person;
  return startedOn && Temporal.PlainDate.compare(startedOn, day) > 0
    ? `${name} starts on ${startedOn} and is not here on ${day}.`
    : `${name} left on ${leftOn} and is not here on ${day}.`;
}

/** The reason why nothing can change on a day before something that is already planned for later, or null. */
export function nothingIsPlannedForLater(
  held: readonly DateInterval[],
  day: Temporal.PlainDate,
  name: string,
  what: "manager" | "team",
): string | null {
  const later = held
    .flatMap(({ startsOn }) => (startsOn && Temporal.PlainDate.compare(startsOn, day) > 0 ? [startsOn] : []))
    .toSorted(Temporal.PlainDate.compare)[0];
  return later ? `${name} has another ${what} planned from ${later}: choose that day or a later one.` : null;
}

/** What holds for a person when they go elsewhere on a day: no day without, no day with two. A planned end stays. */
export function movedTo(
  held: readonly Holding[],
  personId: string,
  to: string | null,
  startsOn: Temporal.PlainDate,
): Holding[] {
  const change = reassignmentFrom(held, startsOn);
  const planned = held.find((one) => contains(one, startsOn))?.endsOn ?? null;
  const kept = held
    .filter((one) => !change.remove.includes(one))
    .map((one) => (change.close.includes(one) ? { ...one, endsOn: startsOn } : one));
  if (to === null) return kept;
  return [...kept, { id: "", personId, to, startsOn, endsOn: change.during.endsOn ?? planned }];
}

/** Everybody who works for somebody on a day, directly or through others. */
export function belowOn(
  { people, lines }: Pick<Organization, "people" | "lines">,
  id: string,
  day: Temporal.PlainDate,
): string[] {
  const here = new Set(people.filter((one) => worksHereOn(one, day)).map((one) => one.id));
  const reports = Map.groupBy(
    lines.filter((line) => contains(line, day) && here.has(line.personId)),
    ({ to }) => to,
  );
  const found = new Set<string>();
  const queue = [id];
  for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
    for (const { personId } of reports.get(at) ?? []) {
      if (personId === id || found.has(personId)) continue;
      found.add(personId);
      queue.push(personId);
    }
  }
  return [...found];
}

/** Decides a move: what changes for whom, or the first reason why it cannot be. */
export function decideMove(organization: Organization, wanted: MoveWanted): Decided<Move> {
  const lines: HoldingChange[] = [];
  let now = organization.lines;
  for (const personId of new Set(wanted.personIds)) {
    const refused = refusalOf({ ...organization, lines: now }, wanted, personId);
    if (refused) return { refused };
    const before = now.filter((line) => line.personId === personId);
    const after = movedTo(before, personId, wanted.managerId, wanted.startsOn);
    lines.push({ personId, before, after });
    now = [...now.filter((line) => line.personId !== personId), ...after];
  }
  const teams = decideTeams({ ...organization, lines: now }, wanted);
  return "refused" in teams ? teams : { plan: { lines, memberships: teams.plan } };
}

function refusalOf(organization: Organization, wanted: MoveWanted, personId: string): Reason | null {
  const { managerId, startsOn } = wanted;
  const { people, lines } = organization;
  const person = people.find(({ id }) => id === personId);
  if (!person) return { field: "personIds", reason: "There is no such person in this workspace." };
  const held = lines.filter((line) => line.personId === personId);
  const because = (field: string, reason: string | null) => (reason === null ? null : { field, reason });
  const here =
    because("startsOn", aPersonIsHereOnTheDay(person, startsOn)) ??
    because("startsOn", nothingIsPlannedForLater(held, startsOn, person.name, "manager"));
  if (here) return here;
  const manager = people.find(({ id }) => id === managerId);
  const now = lineOn(held, startsOn);
  if (managerId === null) {
    return now ? null : { field: "managerId", reason: `${person.name} reports to nobody already.` };
  }
  if (!manager) return { field: "managerId", reason: "There is no such person in this workspace." };
  if (now?.to === managerId)
    return { field: "managerId", reason: `${person.name} reports to ${manager.name} already.` };
  const during = { startsOn, endsOn: now?.endsOn ?? null };
  const asLines = lines.map(({ to, ...line }) => ({ ...line, managerId: to }));
  const names = { manager: manager.name, person: person.name };
  return (
    because("managerId", nobodyManagesThemselves(personId, managerId)) ??
    because("managerId", aPersonIsHereOnTheDay(manager, startsOn)) ??
    because("managerId", reportingLinesFormNoCircle(asLines, { personId, managerId, ...during }, names))
  );
}

function decideTeams(organization: Organization, wanted: MoveWanted): Decided<HoldingChange[]> {
  const { team, startsOn } = wanted;
  if (team === null) return { plan: [] };
  const who = new Set(wanted.personIds);
  if (team.of === "all") {
    for (const id of wanted.personIds) {
      for (const below of belowOn(organization, id, startsOn)) who.add(below);
    }
  }
  const changes: HoldingChange[] = [];
  for (const personId of who) {
    const before = organization.memberships.filter((one) => one.personId === personId);
    if (lineOn(before, startsOn)?.to === team.id) continue;
    const name = organization.people.find(({ id }) => id === personId)?.name ?? "";
    const reason = nothingIsPlannedForLater(before, startsOn, name, "team");
    if (reason) return { refused: { field: "team", reason } };
    changes.push({ personId, before, after: movedTo(before, personId, team.id, startsOn) });
  }
  return { plan: changes };
}
