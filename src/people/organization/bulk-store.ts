/** Writing the organization many rows at a time, as an import or a sample company brings it. */

import { sql } from "kysely";
import type { Db } from "#base/platform";

/** When a fact became true; left out: the moment of the transaction. */
interface Dated {
  readonly trueSince?: Temporal.Instant | null;
}

export interface PersonRow extends Dated {
  readonly id: string;
  readonly name: string;
  readonly email?: string | null;
  readonly title?: string | null;
  readonly startedOn?: Temporal.PlainDate | null;
  readonly leftOn?: Temporal.PlainDate | null;
  readonly custom?: Readonly<Record<string, unknown>>;
}

export interface TeamRow extends Dated {
  readonly id: string;
  readonly name: string;
  readonly kind?: "team" | "region";
  readonly parentId?: string | null;
}

/** From `startsOn` (null: since before our records) until before `endsOn` (null: until further notice). */
export interface TeamMembershipRow extends Dated {
  readonly id: string;
  readonly personId: string;
  readonly teamId: string;
  readonly startsOn?: Temporal.PlainDate | null;
  readonly endsOn?: Temporal.PlainDate | null;
}

/** From `startsOn` (null: since before our records) until before `endsOn` (null: until further notice). */
export interface ReportingLineRow extends Dated {
  readonly id: string;
  readonly personId: string;
  readonly managerId: string;
  readonly startsOn?: Temporal.PlainDate | null;
  readonly endsOn?: Temporal.PlainDate | null;
}

type Text = string | null;
const textOf = (value: { toString(): string } | null | undefined): Text => value?.toString() ?? null;

/** Adds people. Refuses (by the database) an id that is already taken or an empty name. */
export async function recordPeople(db: Db, workspaceId: string, rows: readonly PersonRow[]): Promise<void> {
  if (rows.length === 0) return;
  await sql`
    insert into people.person (workspace_id, id, name, email, title, started_on, left_on, custom, true_since)
    select ${workspaceId}::uuid, id, name, email, title, started_on, left_on, custom, coalesce(since, base.moment())
    from unnest(${rows.map((row) => row.id)}::uuid[], ${rows.map((row) => row.name)}::text[],
      ${rows.map((row) => row.email ?? null)}::text[], ${rows.map((row) => row.title ?? null)}::text[],
      ${rows.map((row) => textOf(row.startedOn))}::date[], ${rows.map((row) => textOf(row.leftOn))}::date[],
      ${rows.map((row) => JSON.stringify(row.custom ?? {}))}::jsonb[],
      ${rows.map((row) => textOf(row.trueSince))}::timestamptz[])
      as given (id, name, email, title, started_on, left_on, custom, since)`.execute(db);
}

/** Adds teams and regions; a parent may come in the same call or before it. */
export async function recordTeams(db: Db, workspaceId: string, rows: readonly TeamRow[]): Promise<void> {
  if (rows.length === 0) return;
  await sql`
    insert into people.team (workspace_id, id, name, kind, parent_id, true_since)
    select ${workspaceId}::uuid, id, name, kind, parent_id, coalesce(since, base.moment())
    from unnest(${rows.map((row) => row.id)}::uuid[], ${rows.map((row) => row.name)}::text[],
      ${rows.map((row) => row.kind ?? "team")}::text[], ${rows.map((row) => row.parentId ?? null)}::uuid[],
      ${rows.map((row) => textOf(row.trueSince))}::timestamptz[])
      as given (id, name, kind, parent_id, since)`.execute(db);
}

