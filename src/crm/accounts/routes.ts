import { bind, figuresAt, type Listing, type Route } from "#base/platform";
import { requireFound } from "#people";
import { equalTo, type ListCall, listingOf, momentText, pageOfList, sumText } from "../lists/actions.ts";
import * as actions from "./actions.ts";
import type { AccountListed } from "./contract.ts";
import * as contract from "./contract.ts";
import { givenAccount, shownAccount } from "./show-actions.ts";
import { accountsByIds } from "./store.ts";

const told = ["trueSince", "openPipeline", "openOpportunities", "wonTotal", "lastActivityAt"] as const;

async function listed({ db, sight }: ListCall, ids: string[], listing: Listing): Promise<AccountListed[]> {
  const accounts = await accountsByIds(db, sight, ids);
  const figures = await figuresAt(db, listing, ids, told);
  return accounts.map((account) => {
    const figure = (column: (typeof told)[number]) => figures.get(account.id)?.[column] ?? null;
    return {
      ...shownAccount(account),
      trueSince: momentText(figure("trueSince")) ?? "",
      openPipeline: sumText(figure("openPipeline"), listing),
      openOpportunities: Number(figure("openOpportunities")),
      wonTotal: sumText(figure("wonTotal"), listing),
      lastActivityAt: momentText(figure("lastActivityAt")),
    };
  });
}

export const accountRoutes: Route[] = [
  bind(contract.getAccounts, (call) => {
    const { ownerId, parentId, ...asked } = call.query;
    const also = equalTo({ owner: ownerId, parent: parentId });
    return pageOfList(call, "account", { ...asked, also }, (ids, listing) => listed(call, ids, listing));
  }),
  bind(contract.getAccount, async (call) => {
    const [found] = await listed(call, [call.params.id], await listingOf(call, "account", {}));
    return requireFound(found, "account");
  }),
  bind(contract.createAccount, async ({ db, author, services, body }) =>
    shownAccount(
      await actions.addAccount(db, author.workspaceId, services.clock, {
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
