/** Which ids the files of an import hold. Two ids with one mark hide that one of them vanished: harmless, and rare. */
import { KeyMarks } from "../values/key-marks.ts";

export class Seen {
  readonly #byObject = new Map<string, KeyMarks>();

  /** Notes that the files hold these ids of an object. */
  note(object: string, ids: Iterable<string>): void {
    const seen = this.#byObject.get(object) ?? new KeyMarks();
    this.#byObject.set(object, seen);
    for (const id of ids) seen.add(id);
  }

  /** The objects of which ids were noted. */
  get objects(): string[] {
    return [...this.#byObject.keys()];
  }

  has(object: string, id: string): boolean {
    return this.#byObject.get(object)?.has(id) ?? false;
  }
}
