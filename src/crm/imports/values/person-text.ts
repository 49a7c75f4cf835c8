/** How files write a person: "Ada Low", "Low, Ada", "ada@x.com", "Ada Low <ada@x.com>". */

export interface PersonText {
  /** First name first; the address where there is no name. */
  readonly name: string;
  readonly email: string | null;
}

const withAddress = /^"?([^"<(]*?)"?\s*[<([]\s*([^\s@<>()]+@[^\s@<>()]+\.[^\s@<>()]+)\s*[>)\]]$/;
const lastFirst = /^(\p{L}[\p{L}\p{M}'’.\- ]*),\s*(\p{L}[\p{L}\p{M}'’.\- ]*)$/u;
/** What stands behind a comma in the name of a company or of a person of rank, and is no first name. */
const noFirstName = /^(inc|llc|ltd|gmbh|ag|sa|jr|sr|ii|iii|phd|md|mba)\.?$/i;

/** A person as a file writes one, with the name in its usual order. */
export function personText(text: string): PersonText {
  const found = withAddress.exec(text.trim());
  const [, before = "", email = null] = found ?? [null, text.trim(), null];
  const reversed = lastFirst.exec(before.trim());
  const [, last = "", first = ""] = reversed ?? [];
  const isReversed = reversed !== null && !noFirstName.test(first.trim());
  const name = isReversed ? `${first.trim()} ${last.trim()}` : before.trim();
  const address = email ?? (/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(name) ? name : null);
  return { name: name === "" ? (address ?? "") : name, email: address };
}
