/** Somebody leaves on a day: what ends with their last day, and to whom their reports go. Pure. */
import { contains } from "#base/kernel";
import { nobodyLeavesBeforeTheyStart, worksHereOn } from "../person.ts";
import {
  type Decided,
  decideMove,
  type Holding,
  type HoldingChange,
  type Move,
  type Organization,
} from "./reassignment.ts";

export interface LeaveWanted {
  readonly personId: string;
  /** Their last day. */
  readonly leftOn: Temporal.PlainDate;
  /** Who takes their reports over; null: that is decided later. */
  readonly managerId: string | null;
}

/** Who reports to somebody on the day after they left: those for whom another manager is needed. */
export function leftBehind(
  { people, lines }: Pick<Organization, "people" | "lines">,
  personId: string,
  leftOn: Temporal.PlainDate,
): string[] {
  const gone = leftOn.add({ days: 1 });
  const reporting = new Set(
    lines.filter((line) => line.to === personId && contains(line, gone)).map((line) => line.personId),
  );
  return people.filter((one) => reporting.has(one.id) && worksHereOn(one, gone)).map(({ id }) => id);
}

/** The reason why somebody cannot leave while somebody is planned to report to them later, or null. */
export function nobodyIsPlannedToReportToThem(
  { people, lines }: Pick<Organization, "people" | "lines">,
  personId: string,
  leftOn: Temporal.PlainDate,
): string | null {
  const later = lines.find(
    (line) =>
      line.to === personId &&
      line.startsOn !== null &&
      Temporal.PlainDate.compare(line.startsOn, leftOn.add({ days: 1 })) > 0,
  );
  if (!later) return null;
  const name = people.find(({ id }) => id === later.personId)?.name ?? "Somebody";
  return `${name} is planned to report to them from ${later.startsOn}: change that first.`;
}

/** What holds for somebody who leaves: what holds on their last day ends with it, and what was planned for later is not. */
export function endedWith(held: readonly Holding[], leftOn: Temporal.PlainDate): Holding[] {
  const gone = leftOn.add({ days: 1 });
  return held
    .filter(({ startsOn }) => startsOn === null || Temporal.PlainDate.compare(startsOn, gone) < 0)
    .map((one) => (one.endsOn === null || isLater(one.endsOn, gone) ? { ...one, endsOn: gone } : one));
}

/**
 * Decides that somebody leaves. Their reports go to the one who takes over; if that is one of them, this one reports to
 * whom the leaver reported to. Their teams stay.
 */
export function decideLeaving(organization: Organization, wanted: LeaveWanted): Decided<Move> {
  const { personId, leftOn, managerId } = wanted;
  const person = organization.people.find(({ id }) => id === personId);
  if (!person) return refused("personId", "There is no such person in this workspace.");
  const unfit = nobodyLeavesBeforeTheyStart({ ...person, leftOn });
  if (unfit) return refused("leftOn", unfit);
  const planned = nobodyIsPlannedToReportToThem(organization, personId, leftOn);
  if (planned) return refused("leftOn", planned);
  if (managerId === personId)
    return refused("managerId", "Whoever leaves cannot take their own reports over.");
  const own = organization.lines.filter((line) => line.personId === personId);
  const teams = organization.memberships.filter((one) => one.personId === personId);
  const leaver = changed(personId, own, endedWith(own, leftOn));
  const memberships = changed(personId, teams, endedWith(teams, leftOn));
  const behind = leftBehind(organization, personId, leftOn);
  if (managerId === null || behind.length === 0) return { plan: { lines: leaver, memberships } };
  const above = own.find((line) => contains(line, leftOn))?.to ?? null;
  const moved = decideTakeOver(organization, { ...wanted, managerId }, behind, above);
  if ("refused" in moved) return moved;
  return { plan: { lines: [...leaver, ...moved.plan], memberships } };
}

/** First whoever takes over goes to the leaver's own manager, then the others go to them. */
function decideTakeOver(
  organization: Organization,
  wanted: LeaveWanted & { managerId: string },
  behind: readonly string[],
  above: string | null,
): Decided<HoldingChange[]> {
  const startsOn = wanted.leftOn.add({ days: 1 });
  const successor = behind.filter((id) => id === wanted.managerId);
  const others = behind.filter((id) => id !== wanted.managerId);
  const rose = decideMove(organization, { personIds: successor, managerId: above, startsOn, team: null });
  if ("refused" in rose) return rose;
  const risen = rose.plan.lines.flatMap(({ after }) => after);
  const lines = [...organization.lines.filter((line) => !successor.includes(line.personId)), ...risen];
  const moved = decideMove(
    { ...organization, lines },
    { personIds: others, managerId: wanted.managerId, startsOn, team: null },
  );
  return "refused" in moved ? moved : { plan: [...rose.plan.lines, ...moved.plan.lines] };
}

function changed(personId: string, before: readonly Holding[], after: readonly Holding[]): HoldingChange[] {
  const same = before.length === after.length && before.every((one, at) => one === after[at]);
  return same ? [] : [{ personId, before, after }];
}

const refused = (field: string, reason: string) => ({ refused: { field, reason } });
const isLater = (a: Temporal.PlainDate, b: Temporal.PlainDate) => Temporal.PlainDate.compare(a, b) > 0;
