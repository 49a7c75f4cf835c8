/** The list of products: what it shows, how wide, and in which view it begins. */
import { useAskAll } from "#base/ui";
import type { ListSpec } from "../../lists/screens/list-spec.ts";
import { productColumns } from "../columns.ts";
import { getProducts, type ProductListed } from "../contract.ts";

export const productListSpec: ListSpec<ProductListed> = {
  noun: "product",
  one: "product",
  many: "Products",
  hrefOf: (id) => `/products/${id}`,
  columns: productColumns,
  naming: "name",
  summed: "of open pipeline",
  whenEmpty: "They come with an import, or are added through the API.",
  standard: {
    filter: "none",
    sort: "family,name",
    group: "none",
    columns: "name:pinned,code,family,listPrice,opportunities,openPipeline,wonTotal",
  },
  usePages: (questions) =>
    useAskAll(
      getProducts,
      questions.map((query) => ({ query })),
    ),
  fetchPage: (call, query) => call(getProducts, { query }),
  widths: { name: 280, code: 130, family: 160, opportunities: 130 },
};
