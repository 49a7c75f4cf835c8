/** Contacts as they cross the wire, in both directions. */
import { dayOf, textOf } from "#base/wire";
import { shownReference } from "../reference.ts";
import type { Contact } from "./contact.ts";
import type { ContactIn, ContactOut } from "./contract.ts";

export function shownContact(contact: Contact): ContactOut {
  const { accountId, accountName, ownerId, ownerName, ...rest } = contact;
  return {
    ...rest,
    account: shownReference(accountId, accountName),
    owner: shownReference(ownerId, ownerName),
    createdOn: textOf(contact.createdOn),
    removedAt: textOf(contact.removedAt),
    custom: { ...contact.custom },
  };
}

/** What a caller said of a contact, in the words of the noun. */
export function givenContact<T extends ContactIn>({ createdOn, ...rest }: T) {
  return { ...rest, createdOn: dayOf(createdOn) };
}
