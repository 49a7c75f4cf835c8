/** Where lists of activities are read: the tables, and what each column is in them. */
import { sql } from "kysely";
import { withCustomColumns } from "#base/kernel";
import type { ListGround, ListSource } from "#base/platform";
import type { CustomField } from "../fields/field.ts";
import { placedJoin, placedParts } from "../lists/placed-store.ts";
import { activityColumns } from "./columns.ts";

const joined = sql`crm.activity t
  left join crm.opportunity o on o.workspace_id = t.workspace_id and o.id = t.opportunity_id
  left join crm.account a on a.workspace_id = t.workspace_id and a.id = t.account_id
  left join crm.contact c on c.workspace_id = t.workspace_id and c.id = t.contact_id
  left join people.person w on w.workspace_id = t.workspace_id and w.id = t.person_id`;

/** What is to be done comes first, the earliest on top; what was done follows, the latest on top. */
const turn = {
  value: sql`coalesce(-extract(epoch from t.done_at), extract(epoch from t.due_at) - 1e12, -1e11)`,
  cast: sql`numeric`,
  desc: false,
};

export function activityList(ground: ListGround, fields: readonly CustomField[]): ListSource {
  return {
    columns: withCustomColumns(activityColumns, fields),
    from: joined,
    id: sql`t.id`,
    workspaceId: sql`t.workspace_id`,
    there: sql`t.removed_at is null`,
    searched: [sql`t.subject`, sql`o.name`, sql`a.name`, sql`c.name`],
    custom: sql`t.custom`,
    standing: [turn],
    joins: { placed: placedJoin(sql`t.workspace_id`, sql`t.person_id`, ground) },
    parts: {
      ...placedParts,
      subject: { value: sql`t.subject` },
      kind: { value: sql`t.kind` },
      done: { value: sql`(t.done_at is not null)` },
      dueAt: { value: sql`t.due_at` },
      doneAt: { value: sql`t.done_at` },
      person: { id: sql`t.person_id`, name: sql`w.name` },
      opportunity: { id: sql`t.opportunity_id`, name: sql`o.name` },
      account: { id: sql`t.account_id`, name: sql`a.name` },
      contact: { id: sql`t.contact_id`, name: sql`c.name` },
      body: { value: sql`t.body` },
      trueSince: { value: sql`t.true_since` },
    },
  };
}
