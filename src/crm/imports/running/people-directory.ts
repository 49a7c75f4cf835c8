/** Everybody whom the workspace knows, found by the source's id, by address, or by name. */
import { personText } from "../values/person-text.ts";
import type { Link } from "./link.ts";

interface Known {
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
}

const add = (index: Map<string, Known[]>, key: string | null, person: Known) => {
  if (key === null || key.trim() === "") return;
  const found = index.get(key.trim().toLowerCase()) ?? [];
  index.set(key.trim().toLowerCase(), [...found, person]);
};

export class PeopleDirectory {
  readonly #links: Map<string, Link>;
  readonly #linked: Set<string>;
  readonly #names = new Map<string, string>();
  readonly #byEmail = new Map<string, Known[]>();
  readonly #byName = new Map<string, Known[]>();

  constructor(people: readonly Known[], links: ReadonlyMap<string, Link>) {
    this.#links = new Map(links);
    this.#linked = new Set([...links.values()].map((link) => link.recordId));
    for (const person of people) this.#index(person);
  }

  #index(person: Known): void {
    this.#names.set(person.id, person.name);
    add(this.#byEmail, person.email, person);
    add(this.#byName, person.name, person);
  }

  /** What somebody is called who is known; null for anybody else. */
  nameOf(id: string): string | null {
    return this.#names.get(id) ?? null;
  }

  /** The link of a source's id, if it has one. */
  linkOf(key: string): Link | undefined {
    return this.#links.get(key);
  }

  /** Who is meant by a value in another file: an id, an address or a name of the source; only if it is one person. */
  meant(value: string, byName: boolean): string | undefined {
    const linked = this.#links.get(value)?.recordId;
    if (linked !== undefined || !byName) return linked;
    const { name, email } = personText(value);
    const found =
      this.#byName.get(value.toLowerCase()) ??
      this.#byEmail.get((email ?? value).toLowerCase()) ??
      this.#byName.get(name.toLowerCase()) ??
      [];
    return found.length === 1 ? found[0]?.id : undefined;
  }

  /**
   * Who is already known for a row of the source: the one person of its address; else the one person of its name who
   * has no other address. Nobody whom another row of the source already is.
   */
  knownFor(row: { readonly name: string; readonly email: string | null }): string | undefined {
    const free = (people: readonly Known[] | undefined) =>
      (people ?? []).filter((person) => !this.#linked.has(person.id));
    if (row.email !== null) {
      const byEmail = free(this.#byEmail.get(row.email.toLowerCase()));
      if (byEmail.length === 1) return byEmail[0]?.id;
    }
    const byName = free(this.#byName.get(row.name.toLowerCase())).filter(
      (person) => row.email === null || person.email === null,
    );
    return byName.length === 1 ? byName[0]?.id : undefined;
  }

  /** Whether somebody of the source already has this address. */
  isTaken(email: string): boolean {
    return (this.#byEmail.get(email.toLowerCase()) ?? []).some((person) => this.#linked.has(person.id));
  }

  /** Notes that an id of the source is this person. */
  link(link: Link): void {
    this.#links.set(link.sourceId, link);
    this.#linked.add(link.recordId);
  }

  /** Notes a new person. */
  welcome(person: Known): void {
    this.#index(person);
  }
}
