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
  nameText,
  pageOf,
  reference,
  removal,
  removedAt,
  shortText,
  version,
} from "#base/wire";

const said = {
  email: z.email("An address looks like ines@example.com.").max(320).nullable(),
  phone: shortText.nullable(),
  title: shortText.nullable(),
  createdOn: dateText.nullable(),
};

export const contactOut = z.strictObject({
  id: idText,
  version,
  name: z.string(),
  account: reference.nullable(),
  owner: reference.nullable(),
  ...said,
  /** As it was imported, even where it is no address. */
  email: z.string().nullable(),
  removedAt,
  custom: customValues,
});
export type ContactOut = z.infer<typeof contactOut>;

const contactIn = z
  .strictObject({ accountId: idText.nullable(), ownerId: idText.nullable(), ...said, custom: customValues })
  .partial();
export type ContactIn = z.infer<typeof contactIn>;

/** A contact as the list has it: with what activities say. */
export const contactListed = z.strictObject({
  ...contactOut.shape,
  trueSince: instantText,
  lastActivityAt: instantText.nullable(),
  team: z.string().nullable().describe("Of its person, today"),
  region: z.string().nullable().describe("Of its person, today"),
});
export type ContactListed = z.infer<typeof contactListed>;

export const getContacts = endpoint({
  method: "GET",
  path: "/api/contacts",
  permission: "records.read",
  summary: "Contacts, filtered and sorted, a page at a time; by name unless an order is given.",
  query: z.strictObject({ ...listPageQuery, ownerId: idText.optional(), accountId: idText.optional() }),
  output: pageOf(contactListed),
});
export const getContact = endpoint({
  method: "GET",
  path: "/api/contacts/:id",
  permission: "records.read",
  summary: "A contact, with what activities say.",
  params: idParams,
  output: contactListed,
});
export const createContact = endpoint({
  method: "POST",
  path: "/api/contacts",
  permission: "records.write",
  summary: "Adds a contact.",
  body: contactIn.extend({ name: nameText }),
  output: contactOut,
  status: 201,
});
export const changeContact = endpoint({
  method: "PATCH",
  path: "/api/contacts/:id",
  permission: "records.write",
  summary: "Changes what is given about a contact.",
  params: idParams,
  body: contactIn.extend({ name: nameText.optional() }),
  output: contactOut,
  conditional: true,
});
export const removeContact = endpoint({
  method: "DELETE",
  path: "/api/contacts/:id",
  permission: "records.write",
  summary: "Removes a contact; its history stays.",
  params: idParams,
  output: removal,
  conditional: true,
});

export const writeContacts = manyOf(createContact, changeContact, removeContact);
