/** Who is in which team and reports to whom, with the days from which and until which it holds. */
import { dateOf } from "#base/kernel";
import type { Db } from "#base/platform";
import {
  endReportingLines,
  endTeamMemberships,
  findReportingLines,
  findTeamMemberships,
  findTeams,
  type PersonEnd,
  recordReportingLines,
  recordTeamMemberships,
  recordTeams,
} from "#people";
import { dayIn, type ReadRow, textIn } from "../mapping/row.ts";
import { managersInCircles } from "./circle-actions.ts";
import { madeByImports } from "./linked-store.ts";
import { linksTold } from "./links-store.ts";
import { meantPeople, named } from "./reference-actions.ts";
import type { Run } from "./run.ts";
import { TeamBook } from "./team-book.ts";

interface Held {
  readonly id: string;
  readonly personId: string;
  readonly startsOn?: Temporal.PlainDate | null;
  readonly endsOn?: Temporal.PlainDate | null;
}

/** What a row says anew for a person: from when on (null: since before our records) it holds; null: nothing any more. */
interface Assignment {
  readonly personId: string;
  readonly toId: string | null;
  readonly from: Temporal.PlainDate | null;
}

const isAfter = (a: Temporal.PlainDate, b: Temporal.PlainDate) => Temporal.PlainDate.compare(a, b) > 0;
const holdsOn = (held: Held, day: Temporal.PlainDate) =>
  (held.startsOn == null || !isAfter(held.startsOn, day)) &&
  (held.endsOn == null || isAfter(held.endsOn, day));

/** What lines are of: their table, what they lead to, and whether the file speaks of it. */
interface Lines<Line> {
  readonly table: string;
  readonly held: (line: Line) => string;
  readonly said: (row: ReadRow) => string | undefined;
  readonly isTold: boolean;
}

/**
 * Which people get something else than they have: those whose row this import told anew. It holds from the day that
 * the source dates the row, else from the day of the import; what was never there before, since before our records.
 * Whom the file gives nothing any more has nothing from that day on, if what they have came from an import.
 */
async function assignmentsOf<Line extends Held>(
  run: Run,
  trx: Db,
  rows: readonly ReadRow[],
  there: readonly Line[],
  of: Lines<Line>,
): Promise<Assignment[]> {
  const anew = await linksTold(
    trx,
    run.workspaceId,
    run.sourceKey,
    "person",
    run.importId,
    rows.map((row) => row.key),
  );
  const lines = Map.groupBy(there, (line) => line.personId);
  const imported = dateOf(run.importedAt, run.plan.timeZone);
  const found = new Map<string, Assignment>();
  const refused = await managersInCircles(run, trx);
  const ending = new Map<string, string>();
  for (const row of rows.filter((one) => anew.has(one.key) && !refused.has(one.key))) {
    const personId = run.people.linkOf(row.key)?.recordId;
    const toId = of.said(row) ?? null;
    // Of who has two ids in the source another row may say it.
    const isSilent = toId === null && (!of.isTold || textIn(row, "sameAs") !== null);
    if (personId === undefined || isSilent || found.has(personId)) continue;
    const before = lines.get(personId) ?? [];
    const modified = dayIn(row, "modifiedAt", run.plan.timeZone);
    const day = modified === null || isAfter(modified, imported) ? imported : modified;
    const now = before.find((line) => holdsOn(line, day));
    if (toId === null ? now === undefined : now !== undefined && of.held(now) === toId) continue;
    if (toId === null && now !== undefined) ending.set(personId, now.id);
    found.set(personId, { personId, toId, from: before.length === 0 ? null : day });
  }
  const own = await madeByImports(trx, run.workspaceId, of.table, [...ending.values()]);
  for (const [personId, lineId] of ending) if (!own.has(lineId)) found.delete(personId);
  return [...found.values()];
}

const endsOf = (assignments: readonly Assignment[]): PersonEnd[] =>
  assignments.flatMap(({ personId, from }) => (from === null ? [] : [{ personId, on: from }]));

const begun = (assignments: readonly Assignment[]) =>
  assignments.flatMap(({ toId, ...one }) => (toId === null ? [] : [{ ...one, toId }]));

/**
 * Writes who reports to whom. A new manager holds from the day that the source or the import dates it. `isTold`: the
 * file speaks of managers, so that who has none there reports to nobody any more.
 */
export async function writeReportingLines(
  run: Run,
  trx: Db,
  rows: readonly ReadRow[],
  isTold: boolean,
): Promise<void> {
  const managers = await meantPeople(run, trx, named(rows, "manager"));
  const there = await findReportingLines(trx, run.workspaceId);
  const all = await assignmentsOf(run, trx, rows, there, {
    table: "people.reporting_line",
    held: (line) => line.managerId,
    said: (row) => managers.get(textIn(row, "manager") ?? ""),
    isTold,
  });
  const assignments = all.filter((one) => one.personId !== one.toId);
  run.notices.notice(
    "People named as their own manager, who were given none",
    all.length - assignments.length,
  );
  const later = await endReportingLines(trx, run.workspaceId, endsOf(assignments));
  await recordReportingLines(
    trx,
    run.workspaceId,
    begun(assignments).map(({ personId, toId, from }) => ({
      id: run.newId(),
      personId,
      managerId: toId,
      startsOn: from,
      endsOn: later.get(personId) ?? null,
    })),
  );
}

/** Writes who is in which team or region; those that are missing are made. `isTold`: the file speaks of them. */
export async function writeMemberships(
  run: Run,
  trx: Db,
  rows: readonly ReadRow[],
  isTold: boolean,
): Promise<void> {
  const { workspaceId } = run;
  const teams = new TeamBook(await findTeams(trx, workspaceId), run.newId);
  const assignments = await assignmentsOf(run, trx, rows, await findTeamMemberships(trx, workspaceId), {
    table: "people.team_membership",
    held: (line) => line.teamId,
    isTold,
    said: (row) => {
      const region = textIn(row, "region");
      const team = textIn(row, "team");
      const regionId = region === null ? null : teams.idOf(region, "region", null);
      return (team === null ? regionId : teams.teamAt(team, regionId)) ?? undefined;
    },
  });
  await recordTeams(trx, workspaceId, teams.missing);
  const later = await endTeamMemberships(trx, workspaceId, endsOf(assignments));
  await recordTeamMemberships(
    trx,
    workspaceId,
    begun(assignments).map(({ personId, toId, from }) => ({
      id: run.newId(),
      personId,
      teamId: toId,
      startsOn: from,
      endsOn: later.get(personId) ?? null,
    })),
  );
}
