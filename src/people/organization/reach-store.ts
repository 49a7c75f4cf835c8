/** Whose records somebody reaches on a day: by reporting line, by team, and by what others have shared with them. */
import { sql } from "kysely";
import type { Db, Reach } from "#base/platform";

/**
 * The people whose records a person reaches on `day`, themselves first. "company" is not asked here: it needs no list.
 * Who has left is reached by those to whom they reported on their last day, until their work is handed over.
 */
export async function peopleReached(
  db: Db,
  workspaceId: string,
  personId: string,
  reach: Exclude<Reach, "company">,
  day: Temporal.PlainDate,
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    with recursive below as (
      select ${personId}::uuid as id
      union
      select line.person_id from people.reporting_line as line
        join below on line.manager_id = below.id
        join people.person as p on p.workspace_id = line.workspace_id and p.id = line.person_id
      where line.workspace_id = ${workspaceId} and ${reach} in ('line', 'team')
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
    ), mates as (
      select membership.person_id as id from people.team_membership as membership join team on membership.team_id = team.id
      where membership.workspace_id = ${workspaceId}
        and (membership.starts_on is null or membership.starts_on <= ${day})
        and (membership.ends_on is null or membership.ends_on > ${day})
    ), shared as (
      select given.owner_id as id from people.shared_access as given
      where given.workspace_id = ${workspaceId} and given.person_id = ${personId} and given.removed_at is null
        and given.starts_on <= ${day} and (given.ends_on is null or given.ends_on > ${day})
    )
    select id from (
      select id, 1 as rank from below union select id, 2 from mates union select id, 3 from shared
    ) as reached group by id order by min(rank), id`.execute(db);
  return rows.map(({ id }) => id);
}
