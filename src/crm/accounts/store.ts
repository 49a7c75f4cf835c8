import { sql } from "kysely";
import type { Db, Sight } from "#base/platform";
import type { Custom } from "../fields/field.ts";
import { among, inOrderOf, jsonb } from "../record-store.ts";
import type { Account, AccountSaid } from "./account.ts";

function accounts(db: Db, workspaceId: string) {
  return db
    .selectFrom("crm.account as a")
    .leftJoin("crm.account as above", (join) =>
      join.onRef("above.workspace_id", "=", "a.workspace_id").onRef("above.id", "=", "a.parent_id"),
    )
    .leftJoin("people.person as o", (join) =>
      join.onRef("o.workspace_id", "=", "a.workspace_id").onRef("o.id", "=", "a.owner_id"),
    )
    .select(["a.id", "a.version", "a.name", "a.domain", "a.industry", "a.country", "a.city", "a.employees"])
    .select([
      "a.parent_id as parentId",
      "above.name as parentName",
      "a.owner_id as ownerId",
      "o.name as ownerName",
    ])
    .select(["a.annual_revenue_minor as annualRevenueMinor", "a.currency", "a.created_on as createdOn"])
    .select(["a.removed_at as removedAt", "a.custom"])
    .where("a.workspace_id", "=", workspaceId);
}

const accountFrom = <T extends { custom: unknown }>(row: T) => ({ ...row, custom: row.custom as Custom });

/** The accounts with these ids, in their order, removed ones too; ids that are none's are left out. */
export async function accountsByIds(db: Db, sight: Sight, ids: readonly string[]): Promise<Account[]> {
  if (ids.length === 0) return [];
  const rows = await accounts(db, sight.workspaceId).where(among("a.id", ids)).execute();
  return inOrderOf(ids, rows.map(accountFrom));
}

/** One account, removed ones too, or undefined. */
export async function findAccount(db: Db, workspaceId: string, id: string): Promise<Account | undefined> {
  const row = await accounts(db, workspaceId).where("a.id", "=", id).executeTakeFirst();
  return row && accountFrom(row);
}

/** One account that was not removed, held until the transaction ends. */
export async function holdAccount(db: Db, workspaceId: string, id: string): Promise<Account | undefined> {
  const row = await accounts(db, workspaceId)
    .where("a.id", "=", id)
    .where("a.removed_at", "is", null)
    .forNoKeyUpdate("a")
    .executeTakeFirst();
  return row && accountFrom(row);
}

/** A parent and all accounts above it, the nearest first. */
export async function accountsAbove(db: Db, workspaceId: string, parentId: string) {
  const found = await sql<{ id: string; name: string }>`
    with recursive above as (
      select id, name, parent_id, 1 as height from crm.account
      where workspace_id = ${workspaceId}::uuid and id = ${parentId}::uuid
      union all
      select a.id, a.name, a.parent_id, height + 1 from above
      join crm.account a on a.workspace_id = ${workspaceId}::uuid and a.id = above.parent_id
      where height < 100)
    select id, name from above order by height`.execute(db);
  return found.rows;
}

const columnsOf = (said: AccountSaid, custom: Custom) => ({
  name: said.name,
  parent_id: said.parentId,
  owner_id: said.ownerId,
  domain: said.domain,
  industry: said.industry,
  country: said.country,
  city: said.city,
  employees: said.employees,
  annual_revenue_minor: said.annualRevenueMinor,
  currency: said.currency,
  created_on: said.createdOn,
  custom: jsonb(custom),
});

export async function insertAccount(
  db: Db,
  workspaceId: string,
  id: string,
  said: AccountSaid,
  custom: Custom,
) {
  await db
    .insertInto("crm.account")
    .values({ workspace_id: workspaceId, id, ...columnsOf(said, custom) })
    .execute();
}

export async function storeAccount(
  db: Db,
  workspaceId: string,
  id: string,
  said: AccountSaid,
  custom: Custom,
) {
  await db
    .updateTable("crm.account")
    .set(columnsOf(said, custom))
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", id)
    .execute();
}
