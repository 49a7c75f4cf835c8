/** Products as they cross the wire, in both directions. */
import { amountMinorOf, moneyText, textOf } from "#base/wire";
import type { ProductIn, ProductOut } from "./contract.ts";
import type { Product } from "./product.ts";

export function shownProduct({ listPriceMinor, currency, ...product }: Product): ProductOut {
  return {
    ...product,
    listPrice: currency === null ? null : moneyText(listPriceMinor, currency),
    removedAt: textOf(product.removedAt),
    custom: { ...product.custom },
  };
}

/** What a caller said of a product, in the words of the noun. */
export function givenProduct<T extends ProductIn>({ listPrice, ...rest }: T) {
  if (listPrice === undefined) return rest;
  if (listPrice === null) return { ...rest, listPriceMinor: null, currency: null };
  return { ...rest, listPriceMinor: amountMinorOf(listPrice, "listPrice"), currency: listPrice.currency };
}
