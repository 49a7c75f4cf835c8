/** Contacts as their list has them: with what other records say of them. */
import { figuresAt, type Listing } from "#base/platform";
import { type ListCall, momentText } from "../lists/actions.ts";
import type { ContactListed } from "./contract.ts";
import { shownContact } from "./show-actions.ts";
import { contactsByIds } from "./store.ts";

/** Contacts as their list has them, in the order of their ids. */
export async function listedContacts(
  { db, sight }: ListCall,
  ids: string[],
  listing: Listing,
): Promise<ContactListed[]> {
  const contacts = await contactsByIds(db, sight, ids);
  const figures = await figuresAt(db, listing, ids, ["trueSince", "lastActivityAt", "team", "region"]);
  return contacts.map((contact) => ({
    ...shownContact(contact),
    trueSince: momentText(figures.get(contact.id)?.trueSince ?? null) ?? "",
    lastActivityAt: momentText(figures.get(contact.id)?.lastActivityAt ?? null),
    team: figures.get(contact.id)?.team ?? null,
    region: figures.get(contact.id)?.region ?? null,
  }));
}
