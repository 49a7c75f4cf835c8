/** Exchange rates in the replica, and the macros that turn money into the workspace's currency exactly. */
import { everybody } from "../../kernel/index.ts";
import { duck, type Fragment } from "./fragment.ts";
import type { ReplicatedTable } from "./table.ts";

/** `factor` turns minor units of `currency` into minor units of the workspace's currency: multiply, divide by 10^12. */
export const exchangeRates: ReplicatedTable = {
  name: "exchange_rate",
  key: "currency",
  keyExpression: "e.currency",
  columns: { currency: "VARCHAR", starts_on: "DATE", ends_on: "DATE", factor: "HUGEINT" },
  seen: everybody,
  select: `select e.currency, e.starts_on,
      lead(e.starts_on) over (partition by e.currency order by e.starts_on),
      round(e.rate * power(10::numeric, base.minor_digits(w.currency) - base.minor_digits(e.currency) + 12))::numeric(38, 0)
    from base.exchange_rate e join base.workspace w using (workspace_id) where e.workspace_id = $1 and {keys}`,
  follows: { "base.exchange_rate": "whole", "base.workspace": "whole" },
};

/**
 * divide_half_even: exact division of whole numbers, halves to the even neighbour, as the kernel does it.
 * portion: the part of an amount that falls between two running weights; the parts of a whole add up to it exactly.
 */
export const moneyMacros: readonly string[] = [
  `CREATE MACRO divide_half_even(n, d) AS sign(n)::HUGEINT * ((abs(n)::HUGEINT // d) + CASE
    WHEN (abs(n)::HUGEINT % d) * 2 > d THEN 1
    WHEN (abs(n)::HUGEINT % d) * 2 = d AND (abs(n)::HUGEINT // d) % 2 = 1 THEN 1 ELSE 0 END)`,
  `CREATE MACRO portion(amount, before, after, total) AS
    (amount::HUGEINT * after) // total - (amount::HUGEINT * before) // total`,
];

/**
 * The JOIN that finds the rate of a currency on a day. Only comparisons of one side with the other, because DuckDB joins
 * row by row as soon as an outer join's condition has an OR or speaks of one side alone (a hundred times as slow).
 */
export function joinRate(currencyColumn: Fragment, day: Fragment): Fragment {
  return duck`LEFT JOIN exchange_rate x ON x.currency = ${currencyColumn}
    AND ${day} >= x.starts_on AND ${day} < coalesce(x.ends_on, DATE 'infinity')`;
}

/** An amount in the workspace's currency, NULL where no rate is known for that day. Needs {@link joinRate}. */
export function inWorkspaceCurrency(
  amount: Fragment,
  currencyColumn: Fragment,
  workspaceCurrency: string,
): Fragment {
  return duck`CASE WHEN ${currencyColumn} = ${workspaceCurrency} THEN ${amount}::HUGEINT
    ELSE divide_half_even(${amount}::HUGEINT * x.factor, 1000000000000::HUGEINT) END`;
}
