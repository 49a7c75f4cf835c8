/** Rows of who was in which team, from which day until which, into the record. */
import { type DateInterval, intersect } from "#base/kernel";
import type { Db } from "#base/platform";
import {
  changeTeamMemberships,
  findTeamMemberships,
  findTeams,
  recordTeamMemberships,
  recordTeams,
  type TeamMembershipRow,
} from "#people";
import { dayIn, type ReadRow, textIn } from "../mapping/row.ts";
import { isIdOf } from "../recognition/source-ids.ts";
import { findLinks } from "./links-store.ts";
import type { RecordRow } from "./record-row.ts";
import type { RowKind, SaidOrRefused } from "./row-actions.ts";
import type { Run } from "./run.ts";
import { TeamBook } from "./team-book.ts";

interface Held extends DateInterval {
  readonly id: string;
  readonly teamId: string;
}

const object = "team-membership";
const refused = (field: string, reason: string): SaidOrRefused => ({ refused: { field, reason } });

const spanWords = ({ startsOn, endsOn }: DateInterval): string =>
  [startsOn === null ? null : `from ${startsOn}`, endsOn === null ? null : `until before ${endsOn}`]
    .filter((word) => word !== null)
    .join(" ") || "at all times";

/** A person in a team over some days. A person is in one team at a time, so what overlaps is refused. */
export const membershipKind: RowKind = {
  object,
  table: "people.team_membership",
  columns: () => [],
  reader: async (run, trx, rows) => {
    const { workspaceId, plan } = run;
    const teams = new TeamBook(await findTeams(trx, workspaceId), run.newId);
    const held = await heldByOthers(run, trx, rows);
    const ids = new Map<ReadRow, string>();
    for (const row of rows) {
      const team = textIn(row, "team");
      const id = team === null ? null : teams.teamAt(team, null);
      if (id !== null) ids.set(row, id);
    }
    await recordTeams(trx, workspaceId, teams.missing);
    return (row): SaidOrRefused => {
      const name = textIn(row, "person") ?? "";
      const personId = run.people.meant(name, !isIdOf(plan.source, name));
      const teamId = ids.get(row);
      if (name === "") return refused("person", "The row names no person.");
      if (personId === undefined) return refused("person", "No file of this import has this person.");
      if (teamId === undefined) return refused("team", "The row names no team.");
      const startsOn = dayIn(row, "startsOn", plan.timeZone);
      const endsOn = dayIn(row, "endsOn", plan.timeZone);
      if (startsOn !== null && endsOn !== null && Temporal.PlainDate.compare(startsOn, endsOn) >= 0)
        return refused("endsOn", "It ends before it begins.");
      const own = held.get(personId) ?? [];
      const other = own.find((one) => intersect(one, { startsOn, endsOn }) !== null);
      if (other !== undefined)
        return refused(
          "startsOn",
          `The person is in another team ${spanWords(other)}: a person is in one team at a time.`,
        );
      held.set(personId, [...own, { id: "", teamId, startsOn, endsOn }]);
      return { said: { person_id: personId, team_id: teamId, starts_on: startsOn, ends_on: endsOn } };
    };
  },
  insert: (trx, workspaceId, rows) => recordTeamMemberships(trx, workspaceId, rows.map(membershipOf)),
  change: (trx, workspaceId, _, rows) => changeTeamMemberships(trx, workspaceId, rows.map(membershipOf)),
};

const membershipOf = (row: RecordRow): TeamMembershipRow => ({
  id: row.id,
  personId: String(row.person_id),
  teamId: String(row.team_id),
  startsOn: row.starts_on instanceof Temporal.PlainDate ? row.starts_on : null,
  endsOn: row.ends_on instanceof Temporal.PlainDate ? row.ends_on : null,
});

/** Memberships by person, without those that these rows are about to say anew. */
async function heldByOthers(run: Run, trx: Db, rows: readonly ReadRow[]): Promise<Map<string, Held[]>> {
  const { workspaceId, sourceKey } = run;
  const keys = rows.map((row) => row.key);
  const own = new Set(
    [...(await findLinks(trx, workspaceId, sourceKey, object, keys)).values()].map((link) => link.recordId),
  );
  const there = (await findTeamMemberships(trx, workspaceId)).filter((one) => !own.has(one.id));
  return Map.groupBy(there, (one) => one.personId);
}
