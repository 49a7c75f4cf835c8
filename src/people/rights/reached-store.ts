/**
 * Whom somebody reaches on a day, by reporting line, by team and by what others have shared, each with the shortest way.
 * Who has left is reached by those to whom they reported on their last day, until their work is handed over.
 */
import { sql } from "kysely";
import type { Db, Reach } from "#base/platform";
import type { ReachedBy } from "./reach.ts";

export interface Reached {
  readonly id: string;
  readonly name: string;
  readonly by: ReachedBy;
}

interface Row {
  readonly id: string;
  readonly name: string;
  readonly kind: ReachedBy["kind"];
  readonly through: string | null;
  readonly until: string | null;
}

/** Circles that an import brought along are walked no deeper than any organization is. */
const deepest = 40;

/** Everybody whose records a person reaches on `day`, themselves first, with the shortest way. */
export async function reachedWithReasons(
  db: Db,
  workspaceId: string,
  personId: string,
  reach: Exclude<Reach, "company">,
  day: Temporal.PlainDate,
): Promise<Reached[]> {
  const { rows } = await sql<Row>`
    with recursive below as (
      select ${personId}::uuid as id, null::uuid as through, 0 as depth
      union
      select line.person_id, case when below.depth = 0 then null else below.id end, below.depth + 1
      from people.reporting_line as line
        join below on line.manager_id = below.id
        join people.person as p on p.workspace_id = line.workspace_id and p.id = line.person_id
      where line.workspace_id = ${workspaceId} and ${reach} in ('line', 'team') and below.depth < ${deepest}
        and (line.starts_on is null or line.starts_on <= least(${day}::date, p.left_on))
        and (line.ends_on is null or line.ends_on > least(${day}::date, p.left_on))
    ), team as (
      select membership.team_id as id from people.team_membership as membership
      where membership.workspace_id = ${workspaceId} and membership.person_id = ${personId} and ${reach} = 'team'
        and (membership.starts_on is null or membership.starts_on <= ${day})
        and (membership.ends_on is null or membership.ends_on > ${day})
      union
      select part.id from people.team as part join team on part.parent_id = team.id
      where part.workspace_id = ${workspaceId}
    ), ways as (
      select id, case when depth = 0 then 'own' else 'line' end as kind, depth,
        (select m.name from people.person as m where m.workspace_id = ${workspaceId} and m.id = below.through) as through,
        null::text as until
      from below
      union all
      select membership.person_id, 'team', ${deepest}::integer + 1, t.name, null
      from people.team_membership as membership join team on membership.team_id = team.id
        join people.team as t on t.workspace_id = membership.workspace_id and t.id = membership.team_id
      where membership.workspace_id = ${workspaceId}
        and (membership.starts_on is null or membership.starts_on <= ${day})
        and (membership.ends_on is null or membership.ends_on > ${day})
      union all
      select given.owner_id, 'shared', ${deepest}::integer + 2, given.reason, given.ends_on::text
      from people.shared_access as given
      where given.workspace_id = ${workspaceId} and given.person_id = ${personId} and given.removed_at is null
        and given.starts_on <= ${day} and (given.ends_on is null or given.ends_on > ${day})
    )
    select distinct on (ways.depth, person.name, ways.id) ways.id, person.name, ways.kind, ways.through, ways.until
    from (select *, row_number() over (partition by id order by depth, through) as place from ways) as ways
      join people.person as person on person.workspace_id = ${workspaceId} and person.id = ways.id
    where ways.place = 1 order by ways.depth, person.name, ways.id`.execute(db);
  return rows.map(({ id, name, kind, through, until }) => ({ id, name, by: byFrom(kind, through, until) }));
}

/** The ids of those people: what a seat's requests are narrowed to. */
export async function peopleReached(...asked: Parameters<typeof reachedWithReasons>): Promise<string[]> {
  return (await reachedWithReasons(...asked)).map(({ id }) => id);
}

function byFrom(kind: Row["kind"], through: string | null, until: string | null): ReachedBy {
  if (kind === "line") return { kind, through };
  if (kind === "team") return { kind, team: through ?? "" };
  if (kind === "shared") return { kind, until, reason: through ?? "" };
  return { kind: "own" };
}

export interface SeatOnDay {
  readonly personId: string;
  readonly name: string;
  readonly role: string;
}

/** The seats that were open at the end of a day, with the role that each had then, by the person's name. */
export async function seatsAt(db: Db, workspaceId: string, instant: Temporal.Instant): Promise<SeatOnDay[]> {
  const { rows } = await sql<SeatOnDay>`
    select seat.person_id as "personId", person.name, coalesce((
        select change.fields #>> '{access_role,1}' from base.change as change
        where change.workspace_id = seat.workspace_id and change.record_id = seat.id and change.noun = 'people.seat'
          and change.fields ? 'access_role' and change.true_since <= ${instant}
        order by change.change_no desc limit 1), seat.access_role) as role
    from people.seat as seat
      join people.person as person on person.workspace_id = seat.workspace_id and person.id = seat.person_id
    where seat.workspace_id = ${workspaceId} and seat.made_at <= ${instant}
      and (seat.ended_at is null or seat.ended_at > ${instant})
    order by person.name, seat.id`.execute(db);
  return rows;
}
