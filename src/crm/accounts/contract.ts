import { z } from "zod";
import { endpoint } from "#base/contract";
import {
  customValues,
  dateText,
  idParams,
  idText,
  money,
  nameText,
  pageOf,
  pageQuery,
  reference,
  removal,
  removedAt,
  shortText,
  version,
} from "#base/wire";

const said = {
  domain: shortText.nullable(),
  industry: shortText.nullable(),
  country: shortText.nullable(),
  city: shortText.nullable(),
  employees: z.int().min(0).max(2_147_483_647).nullable(),
  annualRevenue: money.nullable(),
  createdOn: dateText.nullable(),
};

export const accountOut = z.strictObject({
  id: idText,
  version,
  name: z.string(),
  parent: reference.nullable(),
  owner: reference.nullable(),
  ...said,
  removedAt,
  custom: customValues,
});
export type AccountOut = z.infer<typeof accountOut>;

const accountIn = z
  .strictObject({ parentId: idText.nullable(), ownerId: idText.nullable(), ...said, custom: customValues })
  .partial();
export type AccountIn = z.infer<typeof accountIn>;

export const getAccounts = endpoint({
  method: "GET",
  path: "/api/accounts",
  permission: "records.read",
  summary: "Accounts by name, a page at a time.",
  query: z.strictObject({
    ...pageQuery,
    search: z.string().max(200).optional(),
    ownerId: idText.optional(),
    parentId: idText.optional(),
  }),
  output: pageOf(accountOut),
});
export const getAccount = endpoint({
  method: "GET",
  path: "/api/accounts/:id",
  permission: "records.read",
  summary: "An account.",
  params: idParams,
  output: accountOut,
});
export const createAccount = endpoint({
  method: "POST",
  path: "/api/accounts",
  permission: "records.write",
  summary: "Adds an account.",
  body: accountIn.extend({ name: nameText }),
  output: accountOut,
  status: 201,
});
export const changeAccount = endpoint({
  method: "PATCH",
  path: "/api/accounts/:id",
  permission: "records.write",
  summary: "Changes what is given about an account.",
  params: idParams,
  body: accountIn.extend({ name: nameText.optional() }),
  output: accountOut,
  conditional: true,
});
export const removeAccount = endpoint({
  method: "DELETE",
  path: "/api/accounts/:id",
  permission: "records.write",
  summary: "Removes an account; its history stays.",
  params: idParams,
  output: removal,
  conditional: true,
});
