/** The work of unpacking one file: what was found so far, and how much it is. */
import { Refusal } from "#base/kernel";
import type { PackLimits } from "./pack-limits.ts";
import type { Unpacked } from "./unpacked-tables.ts";

/** A refusal in one sentence or two. */
export const inOne = ({ message, fix }: Refusal): string => (fix === "" ? message : `${message} ${fix}`);

/** Collects what is found while files are unpacked into one place. */
export class Unpacking {
  readonly place: string;
  readonly limits: PackLimits;
  readonly tables: Unpacked["tables"][number][] = [];
  readonly passedOver: Unpacked["passedOver"][number][] = [];
  /** All bytes written so far: archives inside archives share one limit. */
  bytes = 0;
  #files = 0;

  constructor(place: string, limits: PackLimits) {
    this.place = place;
    this.limits = limits;
  }

  nextFile(): string {
    this.#files += 1;
    return `${this.#files}.csv`;
  }

  passOver(name: string, problem: unknown): void {
    if (!(problem instanceof Refusal)) throw problem;
    this.passedOver.push({ name, reason: inOne(problem) });
  }

  /** A name that no table has yet. */
  freeName(name: string): string {
    const taken = new Set(this.tables.map((table) => table.name));
    let free = name;
    for (let times = 2; taken.has(free); times += 1) free = `${name} (${times})`;
    return free;
  }
}
