/** What an opportunity writes for its contacts, parted into single ones. */
import { type ReadRow, textIn } from "../mapping/row.ts";

/** A contact as a column of opportunities writes it: an id, or a name with or without an address. */
export interface WrittenContact {
  /** The id or the name, and under which the contact is linked. */
  readonly key: string;
  readonly email: string | null;
  readonly primary: boolean;
}

const withEmail = /^(.*?)\s*[(<]([^()<>\s]+@[^()<>\s]+)[)>]$/;

function writtenContact(text: string, primary: boolean): WrittenContact {
  const [, name = "", email = ""] = withEmail.exec(text) ?? [];
  if (email !== "") return { key: name === "" ? email : name, email, primary };
  return { key: text, email: text.includes("@") ? text : null, primary };
}

const parted = (text: string): string[] =>
  (/^\d+(\s*[,;]\s*\d+)+$/.test(text) ? text.split(/[,;]/) : text.split(";"))
    .map((part) => part.trim())
    .filter((part) => part !== "");

/** The contacts that a row of opportunities names, each once, the primary one as such. Several stand between semicolons. */
export function writtenContacts(row: ReadRow): WrittenContact[] {
  const found = new Map<string, WrittenContact>();
  for (const [field, primary] of [
    ["primaryContact", true],
    ["contacts", false],
  ] as const) {
    for (const [at, part] of parted(textIn(row, field) ?? "").entries()) {
      const contact = writtenContact(part, primary && at === 0);
      if (!found.has(contact.key)) found.set(contact.key, contact);
    }
  }
  return [...found.values()];
}
