import { bind, figuresAt, type Listing, type Route } from "#base/platform";
import { requireFound } from "#people";
import { equalTo, type ListCall, listingOf, momentText, pageOfList, sumText } from "../lists/actions.ts";
import * as actions from "./actions.ts";
import type { ProductListed } from "./contract.ts";
import * as contract from "./contract.ts";
import { givenProduct, shownProduct } from "./show-actions.ts";
import { productsByIds } from "./store.ts";

const told = ["trueSince", "openPipeline", "wonTotal", "opportunities"] as const;

async function listed({ db, sight }: ListCall, ids: string[], listing: Listing): Promise<ProductListed[]> {
  const products = await productsByIds(db, sight, ids);
  const figures = await figuresAt(db, listing, ids, told);
  return products.map((product) => {
    const figure = (column: (typeof told)[number]) => figures.get(product.id)?.[column] ?? null;
    return {
      ...shownProduct(product),
      trueSince: momentText(figure("trueSince")) ?? "",
      openPipeline: sumText(figure("openPipeline"), listing),
      wonTotal: sumText(figure("wonTotal"), listing),
      opportunities: Number(figure("opportunities")),
    };
  });
}

export const productRoutes: Route[] = [
  bind(contract.getProducts, (call) => {
    const { family, ...asked } = call.query;
    const also = equalTo({ family });
    return pageOfList(call, "product", { ...asked, also }, (ids, listing) => listed(call, ids, listing));
  }),
  bind(contract.getProduct, async (call) => {
    const [found] = await listed(call, [call.params.id], await listingOf(call, "product", {}));
    return requireFound(found, "product");
  }),
  bind(contract.createProduct, async ({ db, author, services, body }) =>
    shownProduct(
      await actions.addProduct(db, author.workspaceId, services.clock, {
        ...givenProduct(body),
        name: body.name,
      }),
    ),
  ),
  bind(contract.changeProduct, async ({ db, author, params, expectedVersion, body }) =>
    shownProduct(
      await actions.changeProduct(db, author.workspaceId, params.id, expectedVersion, givenProduct(body)),
    ),
  ),
  bind(contract.removeProduct, ({ db, author, params, expectedVersion }) =>
    actions.removeProduct(db, author.workspaceId, params.id, expectedVersion),
  ),
];
