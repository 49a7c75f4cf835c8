/** People in the replica: who reports to whom and who is in which region, with the days between which it holds. */
import { everybody } from "#base/kernel";
import type { ReplicatedTable } from "#base/platform";

export const personRows: ReplicatedTable = {
  name: "person",
  key: "person_id",
  keyExpression: "p.id",
  columns: {
    person_id: "UUID",
    name: "VARCHAR",
    email: "VARCHAR",
    custom: "VARCHAR",
    title: "VARCHAR",
    removed: "BOOLEAN",
  },
  seen: everybody,
  select: `select p.id, p.name, p.email, p.custom, p.title, p.removed_at is not null
    from people.person p where p.workspace_id = $1 and {keys}`,
  follows: { "people.person": "key" },
};

export const reportingLineRows: ReplicatedTable = {
  name: "reporting_line",
  key: "person_id",
  keyExpression: "l.person_id",
  columns: { person_id: "UUID", manager_id: "UUID", starts_on: "DATE", ends_on: "DATE" },
  seen: everybody,
  select: `select l.person_id, l.manager_id, l.starts_on, l.ends_on
    from people.reporting_line l where l.workspace_id = $1 and {keys}`,
  follows: { "people.reporting_line": "whole" },
};

/** A membership with the region that its team lies in: the team itself or the nearest one above it of that kind. */
export const membershipRows: ReplicatedTable = {
  name: "membership",
  key: "person_id",
  keyExpression: "m.person_id",
  columns: {
    person_id: "UUID",
    team_id: "UUID",
    team: "VARCHAR",
    region_id: "UUID",
    region: "VARCHAR",
    starts_on: "DATE",
    ends_on: "DATE",
  },
  seen: everybody,
  select: `with recursive up as (
      select t.id as team_id, t.id as at_id, t.kind, t.name, t.parent_id, 0 as steps from people.team t where t.workspace_id = $1
      union all
      select u.team_id, t.id, t.kind, t.name, t.parent_id, u.steps + 1
        from up u join people.team t on t.workspace_id = $1 and t.id = u.parent_id where u.steps < 20
    ), region as (select distinct on (team_id) team_id, at_id, name from up where kind = 'region' order by team_id, steps)
    select m.person_id, m.team_id, t.name, r.at_id, r.name, m.starts_on, m.ends_on
    from people.team_membership m
    join people.team t on t.workspace_id = m.workspace_id and t.id = m.team_id
    left join region r on r.team_id = m.team_id
    where m.workspace_id = $1 and {keys}`,
  follows: { "people.team_membership": "whole", "people.team": "whole" },
};

export const peopleReplica: readonly ReplicatedTable[] = [personRows, reportingLineRows, membershipRows];
