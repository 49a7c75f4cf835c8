/** Reporting lines and memberships: what holds for a person from one day until another. */
import type { DateInterval } from "#base/kernel";
import type { Db, Sight } from "#base/platform";
import type { ReportingLine } from "./reporting-line.ts";

export interface TeamMembership extends DateInterval {
  readonly id: string;
  readonly personId: string;
  readonly teamId: string;
}

const days = ["starts_on as startsOn", "ends_on as endsOn"] as const;

/** A person's managers by name, the first one first. */
export async function managersOf(db: Db, workspaceId: string, personId: string) {
  return db
    .selectFrom("people.reporting_line as l")
    .innerJoin("people.person as m", (join) =>
      join.onRef("m.workspace_id", "=", "l.workspace_id").onRef("m.id", "=", "l.manager_id"),
    )
    .select([
      "l.id",
      "l.person_id as personId",
      "l.manager_id as managerId",
      "m.name as managerName",
      ...days,
    ])
    .where("l.workspace_id", "=", workspaceId)
    .where("l.person_id", "=", personId)
    .orderBy("l.starts_on", (first) => first.nullsFirst())
    .execute();
}

/** A person's teams by name, the first one first. */
export async function teamsOf(db: Db, workspaceId: string, personId: string) {
  return db
    .selectFrom("people.team_membership as l")
    .innerJoin("people.team as t", (join) =>
      join.onRef("t.workspace_id", "=", "l.workspace_id").onRef("t.id", "=", "l.team_id"),
    )
    .select(["l.id", "l.person_id as personId", "l.team_id as teamId", "t.name as teamName", ...days])
    .where("l.workspace_id", "=", workspaceId)
    .where("l.person_id", "=", personId)
    .orderBy("l.starts_on", (first) => first.nullsFirst())
    .execute();
}

type LineTable = "people.reporting_line" | "people.team_membership";

/** Takes a line or membership away that never held a day any more. Its history stays. */
export async function deleteLine(db: Db, workspaceId: string, table: LineTable, id: string): Promise<void> {
  await db.deleteFrom(table).where("workspace_id", "=", workspaceId).where("id", "=", id).execute();
}

/** Ends a line or membership: `endsOn` is the first day on which it no longer holds. */
export async function endLine(
  db: Db,
  workspaceId: string,
  table: LineTable,
  id: string,
  endsOn: Temporal.PlainDate | null,
): Promise<void> {
  await db
    .updateTable(table)
    .set({ ends_on: endsOn })
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", id)
    .execute();
}

export async function insertReportingLine(db: Db, workspaceId: string, line: ReportingLine): Promise<void> {
  await db
    .insertInto("people.reporting_line")
    .values({
      workspace_id: workspaceId,
      id: line.id,
      person_id: line.personId,
      manager_id: line.managerId,
      starts_on: line.startsOn,
      ends_on: line.endsOn,
    })
    .execute();
}

export async function insertMembership(db: Db, workspaceId: string, line: TeamMembership): Promise<void> {
  await db
    .insertInto("people.team_membership")
    .values({
      workspace_id: workspaceId,
      id: line.id,
      person_id: line.personId,
      team_id: line.teamId,
      starts_on: line.startsOn,
      ends_on: line.endsOn,
    })
    .execute();
}

export interface Placed {
  readonly id: string;
  readonly name: string;
  readonly title: string | null;
  readonly manager: { readonly id: string; readonly name: string } | null;
  readonly team: { readonly id: string; readonly name: string } | null;
}

/** Everybody who works here on a day, by name, with their manager and team of that day. */
export async function organizationOn(db: Db, sight: Sight, date: Temporal.PlainDate): Promise<Placed[]> {
  const rows = await db
    .selectFrom("people.person as p")
    .leftJoin("people.reporting_line as l", (join) =>
      join
        .onRef("l.workspace_id", "=", "p.workspace_id")
        .onRef("l.person_id", "=", "p.id")
        .on((on) => on.or([on("l.starts_on", "is", null), on("l.starts_on", "<=", date)]))
        .on((on) => on.or([on("l.ends_on", "is", null), on("l.ends_on", ">", date)])),
    )
    .leftJoin("people.person as m", (join) =>
      join.onRef("m.workspace_id", "=", "l.workspace_id").onRef("m.id", "=", "l.manager_id"),
    )
    .leftJoin("people.team_membership as s", (join) =>
      join
        .onRef("s.workspace_id", "=", "p.workspace_id")
        .onRef("s.person_id", "=", "p.id")
        .on((on) => on.or([on("s.starts_on", "is", null), on("s.starts_on", "<=", date)]))
        .on((on) => on.or([on("s.ends_on", "is", null), on("s.ends_on", ">", date)])),
    )
    .leftJoin("people.team as t", (join) =>
      join.onRef("t.workspace_id", "=", "s.workspace_id").onRef("t.id", "=", "s.team_id"),
    )
    .select(["p.id", "p.name", "p.title", "m.id as managerId", "m.name as managerName"])
    .select(["t.id as teamId", "t.name as teamName"])
    .where("p.workspace_id", "=", sight.workspaceId)
    .where("p.removed_at", "is", null)
    .where((on) => on.or([on("p.started_on", "is", null), on("p.started_on", "<=", date)]))
    .where((on) => on.or([on("p.left_on", "is", null), on("p.left_on", ">=", date)]))
    .orderBy("p.name")
    .orderBy("p.id")
    .execute();
  return rows.map(({ managerId, managerName, teamId, teamName, ...person }) => ({
    ...person,
    manager: managerId === null ? null : { id: managerId, name: managerName ?? "" },
    team: teamId === null ? null : { id: teamId, name: teamName ?? "" },
  }));
}
