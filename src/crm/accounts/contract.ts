import { z } from "zod";
import { endpoint } from "#base/contract";
import {
  customValues,
  dateText,
  idParams,
  idText,
  instantText,
  listPageQuery,
  manyOf,
  money,
  nameText,
  pageOf,
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

/** An account as its list has it: with what its opportunities and activities say. */
export const accountListed = z.strictObject({
  ...accountOut.shape,
  trueSince: instantText,
  openPipeline: money.nullable(),
  openOpportunities: z.int(),
  wonTotal: money.nullable(),
  lastActivityAt: instantText.nullable(),
  team: z.string().nullable().describe("Of its person, today"),
  region: z.string().nullable().describe("Of its person, today"),
});
export type AccountListed = z.infer<typeof accountListed>;

export const getAccounts = endpoint({
  method: "GET",
  path: "/api/accounts",
  permission: "records.read",
  summary: "Accounts, filtered and sorted, a page at a time; by name unless an order is given.",
  query: z.strictObject({ ...listPageQuery, ownerId: idText.optional(), parentId: idText.optional() }),
  output: pageOf(accountListed),
});
export const getAccount = endpoint({
  method: "GET",
  path: "/api/accounts/:id",
  permission: "records.read",
  summary: "An account, with what its opportunities and activities say.",
  params: idParams,
  output: accountListed,
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

export const writeAccounts = manyOf(createAccount, changeAccount, removeAccount);
