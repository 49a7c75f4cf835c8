/** Money in the workspace's currency, in the record's own SQL: the same figure to the cent as the replica's. */
import { sql } from "kysely";
import type { Db } from "../db/index.ts";
import type { Sight } from "../policy/index.ts";
import type { Sql } from "./source.ts";

/** A currency's rates by first day; `factors` turn its minor units into the workspace's: multiply, divide by 10^12. */
interface CurrencyRates {
  readonly currency: string;
  readonly startsOn: readonly string[];
  readonly factors: readonly string[];
}
export type Rates = readonly CurrencyRates[];

/** The rates into the workspace's currency. */
export async function findRates(db: Db, sight: Sight): Promise<Rates> {
  const found = await sql<{ currency: string; startsOn: string[]; factors: string[] }>`
    select e.currency, array_agg(e.starts_on::text order by e.starts_on) as "startsOn",
      array_agg(round(e.rate * power(10::numeric, base.minor_digits(w.currency) - base.minor_digits(e.currency) + 12))::text
        order by e.starts_on) as factors
    from base.exchange_rate e join base.workspace w using (workspace_id)
    where e.workspace_id = ${sight.workspaceId}::uuid group by e.currency order by e.currency`.execute(db);
  return found.rows;
}

/** An amount in minor units of the workspace's currency; null where it is unknown or no rate is known for its day. */
export function convertedAmount(
  parts: { readonly amountMinor: Sql; readonly currency: Sql; readonly rateOn: Sql },
  ground: { readonly currency: string; readonly rates: Rates },
): Sql {
  const others = ground.rates
    .filter(({ currency }) => currency !== ground.currency)
    .map(({ currency, startsOn, factors }) => {
      const place = sql`nullif(width_bucket(${parts.rateOn}, ${startsOn}::date[]), 0)`;
      return sql`when ${currency} then base.divide_half_even(
        ${parts.amountMinor} * (${factors}::numeric[])[${place}], 1000000000000)`;
    });
  return sql`case ${parts.currency} when ${ground.currency} then ${parts.amountMinor}::numeric ${sql.join(others, sql` `)} end`;
}
