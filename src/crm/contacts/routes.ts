import { bind, type Route } from "#base/platform";
import { dayOf, textOf } from "#base/wire";
import { shownReference } from "../reference.ts";
import * as actions from "./actions.ts";
import type { Contact } from "./contact.ts";
import type { ContactIn, ContactOut } from "./contract.ts";
import * as contract from "./contract.ts";
import { listContacts } from "./store.ts";

function shown(contact: Contact): ContactOut {
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

function given<T extends ContactIn>({ createdOn, ...rest }: T) {
  return { ...rest, createdOn: dayOf(createdOn) };
}

export const contactRoutes: Route[] = [
  bind(contract.getContacts, async ({ db, sight, query }) => {
    const page = await listContacts(db, sight, query);
    return { ...page, items: page.items.map(shown) };
  }),
  bind(contract.getContact, async ({ db, sight, params }) =>
    shown(await actions.contactOf(db, sight.workspaceId, params.id)),
  ),
  bind(contract.createContact, async ({ db, author, services, body }) =>
    shown(
      await actions.addContact(db, author.workspaceId, services.clock, { ...given(body), name: body.name }),
    ),
  ),
  bind(contract.changeContact, async ({ db, author, params, expectedVersion, body }) =>
    shown(await actions.changeContact(db, author.workspaceId, params.id, expectedVersion, given(body))),
  ),
  bind(contract.removeContact, ({ db, author, params, expectedVersion }) =>
    actions.removeContact(db, author.workspaceId, params.id, expectedVersion),
  ),
];
