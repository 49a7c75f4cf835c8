import { type Clock, newId, today } from "#base/kernel";
import { type Db, refuseStale } from "#base/platform";
import {
  type Amendment,
  amended,
  refuseBecause,
  requireFound,
  requireKnown,
  requirePerson,
  takenToChange,
  workspaceOf,
} from "#people";
import { checkedCustom } from "../fields/actions.ts";
import type { Custom } from "../fields/field.ts";
import { markRemoved } from "../record-store.ts";
import { type Account, type AccountSaid, anAccountIsNotPartOfItself } from "./account.ts";
import { accountsAbove, findAccount, holdAccount, insertAccount, storeAccount } from "./store.ts";

export type AccountGiven = Amendment<AccountSaid> & { readonly custom?: Custom | undefined };

const nothingSaid: Omit<AccountSaid, "name"> = {
  parentId: null,
  ownerId: null,
  domain: null,
  industry: null,
  country: null,
  city: null,
  employees: null,
  annualRevenueMinor: null,
  currency: null,
  createdOn: null,
};

/** One account. Refuses when there is none with this id. */
export async function accountOf(db: Db, workspaceId: string, id: string): Promise<Account> {
  return requireFound(await findAccount(db, workspaceId, id), "account");
}

/** Refuses a reference to an account that is not there or was removed; null and undefined refer to none. */
export async function requireAccount(
  db: Db,
  workspaceId: string,
  id: string | null | undefined,
  field = "accountId",
): Promise<void> {
  if (id === null || id === undefined) return;
  const account = await findAccount(db, workspaceId, id);
  requireKnown(account !== undefined && account.removedAt === null, "account", field);
}

/** Adds an account, created today unless said otherwise. */
export async function addAccount(
  db: Db,
  workspaceId: string,
  clock: Clock,
  given: AccountGiven & { readonly name: string },
): Promise<Account> {
  const { timeZone } = await workspaceOf(db, workspaceId);
  const { custom, ...said } = given;
  const id = newId(clock);
  await requireReferences(db, workspaceId, id, said);
  const values = await checkedCustom(db, workspaceId, "account", {}, custom);
  const start = { ...nothingSaid, name: given.name, createdOn: today(clock, timeZone) };
  await insertAccount(db, workspaceId, id, amended<AccountSaid>(start, said), values);
  return accountOf(db, workspaceId, id);
}

/** Changes what is given about an account. Refuses a stale version and a parent that belongs to the account. */
export async function changeAccount(
  db: Db,
  workspaceId: string,
  id: string,
  expectedVersion: number,
  given: AccountGiven,
): Promise<Account> {
  const held = refuseStale(await taken(db, workspaceId, id), expectedVersion);
  const { custom, ...said } = given;
  await requireReferences(db, workspaceId, id, said);
  const values = await checkedCustom(db, workspaceId, "account", held.custom, custom);
  await storeAccount(db, workspaceId, id, amended<AccountSaid>(held, said), values);
  return accountOf(db, workspaceId, id);
}

/** Removes an account; it stays with its history. Refuses a stale version. */
export async function removeAccount(db: Db, workspaceId: string, id: string, expectedVersion: number) {
  refuseStale(await taken(db, workspaceId, id), expectedVersion);
  return { id, version: await markRemoved(db, "crm.account", workspaceId, id) };
}

const taken = async (db: Db, workspaceId: string, id: string) =>
  takenToChange(await holdAccount(db, workspaceId, id), () => findAccount(db, workspaceId, id), "account");

async function requireReferences(db: Db, workspaceId: string, id: string, said: Amendment<AccountSaid>) {
  await requirePerson(db, workspaceId, said.ownerId, "ownerId");
  await requireAccount(db, workspaceId, said.parentId, "parentId");
  if (said.parentId) {
    const above = await accountsAbove(db, workspaceId, said.parentId);
    refuseBecause(anAccountIsNotPartOfItself(id, above), "parentId");
  }
}
