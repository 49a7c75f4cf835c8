/** Which ids the files of an import hold, kept small: a number for each, so that a million ids fit into memory. */

/** A number of 53 bits for a text. Two ids with one number would hide that one of them vanished: harmless, and rare. */
function numberOf(text: string): number {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    high = Math.imul(high ^ code, 2654435761);
    low = Math.imul(low ^ code, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return 4294967296 * (2097151 & low) + (high >>> 0);
}

export class Seen {
  readonly #byObject = new Map<string, Set<number>>();

  /** Notes that the files hold these ids of an object. */
  note(object: string, ids: Iterable<string>): void {
    const seen = this.#byObject.get(object) ?? new Set();
    this.#byObject.set(object, seen);
    for (const id of ids) seen.add(numberOf(id));
  }

  /** The objects of which ids were noted. */
  get objects(): string[] {
    return [...this.#byObject.keys()];
  }

  has(object: string, id: string): boolean {
    return this.#byObject.get(object)?.has(numberOf(id)) ?? false;
  }
}
