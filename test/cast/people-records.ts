import { type Day, dateOfDay, instantOf } from "./days.ts";
import type { CastMembership, CastPerson, CastReportingLine, CastTeam } from "./records.ts";
import { type RoleKey, roleCast } from "./roles.ts";
import type { Setting } from "./setting.ts";
import type { Dated } from "./staff.ts";

/** The people of a setting as records: everybody, and those who play the roles by their key. */
export function writePeople(setting: Setting): {
  people: Record<RoleKey, CastPerson>;
  everyone: CastPerson[];
  teams: CastTeam[];
  memberships: CastMembership[];
  reportingLines: CastReportingLine[];
} {
  const { staff, roles } = setting.organization;
  const since = (day: Day | null) => instantOf(setting.clock(day ?? setting.story.beginsDay, 540));
  const date = (day: Day | null) => (day === null ? null : dateOfDay(day));
  const everyone = staff.employees.map((employee, index) => ({
    id: setting.ids.person(index),
    trueSince: since(employee.leftDay ?? employee.startedDay),
    name: employee.name,
    email: employee.email,
    title: employee.title,
    startedOn: date(employee.startedDay),
    leftOn: date(employee.leftDay),
  }));
  const team = setting.ids.of("team");
  const teams = staff.teams.map((plan, index) => ({
    id: team(index),
    trueSince: since(plan.foundedDay),
    name: plan.name,
    kind: plan.kind,
    parentId: plan.parent === null ? null : team(plan.parent),
  }));
  const dated = (entry: Dated, id: string) => ({
    id,
    trueSince: since(entry.until ?? entry.from),
    personId: setting.ids.person(entry.person),
    startsOn: date(entry.from),
    endsOn: date(entry.until),
  });
  const membership = setting.ids.of("membership");
  const line = setting.ids.of("reporting-line");
  return {
    people: byRole(roles, everyone),
    everyone,
    teams,
    memberships: staff.memberships.map((m, i) => ({ ...dated(m, membership(i)), teamId: team(m.to) })),
    reportingLines: staff.reporting.map((r, i) => ({
      ...dated(r, line(i)),
      managerId: setting.ids.person(r.to),
    })),
  };
}

function byRole(
  roles: Record<RoleKey, number>,
  everyone: readonly CastPerson[],
): Record<RoleKey, CastPerson> {
  const keys = Object.keys(roleCast) as RoleKey[];
  return Object.fromEntries(keys.map((key) => [key, everyone[roles[key]]])) as Record<RoleKey, CastPerson>;
}
