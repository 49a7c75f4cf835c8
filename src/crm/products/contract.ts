import { z } from "zod";
import { endpoint } from "#base/contract";
import {
  customValues,
  idParams,
  idText,
  instantText,
  listPageQuery,
  manyOf,
  money,
  nameText,
  pageOf,
  removal,
  removedAt,
  shortText,
  version,
} from "#base/wire";

const said = { code: shortText.nullable(), family: shortText.nullable(), listPrice: money.nullable() };

export const productOut = z.strictObject({
  id: idText,
  version,
  name: z.string(),
  ...said,
  removedAt,
  custom: customValues,
});
export type ProductOut = z.infer<typeof productOut>;

const productIn = z.strictObject({ ...said, custom: customValues }).partial();
export type ProductIn = z.infer<typeof productIn>;

/** A product as the list has it: with what the lines of opportunities say. */
export const productListed = z.strictObject({
  ...productOut.shape,
  trueSince: instantText,
  openPipeline: money.nullable(),
  wonTotal: money.nullable(),
  opportunities: z.int(),
});
export type ProductListed = z.infer<typeof productListed>;

export const getProducts = endpoint({
  method: "GET",
  path: "/api/products",
  permission: "records.read",
  summary: "Products, filtered and sorted, a page at a time; by name unless an order is given.",
  query: z.strictObject({ ...listPageQuery, family: z.string().min(1).max(300).optional() }),
  output: pageOf(productListed),
});
export const getProduct = endpoint({
  method: "GET",
  path: "/api/products/:id",
  permission: "records.read",
  summary: "A product, with what the lines of opportunities say.",
  params: idParams,
  output: productListed,
});
export const createProduct = endpoint({
  method: "POST",
  path: "/api/products",
  permission: "records.write",
  summary: "Adds a product.",
  body: productIn.extend({ name: nameText }),
  output: productOut,
  status: 201,
});
export const changeProduct = endpoint({
  method: "PATCH",
  path: "/api/products/:id",
  permission: "records.write",
  summary: "Changes what is given about a product.",
  params: idParams,
  body: productIn.extend({ name: nameText.optional() }),
  output: productOut,
  conditional: true,
});
export const removeProduct = endpoint({
  method: "DELETE",
  path: "/api/products/:id",
  permission: "records.write",
  summary: "Removes a product; its history stays.",
  params: idParams,
  output: removal,
  conditional: true,
});

export const writeProducts = manyOf(createProduct, changeProduct, removeProduct);
