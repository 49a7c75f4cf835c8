import { bind, bindMany, type Route } from "#base/platform";
import { requireFound } from "#people";
import { equalTo, listingOf, pageOfList } from "../lists/actions.ts";
import * as actions from "./actions.ts";
import * as contract from "./contract.ts";
import { listedAccounts } from "./list-actions.ts";
import { givenAccount, shownAccount } from "./show-actions.ts";

const routes: Route[] = [
  bind(contract.getAccounts, (call) => {
    const { ownerId, parentId, ...asked } = call.query;
    const also = equalTo({ owner: ownerId, parent: parentId });
    return pageOfList(call, "account", { ...asked, also }, (ids, listing) =>
      listedAccounts(call, ids, listing),
    );
  }),
  bind(contract.getAccount, async (call) => {
    const [found] = await listedAccounts(call, [call.params.id], await listingOf(call, "account", {}));
    return requireFound(found, "account");
  }),
  bind(contract.createAccount, async ({ db, author, services, body }) =>
    shownAccount(
      await actions.addAccount(db, author.workspaceId, services.clock, {
        ownerId: author.authorId,
        ...givenAccount(body),
        name: body.name,
      }),
    ),
  ),
  bind(contract.changeAccount, async ({ db, author, params, expectedVersion, body }) =>
    shownAccount(
      await actions.changeAccount(db, author.workspaceId, params.id, expectedVersion, givenAccount(body)),
    ),
  ),
  bind(contract.removeAccount, ({ db, author, params, expectedVersion }) =>
    actions.removeAccount(db, author.workspaceId, params.id, expectedVersion),
  ),
];

export const accountRoutes: Route[] = [...routes, bindMany(contract.writeAccounts, routes)];
