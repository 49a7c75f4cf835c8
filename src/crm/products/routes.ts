import { bind, bindMany, type Route } from "#base/platform";
import { requireFound } from "#people";
import { equalTo, listingOf, pageOfList } from "../lists/actions.ts";
import * as actions from "./actions.ts";
import * as contract from "./contract.ts";
import { listedProducts } from "./list-actions.ts";
import { givenProduct, shownProduct } from "./show-actions.ts";

const routes: Route[] = [
  bind(contract.getProducts, (call) => {
    const { family, ...asked } = call.query;
    const also = equalTo({ family });
    return pageOfList(call, "product", { ...asked, also }, (ids, listing) =>
      listedProducts(call, ids, listing),
    );
  }),
  bind(contract.getProduct, async (call) => {
    const [found] = await listedProducts(call, [call.params.id], await listingOf(call, "product", {}));
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

export const productRoutes: Route[] = [...routes, bindMany(contract.writeProducts, routes)];
