/** Products as their list has them: with what other records say of them. */
import { figuresAt, type Listing } from "#base/platform";
import { type ListCall, momentText, sumText } from "../lists/actions.ts";
import type { ProductListed } from "./contract.ts";
import { shownProduct } from "./show-actions.ts";
import { productsByIds } from "./store.ts";

const told = ["trueSince", "openPipeline", "wonTotal", "opportunities"] as const;

/** Products as their list has them, in the order of their ids. */
export async function listedProducts(
  { db, sight }: ListCall,
  ids: string[],
  listing: Listing,
): Promise<ProductListed[]> {
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
