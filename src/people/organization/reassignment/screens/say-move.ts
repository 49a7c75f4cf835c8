/** What a move means, in sentences: who reports to whom from when, what ends, and who comes along. Pure. */
import { contains } from "#base/kernel";
import { counted, formatDay } from "#base/ui";
import type { LinesOut } from "../contract.ts";
import { leftBehind } from "../leaving.ts";
import {
  belowOn,
  type Holding,
  type HoldingChange,
  type Move,
  type MoveWanted,
  type Organization,
} from "../reassignment.ts";

/** What the server said of everybody over time, with its days as days. */
export function organizationOf({ people, lines, memberships }: LinesOut): Organization {
  const day = (text: string | null) => (text === null ? null : Temporal.PlainDate.from(text));
  const held = (rows: LinesOut["lines"]): Holding[] =>
    rows.map((row) => ({ ...row, startsOn: day(row.startsOn), endsOn: day(row.endsOn) }));
  return {
    people: people.map((one) => ({ ...one, startedOn: day(one.startedOn), leftOn: day(one.leftOn) })),
    lines: held(lines),
    memberships: held(memberships),
  };
}

const dayText = (day: Temporal.PlainDate) => formatDay(day.toString());
const dayBefore = (day: Temporal.PlainDate) => dayText(day.subtract({ days: 1 }));

/** "Ana, Ben and Cal"; more than four are counted. */
export function listed(names: readonly string[]): string {
  if (names.length > 4) return counted(names.length, "person", "people");
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}

/** The sentences of a move that was decided. */
export function sayMove(
  organization: Organization,
  wanted: MoveWanted,
  move: Move,
  teamName: (id: string) => string,
): string[] {
  const { startsOn, managerId } = wanted;
  const nameOf = namesIn(organization);
  const moved = move.lines.map(({ personId }) => personId);
  const verb = moved.length === 1 ? "reports" : "report";
  const to = managerId === null ? "nobody" : nameOf(managerId);
  return [
    `${listed(moved.map(nameOf))} ${verb} to ${to} from ${dayText(startsOn)}.`,
    ...sayEnds(move.lines, startsOn, nameOf),
    ...sayBelow(organization, moved, startsOn, nameOf),
    ...sayTeams(move.memberships, wanted, teamName),
  ];
}

/** What ends: to whom they reported until then. */
function sayEnds(
  changes: readonly HoldingChange[],
  startsOn: Temporal.PlainDate,
  nameOf: (id: string) => string,
): string[] {
  const ended = changes.flatMap(({ before }) => before.find((one) => contains(one, startsOn)) ?? []);
  const byManager = Map.groupBy(ended, ({ to }) => to);
  return [...byManager].map(([managerId, lines]) => {
    const replaced = lines.filter((line) => line.startsOn?.equals(startsOn)).length;
    const who = lines.length === 1 ? "The line" : counted(lines.length, "line");
    const verb = lines.length === 1 ? "ends" : "end";
    return replaced === lines.length
      ? `${who} to ${nameOf(managerId)} from that day ${lines.length === 1 ? "is" : "are"} replaced.`
      : `${who} to ${nameOf(managerId)} ${verb} on ${dayBefore(startsOn)}.`;
  });
}

/** Who comes along because they report to somebody who moves. */
function sayBelow(
  organization: Organization,
  moved: readonly string[],
  startsOn: Temporal.PlainDate,
  nameOf: (id: string) => string,
): string[] {
  const below = new Set(moved.flatMap((id) => belowOn(organization, id, startsOn)));
  for (const id of moved) below.delete(id);
  if (below.size === 0) return [];
  const direct = new Set(
    organization.lines
      .filter((line) => moved.includes(line.to) && below.has(line.personId) && contains(line, startsOn))
      .map(({ personId }) => personId),
  ).size;
  const count = counted(below.size, "person", "people");
  const who = moved.length === 1 ? nameOf(moved[0] ?? "") : "them";
  const how =
    direct === below.size
      ? ` who ${below.size === 1 ? "reports" : "report"} to them`
      : `: ${direct} directly and ${below.size - direct} through others`;
  return [
    `With ${who} ${below.size === 1 ? "comes" : "come"} ${count}${how}. Their own lines do not change.`,
  ];
}

function sayTeams(
  changes: readonly HoldingChange[],
  { team, startsOn }: MoveWanted,
  teamName: (id: string) => string,
): string[] {
  if (team === null) return ["Teams stay as they are."];
  if (changes.length === 0) return [`All of them are in ${teamName(team.id)} already.`];
  const from = Map.groupBy(changes, ({ before }) => before.find((one) => contains(one, startsOn))?.to ?? "");
  const said = [...from].map(([id, some]) => `${some.length} from ${id ? teamName(id) : "no team"}`);
  const who = counted(changes.length, "person changes", "people change");
  return [`${who} to ${teamName(team.id)}: ${said.join(", ")}.`];
}

/** The sentences of somebody's leaving that was decided. */
export function sayLeaving(
  organization: Organization,
  wanted: { personId: string; leftOn: Temporal.PlainDate; managerId: string | null },
  move: Move,
): string[] {
  const nameOf = namesIn(organization);
  const { personId, leftOn, managerId } = wanted;
  const gone = leftOn.add({ days: 1 });
  const behind = leftBehind(organization, personId, leftOn);
  const first = `${nameOf(personId)} is here until ${dayText(leftOn)}; their own reporting line and team end with that day.`;
  if (behind.length === 0) return [first, "Nobody reports to them on the day after."];
  const who = listed(behind.map(nameOf));
  const verb = behind.length === 1 ? "reports" : "report";
  if (managerId === null) {
    return [
      first,
      `${who} still ${verb} to them after that: without another manager they stand at the top of the chart.`,
    ];
  }
  const successor = move.lines.find((change) => change.personId === managerId && behind.includes(managerId));
  const above = successor?.after.find((one) => contains(one, gone))?.to;
  const others = behind.filter((id) => id !== managerId);
  return [
    first,
    ...(others.length > 0
      ? [
          `${listed(others.map(nameOf))} ${others.length === 1 ? "reports" : "report"} to ${nameOf(managerId)} from ${dayText(gone)}, without a day between.`,
        ]
      : []),
    ...(successor
      ? [`${nameOf(managerId)} reports to ${above ? nameOf(above) : "nobody"} from then on.`]
      : []),
  ];
}

function namesIn({ people }: Organization): (id: string) => string {
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return (id) => names.get(id) ?? "somebody";
}
