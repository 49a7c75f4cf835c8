/** What a dry run needs of a workspace, to be copied: what the files can name, change or find again. */
import { sql } from "kysely";
import type { CopiedTable, Db } from "#base/platform";
import type { ImportPlan } from "../mapping/import-plan.ts";

/** Tables without a history of their own that an import works on. */
const besides: readonly CopiedTable[] = [
  { table: "crm.source_link" },
  { table: "crm.import_run" },
  { table: "crm.opportunity_version", only: "record.superseded_at is null" },
];

/** The records of people and crm with a history, read from the database, so that no table is forgotten. */
async function findRecordTables(db: Db): Promise<string[]> {
  const found = await sql<{ table: string }>`
    select space.nspname || '.' || own.relname as "table" from pg_class as own
    join pg_namespace as space on space.oid = own.relnamespace
    where own.relkind = 'r' and space.nspname in ('people', 'crm')
      and exists (select from pg_attribute where attrelid = own.oid and attname = 'true_since')
    order by 1`.execute(db);
  return found.rows.map((row) => row.table);
}

/**
 * The tables that a trial of this plan works on, and those that are read besides for the figures. Activities are many, and only their own files change them.
 */
export async function findTablesTried(
  db: Db,
  plan: Pick<ImportPlan, "files">,
  kinds: readonly { readonly object: string; readonly table: string }[],
  besidesFor: readonly string[] = [],
): Promise<CopiedTable[]> {
  const contributed = kinds.filter(({ object }) => plan.files.some((file) => file.object === object));
  const hasActivities = plan.files.some(({ object }) => object === "activity" || object === "engagement");
  const records = (await findRecordTables(db)).filter((table) => hasActivities || table !== "crm.activity");
  const tables = new Set([...records, ...contributed.map(({ table }) => table), ...besidesFor]);
  return [...[...tables].map((table) => ({ table })), ...besides];
}
