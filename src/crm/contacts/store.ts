import type { Db, Sight } from "#base/platform";
import type { Custom } from "../fields/field.ts";
import { among, inOrderOf, jsonb } from "../record-store.ts";
import type { Contact, ContactSaid } from "./contact.ts";

function contacts(db: Db, workspaceId: string) {
  return db
    .selectFrom("crm.contact as c")
    .leftJoin("crm.account as a", (join) =>
      join.onRef("a.workspace_id", "=", "c.workspace_id").onRef("a.id", "=", "c.account_id"),
    )
    .leftJoin("people.person as o", (join) =>
      join.onRef("o.workspace_id", "=", "c.workspace_id").onRef("o.id", "=", "c.owner_id"),
    )
    .select(["c.id", "c.version", "c.name", "c.email", "c.phone", "c.title", "c.created_on as createdOn"])
    .select(["c.account_id as accountId", "a.name as accountName"])
    .select(["c.owner_id as ownerId", "o.name as ownerName", "c.removed_at as removedAt", "c.custom"])
    .where("c.workspace_id", "=", workspaceId);
}

const contactFrom = <T extends { custom: unknown }>(row: T) => ({ ...row, custom: row.custom as Custom });

/** The contacts with these ids, in their order, removed ones too; ids that are none's are left out. */
export async function contactsByIds(db: Db, sight: Sight, ids: readonly string[]): Promise<Contact[]> {
  if (ids.length === 0) return [];
  const rows = await contacts(db, sight.workspaceId).where(among("c.id", ids)).execute();
  return inOrderOf(ids, rows.map(contactFrom));
}

/** One contact, removed ones too, or undefined. */
export async function findContact(db: Db, workspaceId: string, id: string): Promise<Contact | undefined> {
  const row = await contacts(db, workspaceId).where("c.id", "=", id).executeTakeFirst();
  return row && contactFrom(row);
}

/** The names of the contacts with these ids that were not removed. */
export async function contactNames(
  db: Db,
  workspaceId: string,
  ids: readonly string[],
): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom("crm.contact")
    .select(["id", "name"])
    .where("workspace_id", "=", workspaceId)
    .where("removed_at", "is", null)
    .where("id", "in", ids)
    .execute();
  return new Map(rows.map((row) => [row.id, row.name]));
}

/** One contact that was not removed, held until the transaction ends. */
export async function holdContact(db: Db, workspaceId: string, id: string): Promise<Contact | undefined> {
  const row = await contacts(db, workspaceId)
    .where("c.id", "=", id)
    .where("c.removed_at", "is", null)
    .forNoKeyUpdate("c")
    .executeTakeFirst();
  return row && contactFrom(row);
}

const columnsOf = (said: ContactSaid, custom: Custom) => ({
  name: said.name,
  account_id: said.accountId,
  owner_id: said.ownerId,
  email: said.email,
  phone: said.phone,
  title: said.title,
  created_on: said.createdOn,
  custom: jsonb(custom),
});

export async function insertContact(
  db: Db,
  workspaceId: string,
  id: string,
  said: ContactSaid,
  custom: Custom,
) {
  await db
    .insertInto("crm.contact")
    .values({ workspace_id: workspaceId, id, ...columnsOf(said, custom) })
    .execute();
}

export async function storeContact(
  db: Db,
  workspaceId: string,
  id: string,
  said: ContactSaid,
  custom: Custom,
) {
  await db
    .updateTable("crm.contact")
    .set(columnsOf(said, custom))
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", id)
    .execute();
}
