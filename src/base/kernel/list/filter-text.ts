/**
 * A filter as one line of text, for addresses, commands and saved views:
 * `and(status.one-of(open),or(amount.at-least(50000),name.contains("pilot, phase 2")))`.
 * A value stands bare where it has only letters, digits and . : + - _, else in quotes as JSON writes them.
 */
import { refuse } from "../refusal.ts";
import {
  type Condition,
  type Filter,
  type FilterGroup,
  type FilterTest,
  isGroup,
  noFilter,
} from "./filter.ts";

const bare = /^[\p{L}\p{N}_.:+-]+$/u;
const nothing = "none";
const nestingMax = 20;

/** Writes a filter; "none" where it asks for nothing. */
export function filterText(filter: Filter): string {
  if (isGroup(filter) && filter.parts.length === 0) return nothing;
  return written(filter);
}

function written(filter: Filter): string {
  if (isGroup(filter)) return `${filter.join}(${filter.parts.map(written).join(",")})`;
  const values = filter.values.map((value) => (bare.test(value) ? value : JSON.stringify(value)));
  return `${filter.column}.${filter.test}(${values.join(",")})`;
}

/** Reads {@link filterText}; a single condition comes back in a group. Refuses what is written in another way, and where. */
export function readFilter(text: string): FilterGroup {
  const trimmed = text.trim();
  if (trimmed === "" || trimmed === nothing) return noFilter;
  const reader = new Reader(trimmed);
  const filter = reader.filter(0);
  reader.end();
  return isGroup(filter) ? filter : { join: "and", parts: [filter] };
}

class Reader {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  filter(depth: number): Filter {
    if (depth > nestingMax) this.#fail("fewer brackets within brackets");
    const join = this.#take(/(and|or)\(/y)?.[1] as FilterGroup["join"] | undefined;
    if (join === undefined) return this.#condition();
    if (this.#take(/\)/y)) return { join, parts: [] };
    const parts = [this.filter(depth + 1)];
    while (this.#take(/,/y)) parts.push(this.filter(depth + 1));
    if (!this.#take(/\)/y)) this.#fail("a comma or a closing bracket");
    return { join, parts };
  }

  #condition(): Condition {
    const head = this.#take(/([A-Za-z][\w.]*)\.([a-z-]+)\(/y);
    if (!head) this.#fail("a condition like amount.at-least(50000)");
    const [, column = "", test = ""] = head ?? [];
    const values: string[] = [];
    if (!this.#take(/\)/y)) {
      do values.push(this.#value());
      while (this.#take(/,/y));
      if (!this.#take(/\)/y)) this.#fail("a comma or a closing bracket");
    }
    return { column, test: test as FilterTest, values };
  }

  #value(): string {
    const quoted = this.#take(/"(?:[^"\\]|\\.)*"/y)?.[0];
    if (quoted === undefined) return this.#take(/[\p{L}\p{N}_.:+-]+/uy)?.[0] ?? this.#fail("a value");
    try {
      return JSON.parse(quoted) as string;
    } catch {
      return this.#fail("a value in quotes as JSON writes it");
    }
  }

  end(): void {
    if (this.#at < this.#text.length) this.#fail("the end");
  }

  #take(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text);
    if (found) this.#at = pattern.lastIndex;
    return found;
  }

  #fail(wanted: string): never {
    const rest = this.#text.slice(this.#at, this.#at + 20);
    const message = `The filter cannot be read: at “${rest || "its end"}” it needs ${wanted}.`;
    return refuse("invalid", message, {
      fix: "Write it like and(status.one-of(open),amount.at-least(50000)).",
      fields: [{ field: "filter", message }],
    });
  }
}
