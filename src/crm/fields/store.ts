import { sql } from "kysely";
import type { Db } from "#base/platform";
import { jsonb } from "../record-store.ts";
import type { CustomField, FieldNoun } from "./field.ts";

const columns = [
  "id",
  "version",
  "noun",
  "key",
  "label",
  "type",
  "options",
  "removed_at as removedAt",
] as const;
type Row = Pick<CustomField, "id" | "version" | "key" | "label" | "removedAt"> & {
  noun: string;
  type: string;
  options: unknown;
};
const fieldFrom = (row: Row): CustomField => ({
  ...row,
  noun: row.noun as FieldNoun,
  type: row.type as CustomField["type"],
  options: row.options as string[],
});

/** The custom fields of a noun, or of all, by noun and label. */
export async function findFields(db: Db, workspaceId: string, noun?: FieldNoun): Promise<CustomField[]> {
  let query = db
    .selectFrom("crm.custom_field")
    .select(columns)
    .where("workspace_id", "=", workspaceId)
    .where("removed_at", "is", null);
  if (noun) query = query.where("noun", "=", noun);
  const rows = await query.orderBy("noun").orderBy("label").orderBy("key").execute();
  return rows.map(fieldFrom);
}

/** The field with a key, removed ones too. */
export async function findFieldByKey(db: Db, workspaceId: string, noun: FieldNoun, key: string) {
  const row = await db
    .selectFrom("crm.custom_field")
    .select(columns)
    .where("workspace_id", "=", workspaceId)
    .where("noun", "=", noun)
    .where("key", "=", key)
    .executeTakeFirst();
  return row && fieldFrom(row);
}

/** A field that was not removed, held until the transaction ends. */
export async function holdField(db: Db, workspaceId: string, id: string): Promise<CustomField | undefined> {
  const row = await db
    .selectFrom("crm.custom_field")
    .select(columns)
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", id)
    .where("removed_at", "is", null)
    .forNoKeyUpdate()
    .executeTakeFirst();
  return row && fieldFrom(row);
}

export async function insertField(
  db: Db,
  workspaceId: string,
  field: Omit<CustomField, "version" | "removedAt">,
): Promise<CustomField> {
  const row = await db
    .insertInto("crm.custom_field")
    .values({ workspace_id: workspaceId, ...field, options: jsonb(field.options) })
    .returning(columns)
    .executeTakeFirstOrThrow();
  return fieldFrom(row);
}

/** Writes label and options; a removed field is there again. */
export async function storeField(
  db: Db,
  workspaceId: string,
  field: Pick<CustomField, "id" | "label" | "options">,
): Promise<CustomField> {
  const row = await db
    .updateTable("crm.custom_field")
    .set({ label: field.label, options: jsonb(field.options), removed_at: null })
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", field.id)
    .returning(columns)
    .executeTakeFirstOrThrow();
  return fieldFrom(row);
}

/** Marks a field as removed and gives its new version. */
export async function markFieldRemoved(db: Db, workspaceId: string, id: string): Promise<number> {
  const row = await db
    .updateTable("crm.custom_field")
    .set({ removed_at: sql`base.moment()` })
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", id)
    .returning("version")
    .executeTakeFirstOrThrow();
  return row.version;
}
