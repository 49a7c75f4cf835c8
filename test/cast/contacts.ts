import type { Account } from "./accounts.ts";
import { chanceFrom, mix } from "./chance.ts";
import type { Industry } from "./fields.ts";
import { mailboxOf, someName } from "./names.ts";

/** Somebody at an account. */
export interface Contact {
  name: string;
  mailbox: string;
  title: string;
  phone: string | null;
  influence: "Decides" | "Advises" | "Uses";
}

const titles: Readonly<Record<Industry, readonly string[]>> = {
  "Ports & terminals": [
    "Harbor Master",
    "Terminal Operations Manager",
    "Port Engineer",
    "Head of Procurement",
  ],
  Shipping: ["Technical Superintendent", "Fleet Director", "Purchasing Manager", "Chief Engineer"],
  "Offshore energy": ["Site Engineer", "Asset Integrity Lead", "Project Director", "Contracts Manager"],
  Aquaculture: ["Farm Manager", "Operations Director", "Biologist", "Owner"],
  "Coastal agencies & research": [
    "Program Officer",
    "Hydrographer",
    "Principal Scientist",
    "Procurement Officer",
  ],
};

/** The one to three people whom we know at an account; no two with the same mailbox. */
export function contactsAt(account: Account, key: number): Contact[] {
  const chance = chanceFrom(mix(key, account.index));
  const count = chance.whole(1, 3);
  const contacts: Contact[] = [];
  for (let i = 0; i < count; i++) {
    const name = someName(chance);
    const mailbox = mailboxOf(name);
    if (contacts.some((other) => other.mailbox === mailbox)) continue;
    contacts.push({
      name,
      mailbox,
      title: chance.oneOf(titles[account.industry]),
      phone: chance.happens(0.7) ? `+1 555 01${String(chance.whole(0, 99)).padStart(2, "0")}` : null,
      influence: chance.oneOf(["Decides", "Advises", "Uses"] as const),
    });
  }
  return contacts;
}

/** A contact's number among all: room for four an account. */
export function contactIndex(account: Account, position: number): number {
  return account.index * 4 + position;
}
