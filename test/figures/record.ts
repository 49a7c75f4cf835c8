/** Figures computed by the record's own SQL, by another way than the measures go, to hold the measures to. */
import { sql } from "kysely";
import type { Database } from "#base/platform";

/** Each opportunity as it stood at the end of a day in New York, with its amount in US minor units. */
function standing(workspaceId: string, day: string) {
  return sql`select i.opportunity_id, i.status, i.close_on, i.owner_id, o.created_on, i.currency, i.stage_id,
      coalesce(i.probability, (select g.probability from crm.stage g where g.workspace_id = i.workspace_id and g.id = i.stage_id)) as probability,
      case when i.currency = w.currency then i.amount_minor else
        (select base_half_even(i.amount_minor * e.rate) from base.exchange_rate e where e.workspace_id = i.workspace_id
          and e.currency = i.currency and e.starts_on <= case when i.status = 'open' then ${day}::date else i.close_on end
          order by e.starts_on desc limit 1) end as amount
    from crm.opportunity_interval i
    join base.workspace w on w.workspace_id = i.workspace_id
    left join crm.opportunity o on o.workspace_id = i.workspace_id and o.id = i.opportunity_id
    where i.workspace_id = ${workspaceId}::uuid and i.status <> 'removed'
      and tstzrange(i.valid_from, i.valid_to, '[)') @> (((${day}::date + 1)::timestamp at time zone w.time_zone) - interval '1 microsecond')`;
}

/** Gives the database the rounding that money has here: halves to the even neighbour. For two currencies of two digits. */
export async function layRounding(database: Database): Promise<void> {
  await sql`create or replace function base_half_even(n numeric) returns numeric language sql immutable as $$
    select case when abs(n - trunc(n)) = 0.5 and mod(trunc(n), 2) = 0 then trunc(n) else round(n) end $$`.execute(
    database.db,
  );
}

export interface RecordFigures {
  readonly open: [amount: string, count: number];
  readonly won: [amount: string, count: number];
  readonly lost: number;
  /** Median of close − creation of what was won, in days. */
  readonly cycle: number | null;
  readonly created: number;
}

/** Open pipeline, and won, lost and created between two days, as of a day. Amounts as decimal text. */
export async function recordFigures(
  { database, workspaceId }: { database: Database; workspaceId: string },
  asked: { asOf: string; from: string; to: string },
): Promise<RecordFigures> {
  const { asOf, from, to } = asked;
  const { rows } = await sql<Record<string, string | null>>`
    with s as materialized (${standing(workspaceId, asOf)})
    select (coalesce(sum(amount) filter (where status = 'open'), 0) / 100)::numeric(20, 2)::text as open_amount,
      count(*) filter (where status = 'open')::text as open_count,
      (coalesce(sum(amount) filter (where status = 'won' and close_on between ${from}::date and ${to}::date), 0) / 100)::numeric(20, 2)::text as won_amount,
      count(*) filter (where status = 'won' and close_on between ${from}::date and ${to}::date)::text as won_count,
      count(*) filter (where status = 'lost' and close_on between ${from}::date and ${to}::date)::text as lost_count,
      count(*) filter (where created_on between ${from}::date and ${to}::date)::text as created_count,
      (percentile_cont(0.5) within group (order by (close_on - created_on)::float8)
        filter (where status = 'won' and close_on between ${from}::date and ${to}::date))::text as cycle
    from s`.execute(database.db);
  const row = rows[0] ?? {};
  return {
    open: [row.open_amount ?? "", Number(row.open_count)],
    won: [row.won_amount ?? "", Number(row.won_count)],
    lost: Number(row.lost_count),
    cycle: row.cycle === null || row.cycle === undefined ? null : Number(row.cycle),
    created: Number(row.created_count),
  };
}
