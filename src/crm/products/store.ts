import type { Db, Sight } from "#base/platform";
import type { Custom } from "../fields/field.ts";
import { among, inOrderOf, jsonb } from "../record-store.ts";
import type { Product, ProductSaid } from "./product.ts";

function products(db: Db, workspaceId: string) {
  return db
    .selectFrom("crm.product as p")
    .select(["p.id", "p.version", "p.name", "p.code", "p.family", "p.list_price_minor as listPriceMinor"])
    .select(["p.currency", "p.removed_at as removedAt", "p.custom"])
    .where("p.workspace_id", "=", workspaceId);
}

const productFrom = <T extends { custom: unknown }>(row: T) => ({ ...row, custom: row.custom as Custom });

/** The products with these ids, in their order, removed ones too; ids that are none's are left out. */
export async function productsByIds(db: Db, sight: Sight, ids: readonly string[]): Promise<Product[]> {
  if (ids.length === 0) return [];
  const rows = await products(db, sight.workspaceId).where(among("p.id", ids)).execute();
  return inOrderOf(ids, rows.map(productFrom));
}

/** One product, removed ones too, or undefined. */
export async function findProduct(db: Db, workspaceId: string, id: string): Promise<Product | undefined> {
  const row = await products(db, workspaceId).where("p.id", "=", id).executeTakeFirst();
  return row && productFrom(row);
}

/** One product that was not removed, held until the transaction ends. */
export async function holdProduct(db: Db, workspaceId: string, id: string): Promise<Product | undefined> {
  const row = await products(db, workspaceId)
    .where("p.id", "=", id)
    .where("p.removed_at", "is", null)
    .forNoKeyUpdate()
    .executeTakeFirst();
  return row && productFrom(row);
}

const columnsOf = (said: ProductSaid, custom: Custom) => ({
  name: said.name,
  code: said.code,
  family: said.family,
  list_price_minor: said.listPriceMinor,
  currency: said.currency,
  custom: jsonb(custom),
});

export async function insertProduct(
  db: Db,
  workspaceId: string,
  id: string,
  said: ProductSaid,
  custom: Custom,
) {
  await db
    .insertInto("crm.product")
    .values({ workspace_id: workspaceId, id, ...columnsOf(said, custom) })
    .execute();
}

export async function storeProduct(
  db: Db,
  workspaceId: string,
  id: string,
  said: ProductSaid,
  custom: Custom,
) {
  await db
    .updateTable("crm.product")
    .set(columnsOf(said, custom))
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", id)
    .execute();
}

/** The names of products by their ids; ids that are none's are left out. */
export async function productNames(
  db: Db,
  workspaceId: string,
  ids: readonly string[],
): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom("crm.product")
    .select(["id", "name"])
    .where("workspace_id", "=", workspaceId)
    .where("id", "in", ids)
    .execute();
  return new Map(rows.map((row) => [row.id, row.name]));
}
