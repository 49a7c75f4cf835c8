import { domainOf } from "./account-names.ts";
import type { Account } from "./accounts.ts";
import { dateOfDay, instantOf } from "./days.ts";
import type { CastAccount, CastContact } from "./records.ts";
import { holderOf } from "./seats.ts";
import type { Setting } from "./setting.ts";

/** The accounts as records, groups before their subsidiaries, each owned by whoever holds its book now. */
export function writeAccounts(setting: Setting): CastAccount[] {
  return setting.accounts.map((account) => ({
    id: setting.ids.account(account.index),
    trueSince: instantOf(ownedSince(setting, account)),
    name: account.name,
    parentId: account.parent ? setting.ids.account(account.parent.index) : null,
    ownerId: setting.ids.person(ownerNow(setting, account)),
    domain: domainOf(account.name),
    industry: account.industry,
    country: account.place.country,
    city: account.place.city,
    employees: account.employees,
    annualRevenueMinor: BigInt(account.annualRevenue) * 100n,
    currency: account.place.currency,
    createdOn: dateOfDay(account.createdDay),
    custom: { tier: account.tier, sites: account.sites },
  }));
}

/** The contacts as records; an account's owner looks after them. */
export function* writeContacts(setting: Setting): Generator<CastContact> {
  for (const account of setting.accounts) {
    const ownerId = setting.ids.person(ownerNow(setting, account));
    const createdOn = dateOfDay(account.createdDay);
    const trueSince = instantOf(setting.clock(account.createdDay, 560));
    const domain = domainOf(account.name);
    for (const [position, contact] of (setting.contacts[account.index] ?? []).entries()) {
      yield {
        id: setting.ids.contact(account, position),
        trueSince,
        name: contact.name,
        accountId: setting.ids.account(account.index),
        ownerId,
        email: `${contact.mailbox}@${domain}`,
        phone: contact.phone,
        title: contact.title,
        createdOn,
        custom: { influence: contact.influence },
      };
    }
  }
}

function ownerNow(setting: Setting, account: Account): number {
  return holderOf(account.seat, setting.story.lastDay);
}

/** The last time its owner changed: it was created, its book changed hands, or the reorganization moved it. */
function ownedSince(setting: Setting, account: Account): number {
  const { lastDay, reorganizedDay } = setting.story;
  const days = account.seat.holds.map((hold) => hold.from).filter((day) => day <= lastDay);
  if (account.seat !== account.seatBefore) days.push(reorganizedDay);
  const day = Math.max(account.createdDay, ...days.filter((d) => Number.isFinite(d)));
  return setting.clock(day, 545);
}
