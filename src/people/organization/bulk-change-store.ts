/** Changing the organization many rows at a time, as a later export brings it. */
import { sql } from "kysely";
import type { Db } from "#base/platform";
import type { PersonRow, TeamMembershipRow } from "./bulk-store.ts";

/** What is new about a person: what is left out stays as it is, null empties it; custom values are added. */
export type PersonChange = { readonly id: string } & Partial<Omit<PersonRow, "id" | "trueSince">>;

const columnOf = {
  name: "name",
  email: "email",
  title: "title",
  startedOn: "started_on",
  leftOn: "left_on",
} as const;

/** Changes people. Gives the ids of those of whom something really changed. */
export async function changePeople(
  db: Db,
  workspaceId: string,
  rows: readonly PersonChange[],
): Promise<ReadonlySet<string>> {
  if (rows.length === 0) return new Set();
  const given = rows.map((row) => {
    const fields: Record<string, string | null> = {};
    for (const [name, column] of Object.entries(columnOf)) {
      const value = row[name as keyof typeof columnOf];
      if (value !== undefined) fields[column] = value === null ? null : value.toString();
    }
    return { id: row.id, fields, custom: row.custom ?? {} };
  });
  const found = await sql<{ id: string }>`
    update people.person as p set name = wanted.name, email = wanted.email, title = wanted.title,
      started_on = wanted.started_on, left_on = wanted.left_on, custom = wanted.custom
    from (
      select old.id,
        case when given.fields ? 'name' then given.fields ->> 'name' else old.name end as name,
        case when given.fields ? 'email' then given.fields ->> 'email' else old.email end as email,
        case when given.fields ? 'title' then given.fields ->> 'title' else old.title end as title,
        case when given.fields ? 'started_on' then (given.fields ->> 'started_on')::date else old.started_on end as started_on,
        case when given.fields ? 'left_on' then (given.fields ->> 'left_on')::date else old.left_on end as left_on,
        old.custom || given.custom as custom
      from people.person as old
      join jsonb_to_recordset(${JSON.stringify(given)}::jsonb) as given (id uuid, fields jsonb, custom jsonb)
        on given.id = old.id
      where old.workspace_id = ${workspaceId}::uuid) as wanted
    where p.workspace_id = ${workspaceId}::uuid and p.id = wanted.id
      and (p.name, p.email, p.title, p.started_on, p.left_on, p.custom) is distinct from
        (wanted.name, wanted.email, wanted.title, wanted.started_on, wanted.left_on, wanted.custom)
    returning p.id`.execute(db);
  return new Set(found.rows.map((row) => row.id));
}

/** The first day on which what holds for a person holds no longer. */
export interface PersonEnd {
  readonly personId: string;
  readonly on: Temporal.PlainDate;
}

/**
 * Ends what holds for people on a day: a line that began before ends there, one that began that very day goes. What is
 * planned for later stays; gives the day on which it begins, by person, where there is something.
 */
async function endLines(
  db: Db,
  workspaceId: string,
  table: "people.reporting_line" | "people.team_membership",
  ends: readonly PersonEnd[],
): Promise<ReadonlyMap<string, Temporal.PlainDate>> {
  if (ends.length === 0) return new Map();
  const given = sql`unnest(${ends.map((one) => one.personId)}::uuid[], ${ends.map((one) => one.on.toString())}::date[])
    as given (person_id, day)`;
  await sql`
    delete from ${sql.table(table)} as line using ${given}
    where line.workspace_id = ${workspaceId}::uuid and line.person_id = given.person_id and line.starts_on = given.day`.execute(
    db,
  );
  await sql`
    update ${sql.table(table)} as line set ends_on = given.day from ${given}
    where line.workspace_id = ${workspaceId}::uuid and line.person_id = given.person_id
      and (line.starts_on is null or line.starts_on < given.day) and (line.ends_on is null or line.ends_on > given.day)`.execute(
    db,
  );
  const later = await sql<{ personId: string; startsOn: Temporal.PlainDate }>`
    select line.person_id as "personId", min(line.starts_on) as "startsOn" from ${sql.table(table)} as line
    join ${given} on given.person_id = line.person_id
    where line.workspace_id = ${workspaceId}::uuid and line.starts_on > given.day group by 1`.execute(db);
  return new Map(later.rows.map((row) => [row.personId, row.startsOn]));
}

/** Ends reporting lines on a day (see `endLines`): nobody is their manager any more until a new line begins. */
export function endReportingLines(db: Db, workspaceId: string, ends: readonly PersonEnd[]) {
  return endLines(db, workspaceId, "people.reporting_line", ends);
}

/** Ends memberships on a day (see `endLines`): they are in no team any more until a new one begins. */
export function endTeamMemberships(db: Db, workspaceId: string, ends: readonly PersonEnd[]) {
  return endLines(db, workspaceId, "people.team_membership", ends);
}

/**
 * Changes memberships as a whole. Those that hold for fewer days than before come first, so that others can take the
 * days; refuses (by the database) a person in two teams on one day.
 */
export async function changeTeamMemberships(
  db: Db,
  workspaceId: string,
  rows: readonly TeamMembershipRow[],
): Promise<void> {
  if (rows.length === 0) return;
  const given = sql`unnest(${rows.map((row) => row.id)}::uuid[], ${rows.map((row) => row.personId)}::uuid[],
      ${rows.map((row) => row.teamId)}::uuid[], ${rows.map((row) => row.startsOn?.toString() ?? null)}::date[],
      ${rows.map((row) => row.endsOn?.toString() ?? null)}::date[])
      as given (id, person_id, team_id, starts_on, ends_on)`;
  const these = sql`held.workspace_id = ${workspaceId}::uuid and held.id = given.id`;
  await sql`
    update people.team_membership as held set starts_on = given.starts_on, ends_on = given.ends_on from ${given}
    where ${these} and held.person_id = given.person_id
      and daterange(given.starts_on, given.ends_on) <@ daterange(held.starts_on, held.ends_on)`.execute(db);
  await sql`
    update people.team_membership as held set person_id = given.person_id, team_id = given.team_id,
      starts_on = given.starts_on, ends_on = given.ends_on from ${given}
    where ${these} and (held.person_id, held.team_id, held.starts_on, held.ends_on)
      is distinct from (given.person_id, given.team_id, given.starts_on, given.ends_on)`.execute(db);
}
