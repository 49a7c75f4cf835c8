/** In which team and region the person of a record is today, for lists that are narrowed down to one. */
import { sql } from "kysely";
import type { ColumnParts, ListGround, Sql } from "#base/platform";

/**
 * Joins the team of a person today, and the region that the team lies in: the team itself or the nearest one above it
 * of that kind. A person is in one team at a time.
 */
export function placedJoin(workspaceId: Sql, personId: Sql, { sight, today }: ListGround): Sql {
  const here = sql`${sight.workspaceId}::uuid`;
  return sql`left join (
    with recursive up as (
      select t.workspace_id, t.id as team_id, t.id as at_id, t.kind, t.name, t.parent_id, 0 as steps from people.team t
      where t.workspace_id = ${here}
      union all
      select u.workspace_id, u.team_id, t.id, t.kind, t.name, t.parent_id, u.steps + 1
        from up u join people.team t on t.workspace_id = u.workspace_id and t.id = u.parent_id where u.steps < 20
    ), region as (
      select distinct on (workspace_id, team_id) workspace_id, team_id, at_id, name from up
      where kind = 'region' order by workspace_id, team_id, steps)
    select m.workspace_id, m.person_id, t.id as team_id, t.name as team, r.at_id as region_id, r.name as region
    from people.team_membership m
    join people.team t on t.workspace_id = m.workspace_id and t.id = m.team_id
    left join region r on r.workspace_id = m.workspace_id and r.team_id = m.team_id
    where m.workspace_id = ${here} and (m.starts_on is null or m.starts_on <= ${today}::date)
      and (m.ends_on is null or m.ends_on > ${today}::date)
  ) placed on placed.workspace_id = ${workspaceId} and placed.person_id = ${personId}`;
}

/** The columns that come of it. */
export const placedParts: Readonly<Record<"team" | "region", ColumnParts>> = {
  team: { id: sql`placed.team_id`, name: sql`placed.team`, joined: "placed" },
  region: { id: sql`placed.region_id`, name: sql`placed.region`, joined: "placed" },
};
