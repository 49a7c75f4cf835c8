/** Where lists of accounts are read: the tables, what each column is in them, and what is worked out from opportunities. */
import { sql } from "kysely";
import { withCustomColumns } from "#base/kernel";
import { byName, convertedAmount, type ListGround, type ListSource, type Sql } from "#base/platform";
import type { CustomField } from "../fields/field.ts";
import { placedJoin, placedParts } from "../lists/placed-store.ts";
import { accountColumns } from "./columns.ts";

const joined = sql`crm.account a
  left join crm.account above on above.workspace_id = a.workspace_id and above.id = a.parent_id
  left join people.person w on w.workspace_id = a.workspace_id and w.id = a.owner_id`;

/** The list of accounts. Open opportunities count at today's rate, won ones at that of their closing day. */
export function accountList(ground: ListGround, fields: readonly CustomField[]): ListSource {
  const today = sql`${ground.today}::date`;
  return {
    columns: withCustomColumns(accountColumns, fields),
    from: joined,
    id: sql`a.id`,
    workspaceId: sql`a.workspace_id`,
    there: sql`a.removed_at is null`,
    searched: [sql`a.name`, sql`a.domain`],
    custom: sql`a.custom`,
    standing: [byName(sql`a.name`)],
    joins: { placed: placedJoin(sql`a.workspace_id`, sql`a.owner_id`, ground) },
    parts: {
      ...placedParts,
      name: { value: sql`a.name` },
      parent: { id: sql`a.parent_id`, name: sql`above.name` },
      owner: { id: sql`a.owner_id`, name: sql`w.name` },
      domain: { value: sql`a.domain` },
      industry: { value: sql`a.industry` },
      country: { value: sql`a.country` },
      city: { value: sql`a.city` },
      employees: { value: sql`a.employees::numeric` },
      annualRevenue: { amountMinor: sql`a.annual_revenue_minor`, currency: sql`a.currency`, rateOn: today },
      createdOn: { value: sql`a.created_on` },
      trueSince: { value: sql`a.true_since` },
      openPipeline: { value: ofOpportunities("open", sql`sum(${amount(ground, today)})`) },
      openOpportunities: { value: ofOpportunities("open", sql`count(*)::numeric`) },
      wonTotal: {
        value: ofOpportunities("won", sql`sum(${amount(ground, sql`coalesce(o.close_on, ${today})`)})`),
      },
      lastActivityAt: {
        value: sql`(select max(t.done_at) from crm.activity t
          where t.workspace_id = a.workspace_id and t.account_id = a.id and t.removed_at is null)`,
      },
    },
  };
}

const amount = (ground: ListGround, rateOn: Sql) =>
  convertedAmount({ amountMinor: sql`o.amount_minor`, currency: sql`o.currency`, rateOn }, ground);

/** Something told of an account's opportunities of one status. */
const ofOpportunities = (status: string, told: Sql): Sql =>
  sql`(select ${told} from crm.opportunity o where o.workspace_id = a.workspace_id and o.account_id = a.id
    and o.removed_at is null and o.status = ${status})`;
