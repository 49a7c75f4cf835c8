/** How the pipeline stood, and what moved it: the replica against the record's own SQL, with the same figures. */
import { sql } from "kysely";
import { explainMovement, standPipeline } from "#run";
import { openCompany, say, sizeAsked, usually } from "./company.ts";

const company = await openCompany(sizeAsked());
const { services, sight, workspaceId } = company;
const { db } = services.database;

/** The states at the end of a day, as the record has them. */
const standing = (
  day: string,
) => sql`select i.opportunity_id, i.status, i.amount_minor, i.stage_id, i.currency
  from crm.opportunity_interval i where i.workspace_id = ${workspaceId}::uuid and i.status <> 'removed'
    and i.valid_from < ((${day}::date + 1)::timestamp at time zone 'America/New_York')
    and (i.valid_to is null or i.valid_to >= ((${day}::date + 1)::timestamp at time zone 'America/New_York'))`;

try {
  await company.replica.catchUp(workspaceId);
  for (const day of ["2026-11-15", "2026-05-01", "2025-01-31"]) {
    const answer = await standPipeline(services, sight, { asOf: day, by: "stage" });
    const { rows } = await sql<{
      n: number;
    }>`select count(*)::int as n from (${standing(day)}) s where status = 'open'`.execute(db);
    if (rows[0]?.n !== answer.total.count)
      throw new Error(`${day}: the record has ${rows[0]?.n}, the replica ${answer.total.count}.`);
    const replica = await usually(() => standPipeline(services, sight, { asOf: day, by: "stage" }));
    const record = await usually(
      () =>
        sql`select stage_id, currency, count(*), sum(amount_minor) from (${standing(day)}) s where status = 'open' group by 1, 2`.execute(
          db,
        ),
      3,
    );
    say(`pipeline by stage as of ${day}, replica`, replica, `${answer.total.count} open`);
    say(`pipeline by stage as of ${day}, record`, record, `${(record / replica).toFixed(1)} times as long`);
  }
  for (const [from, to] of [
    ["2026-10-15", "2026-11-15"],
    ["2025-02-01", "2026-02-01"],
  ] as const) {
    const replica = await usually(() => explainMovement(services, sight, { from, to }));
    const record = await usually(
      () =>
        sql`select a.status, b.status, count(*), sum(a.amount_minor), sum(b.amount_minor)
        from (${standing(from)}) a full join (${standing(to)}) b on a.opportunity_id = b.opportunity_id
        where a.status is distinct from b.status or a.status = 'open' group by 1, 2`.execute(db),
      3,
    );
    say(`waterfall ${from} to ${to}, replica`, replica);
    say(`waterfall ${from} to ${to}, record`, record, `${(record / replica).toFixed(1)} times as long`);
  }
} finally {
  await company.close();
}
