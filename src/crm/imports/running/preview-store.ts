/** Some of the records that a dry run made or changed, before all of it is taken back. */
import { sql } from "kysely";
import { formatAmount } from "#base/kernel";
import type { Db } from "#base/platform";
import type { Previewed } from "../result.ts";
import type { ContributedKind } from "./contributed-actions.ts";

const ownNouns = [
  "crm.opportunity",
  "crm.account",
  "crm.contact",
  "crm.product",
  "crm.activity",
  "people.person",
];

/** A few records that an import created, or changed, of each noun some, with what is said of them. */
export async function sampleTouched(
  db: Db,
  workspaceId: string,
  source: string,
  action: "created" | "updated",
  limit: number,
  kinds: readonly ContributedKind[] = [],
): Promise<Previewed[]> {
  const nouns = [...ownNouns, ...kinds.map((kind) => kind.table)];
  const found = await sql<{ noun: string; id: string; fields: Record<string, [unknown, unknown]> }>`
    select noun, record_id as id, fields from (
      select noun, record_id, fields, row_number() over (partition by noun order by change_no) as place
      from base.change as own where workspace_id = ${workspaceId}::uuid and source = ${source}
        and left(source, 7) = 'import:' and action = ${action}
        and noun = any(${nouns}::text[])
        and (${action} = 'created' or not exists (select from base.change as made
          where made.workspace_id = own.workspace_id and made.source = own.source and left(made.source, 7) = 'import:'
            and made.noun = own.noun and made.record_id = own.record_id and made.action = 'created'))) as ranked
    order by place, noun limit ${limit}`.execute(db);
  const previewed: Previewed[] = [];
  for (const { noun, id, fields } of found.rows) {
    const named = await sql<{ name: string; currency: string | null }>`
      select coalesce(to_jsonb(record) ->> 'name', to_jsonb(record) ->> 'subject', '') as name,
        to_jsonb(record) ->> 'currency' as currency
      from ${sql.table(noun)} as record where workspace_id = ${workspaceId}::uuid and id = ${id}::uuid`.execute(
      db,
    );
    const told = Object.entries(fields).filter(([field]) => !untold.test(field));
    const currency = named.rows[0]?.currency ?? "USD";
    const kind = kinds.find((one) => one.table === noun);
    const name = (await kind?.namesOf?.(db, workspaceId, [id]))?.get(id) ?? named.rows[0]?.name ?? "";
    previewed.push({
      noun,
      name,
      fields: told.slice(0, 12).map(([field, [before, after]]) => ({
        field: field.replace(/_minor$/, ""),
        before: textOf(field, before, currency),
        after: textOf(field, after, currency),
      })),
    });
  }
  return previewed;
}

/** What says nothing to a person, or is said already. */
const untold = /_id$|^name$|^position$|^stage_entered_at$/;

function textOf(field: string, value: unknown, currency: string): string {
  if (value === null || value === undefined) return "";
  if (field.endsWith("_minor")) return formatAmount(BigInt(String(value)), currency);
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
