/** Where lists of opportunities are read: the tables, and what each column is in them. */
import { sql } from "kysely";
import { type ListColumn, withCustomColumns } from "#base/kernel";
import { byName, type ListGround, type ListSource } from "#base/platform";
import type { CustomField } from "../fields/field.ts";
import { placedJoin, placedParts } from "../lists/placed-store.ts";
import { opportunityColumns } from "./columns.ts";

const joined = sql`crm.opportunity o
  left join crm.pipeline p on p.workspace_id = o.workspace_id and p.id = o.pipeline_id
  left join crm.stage s on s.workspace_id = o.workspace_id and s.id = o.stage_id
  left join crm.account a on a.workspace_id = o.workspace_id and a.id = o.account_id
  left join people.person w on w.workspace_id = o.workspace_id and w.id = o.owner_id`;

/** The list of opportunities. Money is at the rate of the closing day once closed, of today while open. */
export function opportunityList(ground: ListGround, fields: readonly CustomField[]): ListSource {
  const columns: ListColumn[] = withCustomColumns(opportunityColumns, fields);
  const rateOn = sql`(case when o.status = 'open' then ${ground.today}::date else coalesce(o.close_on, ${ground.today}::date) end)`;
  return {
    columns,
    from: joined,
    id: sql`o.id`,
    workspaceId: sql`o.workspace_id`,
    there: sql`o.removed_at is null`,
    searched: [sql`o.name`, sql`a.name`],
    custom: sql`o.custom`,
    standing: [byName(sql`o.name`)],
    joins: { placed: placedJoin(sql`o.workspace_id`, sql`o.owner_id`, ground) },
    parts: {
      ...placedParts,
      name: { value: sql`o.name` },
      account: { id: sql`o.account_id`, name: sql`a.name` },
      owner: { id: sql`o.owner_id`, name: sql`w.name` },
      pipeline: { id: sql`o.pipeline_id`, name: sql`p.name`, order: sql`p.position::integer` },
      // Two pipelines may call their stages alike.
      stage: {
        id: sql`o.stage_id`,
        name: sql`s.name`,
        label: sql`(s.name || ' · ' || p.name)`,
        order: sql`(p.position * 1000 + s.position)`,
      },
      products: {
        each: sql`crm.opportunity_line l join crm.product pr on pr.workspace_id = l.workspace_id and pr.id = l.product_id
          where l.workspace_id = o.workspace_id and l.opportunity_id = o.id`,
        eachId: sql`pr.id`,
        eachName: sql`pr.name`,
      },
      status: { value: sql`o.status` },
      amount: { amountMinor: sql`o.amount_minor`, currency: sql`o.currency`, rateOn },
      probability: { value: sql`o.probability` },
      forecastCategory: { value: sql`o.forecast_category` },
      closeOn: { value: sql`o.close_on` },
      createdOn: { value: sql`o.created_on` },
      stageEnteredAt: { value: sql`o.stage_entered_at` },
      trueSince: { value: sql`o.true_since` },
      lastActivityAt: {
        value: sql`(select max(t.done_at) from crm.activity t
          where t.workspace_id = o.workspace_id and t.opportunity_id = o.id and t.removed_at is null)`,
      },
      leadSource: { value: sql`o.lead_source` },
      lostReason: { value: sql`o.lost_reason` },
      nextStep: { value: sql`o.next_step` },
      currency: { value: sql`o.currency::text` },
    },
  };
}
