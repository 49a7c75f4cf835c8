/** What the record says about the company's size, for the adviser. */
import { sql } from "kysely";
import type { Db, Sight } from "#base/platform";

export interface OwnCounts {
  /** People who own an open opportunity. */
  readonly sellers: number;
  /** Managers above a seller in the longest line that begins with one of them. */
  readonly layers: number;
  readonly pipelines: number;
}

/** Counts sellers, layers and pipelines on a day. */
export async function countOwn(db: Db, sight: Sight, on: Temporal.PlainDate): Promise<OwnCounts> {
  const workspaceId = sight.workspaceId;
  const day = on.toString();
  const found = await sql<OwnCounts>`
    with recursive seller as (
      select distinct owner_id as person_id from crm.opportunity
      where workspace_id = ${workspaceId}::uuid and status = 'open' and removed_at is null and owner_id is not null
    ), line as (
      select person_id, manager_id from people.reporting_line
      where workspace_id = ${workspaceId}::uuid
        and (starts_on is null or starts_on <= ${day}::date) and (ends_on is null or ends_on > ${day}::date)
    ), above (person_id, layer) as (
      select person_id, 0 from seller
      union
      select line.manager_id, above.layer + 1 from above join line on line.person_id = above.person_id
      where above.layer < 20
    )
    select (select count(*)::int from seller) as sellers, coalesce((select max(layer) from above), 0)::int as layers,
      (select count(*)::int from crm.pipeline
       where workspace_id = ${workspaceId}::uuid and removed_at is null) as pipelines`.execute(db);
  return found.rows[0] ?? { sellers: 0, layers: 0, pipelines: 0 };
}
