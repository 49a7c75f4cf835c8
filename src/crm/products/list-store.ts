/** Where lists of products are read, and what the lines of opportunities say of them. */
import { sql } from "kysely";
import { withCustomColumns } from "#base/kernel";
import { byName, convertedAmount, type ListGround, type ListSource, type Sql } from "#base/platform";
import type { CustomField } from "../fields/field.ts";
import { productColumns } from "./columns.ts";

/** The list of products. Lines count at today's rate while their opportunity is open, else at that of its closing day. */
export function productList(ground: ListGround, fields: readonly CustomField[]): ListSource {
  const today = sql`${ground.today}::date`;
  const closing = sql`coalesce(o.close_on, ${today})`;
  return {
    columns: withCustomColumns(productColumns, fields),
    from: sql`crm.product p`,
    id: sql`p.id`,
    workspaceId: sql`p.workspace_id`,
    there: sql`p.removed_at is null`,
    searched: [sql`p.name`, sql`p.code`],
    custom: sql`p.custom`,
    standing: [byName(sql`p.name`)],
    parts: {
      name: { value: sql`p.name` },
      code: { value: sql`p.code` },
      family: { value: sql`p.family` },
      listPrice: { amountMinor: sql`p.list_price_minor`, currency: sql`p.currency`, rateOn: today },
      trueSince: { value: sql`p.true_since` },
      openPipeline: { value: ofLines(sql`o.status = 'open'`, sql`sum(${amount(ground, today)})`) },
      wonTotal: { value: ofLines(sql`o.status = 'won'`, sql`sum(${amount(ground, closing)})`) },
      opportunities: { value: ofLines(sql`true`, sql`count(distinct o.id)::numeric`) },
    },
  };
}

const amount = (ground: ListGround, rateOn: Sql) =>
  convertedAmount({ amountMinor: sql`l.amount_minor`, currency: sql`o.currency`, rateOn }, ground);

/** Something told of the lines that a product has in opportunities that are still there. */
const ofLines = (which: Sql, told: Sql): Sql =>
  sql`(select ${told} from crm.opportunity_line l
    join crm.opportunity o on o.workspace_id = l.workspace_id and o.id = l.opportunity_id and o.removed_at is null
    where l.workspace_id = p.workspace_id and l.product_id = p.id and ${which})`;
