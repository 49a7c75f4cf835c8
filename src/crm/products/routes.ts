import { bind, type Route } from "#base/platform";
import { amountMinorOf, moneyText, textOf } from "#base/wire";
import * as actions from "./actions.ts";
import type { ProductIn, ProductOut } from "./contract.ts";
import * as contract from "./contract.ts";
import type { Product } from "./product.ts";
import { listProducts } from "./store.ts";

function shown({ listPriceMinor, currency, ...product }: Product): ProductOut {
  return {
    ...product,
    listPrice: currency === null ? null : moneyText(listPriceMinor, currency),
    removedAt: textOf(product.removedAt),
    custom: { ...product.custom },
  };
}

function given<T extends ProductIn>({ listPrice, ...rest }: T) {
  if (listPrice === undefined) return rest;
  if (listPrice === null) return { ...rest, listPriceMinor: null, currency: null };
  return { ...rest, listPriceMinor: amountMinorOf(listPrice, "listPrice"), currency: listPrice.currency };
}

export const productRoutes: Route[] = [
  bind(contract.getProducts, async ({ db, sight, query }) => {
    const page = await listProducts(db, sight, query);
    return { ...page, items: page.items.map(shown) };
  }),
  bind(contract.getProduct, async ({ db, sight, params }) =>
    shown(await actions.productOf(db, sight.workspaceId, params.id)),
  ),
  bind(contract.createProduct, async ({ db, author, services, body }) =>
    shown(
      await actions.addProduct(db, author.workspaceId, services.clock, { ...given(body), name: body.name }),
    ),
  ),
  bind(contract.changeProduct, async ({ db, author, params, expectedVersion, body }) =>
    shown(await actions.changeProduct(db, author.workspaceId, params.id, expectedVersion, given(body))),
  ),
  bind(contract.removeProduct, ({ db, author, params, expectedVersion }) =>
    actions.removeProduct(db, author.workspaceId, params.id, expectedVersion),
  ),
];
