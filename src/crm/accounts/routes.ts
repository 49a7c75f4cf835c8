import { bind, type Route } from "#base/platform";
import { amountMinorOf, dayOf, moneyText, textOf } from "#base/wire";
import { shownReference } from "../reference.ts";
import type { Account } from "./account.ts";
import * as actions from "./actions.ts";
import type { AccountIn, AccountOut } from "./contract.ts";
import * as contract from "./contract.ts";
import { listAccounts } from "./store.ts";

function shown(account: Account): AccountOut {
  const { parentId, parentName, ownerId, ownerName, annualRevenueMinor, currency, ...rest } = account;
  return {
    ...rest,
    parent: shownReference(parentId, parentName),
    owner: shownReference(ownerId, ownerName),
    annualRevenue: currency === null ? null : moneyText(annualRevenueMinor, currency),
    createdOn: textOf(account.createdOn),
    removedAt: textOf(account.removedAt),
    custom: { ...account.custom },
  };
}

function given<T extends AccountIn>({ annualRevenue, createdOn, ...rest }: T) {
  const said = { ...rest, createdOn: dayOf(createdOn) };
  if (annualRevenue === undefined) return said;
  if (annualRevenue === null) return { ...said, annualRevenueMinor: null, currency: null };
  const annualRevenueMinor = amountMinorOf(annualRevenue, "annualRevenue");
  return { ...said, annualRevenueMinor, currency: annualRevenue.currency };
}

export const accountRoutes: Route[] = [
  bind(contract.getAccounts, async ({ db, sight, query }) => {
    const page = await listAccounts(db, sight, query);
    return { ...page, items: page.items.map(shown) };
  }),
  bind(contract.getAccount, async ({ db, sight, params }) =>
    shown(await actions.accountOf(db, sight.workspaceId, params.id)),
  ),
  bind(contract.createAccount, async ({ db, author, services, body }) =>
    shown(
      await actions.addAccount(db, author.workspaceId, services.clock, { ...given(body), name: body.name }),
    ),
  ),
  bind(contract.changeAccount, async ({ db, author, params, expectedVersion, body }) =>
    shown(await actions.changeAccount(db, author.workspaceId, params.id, expectedVersion, given(body))),
  ),
  bind(contract.removeAccount, ({ db, author, params, expectedVersion }) =>
    actions.removeAccount(db, author.workspaceId, params.id, expectedVersion),
  ),
];
