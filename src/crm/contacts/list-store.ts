/** Where lists of contacts are read: the tables, and what each column is in them. */
import { sql } from "kysely";
import { withCustomColumns } from "#base/kernel";
import { byName, type ListGround, type ListSource } from "#base/platform";
import type { CustomField } from "../fields/field.ts";
import { placedJoin, placedParts } from "../lists/placed-store.ts";
import { contactColumns } from "./columns.ts";

const joined = sql`crm.contact c
  left join crm.account a on a.workspace_id = c.workspace_id and a.id = c.account_id
  left join people.person w on w.workspace_id = c.workspace_id and w.id = c.owner_id`;

export function contactList(ground: ListGround, fields: readonly CustomField[]): ListSource {
  return {
    columns: withCustomColumns(contactColumns, fields),
    from: joined,
    id: sql`c.id`,
    workspaceId: sql`c.workspace_id`,
    there: sql`c.removed_at is null`,
    searched: [sql`c.name`, sql`c.email`, sql`a.name`],
    custom: sql`c.custom`,
    standing: [byName(sql`c.name`)],
    joins: { placed: placedJoin(sql`c.workspace_id`, sql`c.owner_id`, ground) },
    parts: {
      ...placedParts,
      name: { value: sql`c.name` },
      title: { value: sql`c.title` },
      account: { id: sql`c.account_id`, name: sql`a.name` },
      owner: { id: sql`c.owner_id`, name: sql`w.name` },
      email: { value: sql`c.email` },
      phone: { value: sql`c.phone` },
      createdOn: { value: sql`c.created_on` },
      trueSince: { value: sql`c.true_since` },
      lastActivityAt: {
        value: sql`(select max(t.done_at) from crm.activity t
          where t.workspace_id = c.workspace_id and t.contact_id = c.id and t.removed_at is null)`,
      },
    },
  };
}
