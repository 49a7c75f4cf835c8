/** What the desk does about who belongs where: managers and teams from a day on. */
import { type Clock, newId } from "#base/kernel";
import type { Db } from "#base/platform";
import { refuseBecause, requireFound, requireKnown } from "../refusals.ts";
import { holdWorkspace } from "../workspace/store.ts";
import { findReportingLines } from "./bulk-store.ts";
import { deleteLine, endLine, insertMembership, insertReportingLine, teamsOf } from "./line-store.ts";
import { type PersonWithLines, personWithLines } from "./person-actions.ts";
import { findPerson } from "./person-store.ts";
import { nobodyManagesThemselves, reassignmentFrom, reportingLinesFormNoCircle } from "./reporting-line.ts";
import { listTeams } from "./team-store.ts";

/**
 * Has a person report to a manager from a day on (null: since before our records); the line that held until then
 * ends there, and one that is already planned for later still begins on its day. A null manager only ends the line.
 * Refuses oneself, a circle on any day, and people who are not there.
 */
export async function assignManager(
  db: Db,
  workspaceId: string,
  clock: Clock,
  given: { personId: string; managerId: string | null; startsOn: Temporal.PlainDate | null },
): Promise<PersonWithLines> {
  // A circle can be closed by two people at once, each seeing only half: one assignment at a time.
  await holdWorkspace(db, workspaceId);
  requireFound(await findPerson(db, workspaceId, given.personId), "person");
  const { managerId, personId } = given;
  const lines = await findReportingLines(db, workspaceId);
  const change = reassignmentFrom(
    lines.filter((line) => line.personId === personId),
    given.startsOn,
  );
  if (managerId !== null) {
    requireKnown((await findPerson(db, workspaceId, managerId)) !== undefined, "person", "managerId");
    refuseBecause(nobodyManagesThemselves(personId, managerId), "managerId");
    const wanted = { personId, managerId, ...change.during };
    refuseBecause(
      reportingLinesFormNoCircle(lines, wanted),
      "managerId",
      "Choose somebody else, or move them first.",
    );
  }
  const table = "people.reporting_line";
  for (const line of change.remove) await deleteLine(db, workspaceId, table, line.id);
  for (const line of change.close) await endLine(db, workspaceId, table, line.id, given.startsOn);
  if (managerId !== null) {
    await insertReportingLine(db, workspaceId, { id: newId(clock), personId, managerId, ...change.during });
  }
  return personWithLines(db, workspaceId, personId);
}

/** Puts a person into a team from a day on (null: since before our records); a null team only ends the membership. */
export async function assignTeam(
  db: Db,
  workspaceId: string,
  clock: Clock,
  given: { personId: string; teamId: string | null; startsOn: Temporal.PlainDate | null },
): Promise<PersonWithLines> {
  await holdWorkspace(db, workspaceId);
  const { personId, teamId } = given;
  requireFound(await findPerson(db, workspaceId, personId), "person");
  if (teamId !== null) {
    const teams = await listTeams(db, { workspaceId });
    const known = teams.some((team) => team.id === teamId);
    requireKnown(known, "team", "teamId");
  }
  const change = reassignmentFrom(await teamsOf(db, workspaceId, personId), given.startsOn);
  const table = "people.team_membership";
  for (const line of change.remove) await deleteLine(db, workspaceId, table, line.id);
  for (const line of change.close) await endLine(db, workspaceId, table, line.id, given.startsOn);
  if (teamId !== null) {
    await insertMembership(db, workspaceId, { id: newId(clock), personId, teamId, ...change.during });
  }
  return personWithLines(db, workspaceId, personId);
}
