/**
 * Questions to the replica of a seat whose reach is not the whole company. Each table stands before the question as a query
 * of the same name that holds only the rows which the seat sees, so that no question can see others.
 */
import { lookedInto } from "../../kernel/index.ts";
import { inReplica, type Narrowed } from "../policy/compiled-rule.ts";
import { duck, type Fragment, joined, raw } from "./fragment.ts";
import type { ReplicatedTable } from "./table.ts";

/** The question with its tables narrowed. Refuses one that names the database's tables past them. */
export function narrowedQuery(tables: readonly ReplicatedTable[], to: Narrowed, query: Fragment): Fragment {
  if (query.texts.some((text) => /\bmain\s*\./i.test(text))) {
    throw new Error("A question names the replica's tables past what its asker may see.");
  }
  const shadows = lookedIntoFirst(tables).map(
    (table) =>
      duck`${raw(table.name)} AS (SELECT * FROM main.${raw(table.name)} WHERE ${inReplica(table.seen, to)})`,
  );
  const [first = "", ...rest] = query.texts;
  const own = /^\s*WITH\s/i.exec(first);
  const after: Fragment = {
    texts: [own ? first.slice(own[0].length) : first, ...rest],
    values: query.values,
  };
  return duck`WITH ${joined(shadows, ", ")}${raw(own ? ", " : " ")}${after}`;
}

/** Tables that everybody sees stay as they are; the others stand after those that they look into. */
function lookedIntoFirst(tables: readonly ReplicatedTable[]): ReplicatedTable[] {
  const isOpen = ({ seen }: ReplicatedTable) => seen.kind === "everybody";
  const open = tables.filter(isOpen);
  const waiting = tables.filter((table) => !isOpen(table));
  const done: ReplicatedTable[] = [];
  while (done.length < waiting.length) {
    const names = new Set([...open, ...done].map(({ name }) => name));
    const next = waiting.find(
      (table) => !done.includes(table) && lookedInto(table.seen).every((into) => names.has(into.table)),
    );
    if (!next) throw new Error("Tables of the replica look into each other in a circle.");
    done.push(next);
  }
  return done;
}
