/** Rows of people into the record: first who there is, then who is in which team and reports to whom. */
import type { Db } from "#base/platform";
import {
  findReportingLines,
  findTeamMemberships,
  findTeams,
  type PersonRow,
  type ReportingLineRow,
  recordPeople,
  recordReportingLines,
  recordTeamMemberships,
  recordTeams,
  type TeamMembershipRow,
  type TeamRow,
} from "#people";
import { dayIn, type ReadRow, textIn } from "../mapping/row.ts";
import type { Link } from "./link.ts";
import { saveLinks } from "./links-store.ts";
import { meantPeople, named } from "./reference-actions.ts";
import { fullName } from "./row-values.ts";
import type { Run } from "./run.ts";
import { emptyTally, type Tally } from "./tally.ts";

/** Writes who there is. A person who is already known is linked and not written twice. */
export async function writePeople(run: Run, trx: Db, rows: readonly ReadRow[]): Promise<Tally> {
  const tally = emptyTally();
  const people: PersonRow[] = [];
  const links: Link[] = [];
  const { timeZone } = run.plan;
  for (const row of rows) {
    const name = fullName(row);
    if (name === null) {
      tally.rejects.push({ line: row.line, field: "name", value: "", reason: "The person has no name." });
      continue;
    }
    const email = textIn(row, "email");
    const link = run.people.linkOf(row.key);
    if (link?.fingerprint === row.fingerprint) {
      tally.unchanged += 1;
      continue;
    }
    if (link === undefined && email !== null && run.people.isTaken(email)) {
      run.notices.notice("People with an address that another person of the source has too, kept apart");
    }
    const known = link?.recordId ?? run.people.knownFor({ name, email });
    if (known !== undefined) {
      tally.unchanged += 1;
      run.notices.notice(
        link === undefined
          ? "People who were already known, linked to the source and kept as they are here"
          : "People of whom the source says something new, kept as they are here",
      );
      links.push(linked(run, row, known));
      continue;
    }
    const id = run.newId();
    const { custom } = row;
    const days = { startedOn: dayIn(row, "startedOn", timeZone), leftOn: dayIn(row, "leftOn", timeZone) };
    people.push({ id, name, email, title: textIn(row, "title"), ...days, custom });
    run.people.welcome({ id, name, email });
    links.push(linked(run, row, id));
    tally.created += 1;
  }
  await recordPeople(trx, run.workspaceId, people);
  await saveLinks(trx, run.workspaceId, run.plan.source, "person", run.importId, links);
  return tally;
}

function linked(run: Run, row: ReadRow, recordId: string): Link {
  const link = { sourceId: row.key, recordId, fingerprint: row.fingerprint };
  run.people.link(link);
  return link;
}

/** Writes who reports to whom, since before our records. A line that is already there is kept. */
export async function writeReportingLines(run: Run, trx: Db, rows: readonly ReadRow[]): Promise<void> {
  const managers = await meantPeople(run, trx, named(rows, "manager"));
  const there = new Map(
    (await findReportingLines(trx, run.workspaceId)).map((line) => [line.personId, line.managerId]),
  );
  const lines: ReportingLineRow[] = [];
  for (const row of rows) {
    const personId = run.people.linkOf(row.key)?.recordId;
    const managerId = managers.get(textIn(row, "manager") ?? "");
    if (personId === undefined || managerId === undefined) continue;
    const before = there.get(personId);
    if (personId === managerId) run.notices.notice("People named as their own manager, who were given none");
    else if (before === undefined)
      lines.push({ id: run.newId(), personId, managerId, startsOn: null, endsOn: null });
    else if (before !== managerId)
      run.notices.notice("People with another manager in the source than here, where the one here was kept");
    if (before === undefined) there.set(personId, managerId);
  }
  await recordReportingLines(trx, run.workspaceId, lines);
}

/** Writes who is in which team or region, since before our records; teams and regions that are missing are made. */
export async function writeMemberships(run: Run, trx: Db, rows: readonly ReadRow[]): Promise<void> {
  const { workspaceId } = run;
  const teams = await findTeams(trx, workspaceId);
  const there = new Map(
    (await findTeamMemberships(trx, workspaceId)).map((one) => [one.personId, one.teamId]),
  );
  const newTeams: TeamRow[] = [];
  const memberships: TeamMembershipRow[] = [];
  const teamFor = (name: string, kind: "team" | "region", parentId: string | null): string => {
    const same = (team: TeamRow) =>
      team.name.toLowerCase() === name.toLowerCase() &&
      team.kind === kind &&
      (team.parentId ?? null) === parentId;
    const found = [...teams, ...newTeams].find(same);
    if (found !== undefined) return found.id;
    const team = { id: run.newId(), name, kind, parentId };
    newTeams.push(team);
    return team.id;
  };
  for (const row of rows) {
    const personId = run.people.linkOf(row.key)?.recordId;
    const region = textIn(row, "region");
    const team = textIn(row, "team");
    if (personId === undefined || (region ?? team) === null) continue;
    const regionId = region === null ? null : teamFor(region, "region", null);
    const teamId = team === null ? regionId : teamFor(team, "team", regionId);
    if (teamId === null) continue;
    const before = there.get(personId);
    if (before === undefined)
      memberships.push({ id: run.newId(), personId, teamId, startsOn: null, endsOn: null });
    else if (before !== teamId)
      run.notices.notice("People with another team in the source than here, where the one here was kept");
    there.set(personId, before ?? teamId);
  }
  await recordTeams(trx, workspaceId, newTeams);
  await recordTeamMemberships(trx, workspaceId, memberships);
}
