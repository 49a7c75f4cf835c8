import { bind, bindMany, type Route } from "#base/platform";
import { requireFound } from "#people";
import { equalTo, listingOf, pageOfList } from "../lists/actions.ts";
import * as actions from "./actions.ts";
import * as contract from "./contract.ts";
import { listedContacts } from "./list-actions.ts";
import { givenContact, shownContact } from "./show-actions.ts";

const routes: Route[] = [
  bind(contract.getContacts, (call) => {
    const { ownerId, accountId, ...asked } = call.query;
    const also = equalTo({ owner: ownerId, account: accountId });
    return pageOfList(call, "contact", { ...asked, also }, (ids, listing) =>
      listedContacts(call, ids, listing),
    );
  }),
  bind(contract.getContact, async (call) => {
    const [found] = await listedContacts(call, [call.params.id], await listingOf(call, "contact", {}));
    return requireFound(found, "contact");
  }),
  bind(contract.createContact, async ({ db, author, services, body }) =>
    shownContact(
      await actions.addContact(db, author.workspaceId, services.clock, {
        ownerId: author.authorId,
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

export const contactRoutes: Route[] = [...routes, bindMany(contract.writeContacts, routes)];
