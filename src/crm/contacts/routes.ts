import { bind, figuresAt, type Listing, type Route } from "#base/platform";
import { requireFound } from "#people";
import { equalTo, type ListCall, listingOf, momentText, pageOfList } from "../lists/actions.ts";
import * as actions from "./actions.ts";
import type { ContactListed } from "./contract.ts";
import * as contract from "./contract.ts";
import { givenContact, shownContact } from "./show-actions.ts";
import { contactsByIds } from "./store.ts";

async function listed({ db, sight }: ListCall, ids: string[], listing: Listing): Promise<ContactListed[]> {
  const contacts = await contactsByIds(db, sight, ids);
  const figures = await figuresAt(db, listing, ids, ["trueSince", "lastActivityAt"]);
  return contacts.map((contact) => ({
    ...shownContact(contact),
    trueSince: momentText(figures.get(contact.id)?.trueSince ?? null) ?? "",
    lastActivityAt: momentText(figures.get(contact.id)?.lastActivityAt ?? null),
  }));
}

export const contactRoutes: Route[] = [
  bind(contract.getContacts, (call) => {
    const { ownerId, accountId, ...asked } = call.query;
    const also = equalTo({ owner: ownerId, account: accountId });
    return pageOfList(call, "contact", { ...asked, also }, (ids, listing) => listed(call, ids, listing));
  }),
  bind(contract.getContact, async (call) => {
    const [found] = await listed(call, [call.params.id], await listingOf(call, "contact", {}));
    return requireFound(found, "contact");
  }),
  bind(contract.createContact, async ({ db, author, services, body }) =>
    shownContact(
      await actions.addContact(db, author.workspaceId, services.clock, {
        ...givenContact(body),
        name: body.name,
      }),
    ),
  ),
  bind(contract.changeContact, async ({ db, author, params, expectedVersion, body }) =>
    shownContact(
      await actions.changeContact(db, author.workspaceId, params.id, expectedVersion, givenContact(body)),
    ),
  ),
  bind(contract.removeContact, ({ db, author, params, expectedVersion }) =>
    actions.removeContact(db, author.workspaceId, params.id, expectedVersion),
  ),
];
