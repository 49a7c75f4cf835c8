/** Writes the people of the world: who reports to whom, in which team, and what is shared. */
import type { Db } from "#base/platform";
import { day, row } from "./row.ts";
import { idOf, leftOn, people, personId, reportingLines, shares, teams } from "./world.ts";

export async function layPeople(db: Db): Promise<void> {
  await db
    .insertInto("people.person")
    .values(
      people.map((who, at) => ({
        ...row("person", at + 1),
        name: `Person ${who}`,
        left_on: day(leftOn[who]),
      })),
    )
    .execute();
  await db
    .insertInto("people.reporting_line")
    .values(
      reportingLines.map(({ who, to, from, until }, at) => ({
        ...row("line", at + 1),
        person_id: personId(who),
        manager_id: personId(to),
        starts_on: day(from),
        ends_on: day(until),
      })),
    )
    .execute();
  await db
    .insertInto("people.team")
    .values(
      teams.map(({ number, name, parent }) => ({
        ...row("team", number),
        name,
        parent_id: parent === null ? null : idOf("team", parent),
      })),
    )
    .execute();
  await db
    .insertInto("people.team_membership")
    .values(
      teams.flatMap(({ number, members }) =>
        members.map((who) => ({
          ...row("membership", people.indexOf(who) + 1),
          team_id: idOf("team", number),
          person_id: personId(who),
        })),
      ),
    )
    .execute();
  await db
    .insertInto("people.shared_access")
    .values(
      shares.map((share, at) => ({
        ...row("share", at + 1),
        owner_id: personId(share.owner),
        person_id: personId(share.with),
        starts_on: Temporal.PlainDate.from(share.from),
        ends_on: day(share.until),
        reason: "Away",
        removed_at: share.removed ? Temporal.Instant.from("2026-02-02T00:00:00Z") : null,
      })),
    )
    .execute();
}
