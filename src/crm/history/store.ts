import { sql } from "kysely";
import type { Db, Sight } from "#base/platform";
import { type Change, fieldsOf, type HistoryNoun } from "./change.ts";

const tables: Record<HistoryNoun, { table: string; name: string; currency: boolean }> = {
  account: { table: "crm.account", name: "name", currency: true },
  contact: { table: "crm.contact", name: "name", currency: false },
  product: { table: "crm.product", name: "name", currency: true },
  opportunity: { table: "crm.opportunity", name: "name", currency: true },
  activity: { table: "crm.activity", name: "subject", currency: false },
  person: { table: "people.person", name: "name", currency: false },
};

/** A record's name and the currency of its amounts, removed ones too, or undefined. */
export async function findNamed(db: Db, sight: Sight, noun: HistoryNoun, id: string) {
  const { table, name, currency } = tables[noun];
  const found = await sql<{ name: string; currency: string | null }>`
    select ${sql.ref(name)} as name, ${currency ? sql.ref("currency") : sql`null`} as currency
    from ${sql.table(table)} where workspace_id = ${sight.workspaceId}::uuid and id = ${id}::uuid`.execute(
    db,
  );
  return found.rows[0];
}

/**
 * The changes of a record and of its parts (lines, splits and stakeholders of an opportunity, managers and teams of a person), those
 * that are gone included, the newest first, from before a change number on. The condition for parts is the one of the
 * index that finds them.
 */
export async function changesOf(
  db: Db,
  sight: Sight,
  id: string,
  page: { readonly before: bigint | null; readonly limit: number },
): Promise<Change[]> {
  const before = page.before === null ? sql`true` : sql`change_no < ${page.before}`;
  const found = await sql<Omit<Change, "fields"> & { fields: string }>`
    select change_no as "changeNo", noun, record_id as "recordId", action, true_since as "trueSince",
      recorded_at as "recordedAt", author_id as "authorId", author, source, fields::text as fields
    from base.change
    where workspace_id = ${sight.workspaceId}::uuid and ${before}
      and record_id = any (array(
        select part.record_id from base.change part
        where part.workspace_id = ${sight.workspaceId}::uuid and part.action = 'created'
          and part.noun in ('crm.opportunity_line', 'crm.opportunity_split', 'crm.opportunity_contact',
            'people.reporting_line', 'people.team_membership')
          and coalesce(part.fields #>> '{opportunity_id,1}', part.fields #>> '{person_id,1}') = ${id}) || ${id}::uuid)
    order by change_no desc limit ${page.limit}`.execute(db);
  return found.rows.map((row) => ({ ...row, fields: fieldsOf(row.fields) }));
}

/** The names of records of any noun by their ids, removed ones too. */
export async function namesOf(db: Db, sight: Sight, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const named = (table: string) => sql`
    select id, name from ${sql.table(table)} where workspace_id = ${sight.workspaceId}::uuid and id = any (${ids}::uuid[])`;
  const nouns = ["account", "contact", "product", "pipeline", "stage", "opportunity"].map(
    (noun) => `crm.${noun}`,
  );
  const found = await sql<{ id: string; name: string }>`${sql.join(
    [...nouns, "people.person", "people.team"].map(named),
    sql` union all `,
  )}`.execute(db);
  return new Map(found.rows.map((row) => [row.id, row.name]));
}

/** The labels of a noun's custom fields by their keys, removed ones too. */
export async function customLabels(db: Db, sight: Sight, noun: HistoryNoun): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom("crm.custom_field")
    .select(["key", "label"])
    .where("workspace_id", "=", sight.workspaceId)
    .where("noun", "=", noun)
    .execute();
  return new Map(rows.map((row) => [row.key, row.label]));
}
