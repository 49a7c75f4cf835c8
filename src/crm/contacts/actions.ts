import { type Clock, newId, today } from "#base/kernel";
import { type Db, refuseStale } from "#base/platform";
import {
  type Amendment,
  amended,
  requireFound,
  requireKnown,
  requirePerson,
  takenToChange,
  workspaceOf,
} from "#people";
import { requireAccount } from "../accounts/actions.ts";
import { checkedCustom } from "../fields/actions.ts";
import type { Custom } from "../fields/field.ts";
import { markRemoved } from "../record-store.ts";
import type { Contact, ContactSaid } from "./contact.ts";
import { findContact, holdContact, insertContact, storeContact } from "./store.ts";

export type ContactGiven = Amendment<ContactSaid> & { readonly custom?: Custom | undefined };

const nothingSaid: Omit<ContactSaid, "name"> = {
  accountId: null,
  ownerId: null,
  email: null,
  phone: null,
  title: null,
  createdOn: null,
};

/** One contact. Refuses when there is none with this id. */
export async function contactOf(db: Db, workspaceId: string, id: string): Promise<Contact> {
  return requireFound(await findContact(db, workspaceId, id), "contact");
}

/** Adds a contact, created today unless said otherwise. */
export async function addContact(
  db: Db,
  workspaceId: string,
  clock: Clock,
  given: ContactGiven & { readonly name: string },
): Promise<Contact> {
  const { timeZone } = await workspaceOf(db, workspaceId);
  const { custom, ...said } = given;
  const id = newId(clock);
  await requireReferences(db, workspaceId, said);
  const values = await checkedCustom(db, workspaceId, "contact", {}, custom);
  const start = { ...nothingSaid, name: given.name, createdOn: today(clock, timeZone) };
  await insertContact(db, workspaceId, id, amended<ContactSaid>(start, said), values);
  return contactOf(db, workspaceId, id);
}

/** Changes what is given about a contact. Refuses a stale version. */
export async function changeContact(
  db: Db,
  workspaceId: string,
  id: string,
  expectedVersion: number,
  given: ContactGiven,
): Promise<Contact> {
  const held = refuseStale(await taken(db, workspaceId, id), expectedVersion);
  const { custom, ...said } = given;
  await requireReferences(db, workspaceId, said);
  const values = await checkedCustom(db, workspaceId, "contact", held.custom, custom);
  await storeContact(db, workspaceId, id, amended<ContactSaid>(held, said), values);
  return contactOf(db, workspaceId, id);
}

/** Removes a contact; it stays with its history. Refuses a stale version. */
export async function removeContact(db: Db, workspaceId: string, id: string, expectedVersion: number) {
  refuseStale(await taken(db, workspaceId, id), expectedVersion);
  return { id, version: await markRemoved(db, "crm.contact", workspaceId, id) };
}

const taken = async (db: Db, workspaceId: string, id: string) =>
  takenToChange(await holdContact(db, workspaceId, id), () => findContact(db, workspaceId, id), "contact");

async function requireReferences(db: Db, workspaceId: string, said: Amendment<ContactSaid>) {
  await requirePerson(db, workspaceId, said.ownerId, "ownerId");
  await requireAccount(db, workspaceId, said.accountId, "accountId");
}

/** Refuses a reference to a contact that is not there or was removed; null and undefined refer to none. */
export async function requireContact(
  db: Db,
  workspaceId: string,
  id: string | null | undefined,
  field = "contactId",
): Promise<void> {
  if (id === null || id === undefined) return;
  const contact = await findContact(db, workspaceId, id);
  requireKnown(contact !== undefined && contact.removedAt === null, "contact", field);
}