/** Adds memberships. Refuses (by the database) a person in two teams on one day. */
export async function recordTeamMemberships(
  db: Db,
  workspaceId: string,
  rows: readonly TeamMembershipRow[],
): Promise<void> {
  if (rows.length === 0) return;
  await sql`
    insert into people.team_membership (workspace_id, id, person_id, team_id, starts_on, ends_on, true_since)
    select ${workspaceId}::uuid, id, person_id, team_id, starts_on, ends_on, coalesce(since, base.moment())
    from unnest(${rows.map((row) => row.id)}::uuid[], ${rows.map((row) => row.personId)}::uuid[],
      ${rows.map((row) => row.teamId)}::uuid[], ${rows.map((row) => textOf(row.startsOn))}::date[],
      ${rows.map((row) => textOf(row.endsOn))}::date[], ${rows.map((row) => textOf(row.trueSince))}::timestamptz[])
      as given (id, person_id, team_id, starts_on, ends_on, since)`.execute(db);
}

/** Adds reporting lines. Refuses (by the database) two managers on one day, and a person as their own manager. */
export async function recordReportingLines(
  db: Db,
  workspaceId: string,
  rows: readonly ReportingLineRow[],
): Promise<void> {
  if (rows.length === 0) return;
  await sql`
    insert into people.reporting_line (workspace_id, id, person_id, manager_id, starts_on, ends_on, true_since)
    select ${workspaceId}::uuid, id, person_id, manager_id, starts_on, ends_on, coalesce(since, base.moment())
    from unnest(${rows.map((row) => row.id)}::uuid[], ${rows.map((row) => row.personId)}::uuid[],
      ${rows.map((row) => row.managerId)}::uuid[], ${rows.map((row) => textOf(row.startsOn))}::date[],
      ${rows.map((row) => textOf(row.endsOn))}::date[], ${rows.map((row) => textOf(row.trueSince))}::timestamptz[])
      as given (id, person_id, manager_id, starts_on, ends_on, since)`.execute(db);
}

export interface KnownPerson {
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
  readonly title: string | null;
  readonly startedOn: Temporal.PlainDate | null;
  readonly leftOn: Temporal.PlainDate | null;
  readonly custom: Readonly<Record<string, unknown>>;
}

/** Everybody of the workspace who was not removed, by name: to match the people that a file speaks of. */
export async function findPeople(db: Db, workspaceId: string): Promise<KnownPerson[]> {
  const found = await sql<KnownPerson>`
    select id, name, email, title, started_on as "startedOn", left_on as "leftOn", custom
    from people.person where workspace_id = ${workspaceId}::uuid and removed_at is null
    order by lower(name), id`.execute(db);
  return found.rows;
}

/** Every team and region that was not removed, by name. */
export async function findTeams(
  db: Db,
  workspaceId: string,
): Promise<Required<Omit<TeamRow, "trueSince">>[]> {
  const found = await sql<Required<Omit<TeamRow, "trueSince">>>`
    select id, name, kind, parent_id as "parentId"
    from people.team where workspace_id = ${workspaceId}::uuid and removed_at is null
    order by lower(name), id`.execute(db);
  return found.rows;
}

/** Every membership, by person and day. */
export async function findTeamMemberships(
  db: Db,
  workspaceId: string,
): Promise<Required<Omit<TeamMembershipRow, "trueSince">>[]> {
  const found = await sql<Required<Omit<TeamMembershipRow, "trueSince">>>`
    select id, person_id as "personId", team_id as "teamId", starts_on as "startsOn", ends_on as "endsOn"
    from people.team_membership where workspace_id = ${workspaceId}::uuid
    order by person_id, starts_on nulls first`.execute(db);
  return found.rows;
}

/** Every reporting line, by person and day. */
export async function findReportingLines(
  db: Db,
  workspaceId: string,
): Promise<Required<Omit<ReportingLineRow, "trueSince">>[]> {
  const found = await sql<Required<Omit<ReportingLineRow, "trueSince">>>`
    select id, person_id as "personId", manager_id as "managerId", starts_on as "startsOn", ends_on as "endsOn"
    from people.reporting_line where workspace_id = ${workspaceId}::uuid
    order by person_id, starts_on nulls first`.execute(db);
  return found.rows;
}
