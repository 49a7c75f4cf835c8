import { type Clock, newId } from "#base/kernel";
import { type Db, refuseStale } from "#base/platform";
import { type Amendment, amended, requireFound } from "#people";
import { checkedCustom } from "../fields/actions.ts";
import type { Custom } from "../fields/field.ts";
import { markRemoved } from "../record-store.ts";
import type { Product, ProductSaid } from "./product.ts";
import { findProduct, holdProduct, insertProduct, storeProduct } from "./store.ts";

export type ProductGiven = Amendment<ProductSaid> & { readonly custom?: Custom | undefined };

const nothingSaid: Omit<ProductSaid, "name"> = {
  code: null,
  family: null,
  listPriceMinor: null,
  currency: null,
};

/** One product. Refuses when there is none with this id. */
export async function productOf(db: Db, workspaceId: string, id: string): Promise<Product> {
  return requireFound(await findProduct(db, workspaceId, id), "product");
}

/** Adds a product. */
export async function addProduct(
  db: Db,
  workspaceId: string,
  clock: Clock,
  given: ProductGiven & { readonly name: string },
): Promise<Product> {
  const { custom, ...said } = given;
  const id = newId(clock);
  const values = await checkedCustom(db, workspaceId, "product", {}, custom);
  const start = { ...nothingSaid, name: given.name };
  await insertProduct(db, workspaceId, id, amended<ProductSaid>(start, said), values);
  return productOf(db, workspaceId, id);
}

/** Changes what is given about a product. Refuses a stale version. */
export async function changeProduct(
  db: Db,
  workspaceId: string,
  id: string,
  expectedVersion: number,
  given: ProductGiven,
): Promise<Product> {
  const held = refuseStale(await holdProduct(db, workspaceId, id), expectedVersion);
  const { custom, ...said } = given;
  const values = await checkedCustom(db, workspaceId, "product", held.custom, custom);
  await storeProduct(db, workspaceId, id, amended<ProductSaid>(held, said), values);
  return productOf(db, workspaceId, id);
}

/** Removes a product; it stays with its history. Refuses a stale version. */
export async function removeProduct(db: Db, workspaceId: string, id: string, expectedVersion: number) {
  refuseStale(await holdProduct(db, workspaceId, id), expectedVersion);
  return { id, version: await markRemoved(db, "crm.product", workspaceId, id) };
}
