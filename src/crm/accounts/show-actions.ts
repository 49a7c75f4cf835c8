/** Accounts as they cross the wire, in both directions. */
import { amountMinorOf, dayOf, moneyText, textOf } from "#base/wire";
import { shownReference } from "../reference.ts";
import type { Account } from "./account.ts";
import type { AccountIn, AccountOut } from "./contract.ts";

export function shownAccount(account: Account): AccountOut {
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

/** What a caller said of a account, in the words of the noun. */
export function givenAccount<T extends AccountIn>({ annualRevenue, createdOn, ...rest }: T) {
  const said = { ...rest, createdOn: dayOf(createdOn) };
  if (annualRevenue === undefined) return said;
  if (annualRevenue === null) return { ...said, annualRevenueMinor: null, currency: null };
  const annualRevenueMinor = amountMinorOf(annualRevenue, "annualRevenue");
  return { ...said, annualRevenueMinor, currency: annualRevenue.currency };
}
