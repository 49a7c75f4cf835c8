/** A store writes only its own schema and reads only to the left. */
import { capabilityOf, isTest, line, placeInLine, roleOf } from "./line.ts";
import type { Rule, Source, Violation } from "./source.ts";
import { lineAt, nameOf, stringsOf, textOf, treeOf, walk } from "./syntax.ts";

const writing = new Set(["insertInto", "updateTable", "deleteFrom", "mergeInto"]);
const reading = new Set([
  "selectFrom",
  "from",
  "using",
  "innerJoin",
  "leftJoin",
  "rightJoin",
  "fullJoin",
  "crossJoin",
  "innerJoinLateral",
  "leftJoinLateral",
  "withRecursive",
]);
/** Base has no slices of its own: these of its records are kept by a slice of another capability. */
const lent = new Map([
  ["base.workspace", "people"],
  ["base.exchange_rate", "people"],
]);
const schemas = line.slice(0, -1).join("|");
const qualified = new RegExp(`^(?:${schemas})\\.[a-z_]+`);
const writingText = new RegExp(
  `\\b(?:insert\\s+into|update(?:\\s+only)?|delete\\s+from|merge\\s+into|truncate|copy)\\s+"?(${schemas})"?\\."?([a-z_]+)`,
  "gi",
);
const readingText = new RegExp(`\\b(?:from|join|using)\\s+"?(${schemas})"?\\."?([a-z_]+)`, "gi");

type Use = { table: string; writes: boolean; line: number };

export const storesKeepToTheirSchema: Rule = (sources) =>
  sources
    .filter(({ path }) => roleOf(path) === "store" && !isTest(path))
    .flatMap((source) => {
      const own = capabilityOf(source.path);
      if (own === null || own === "app") return [];
      return [...usesByQuery(source), ...usesByText(source)].flatMap((use) =>
        problemOf(source.path, own, use),
      );
    });

function problemOf(path: string, own: string, { table, writes, line }: Use): Violation[] {
  const schema = table.slice(0, table.indexOf("."));
  if (writes)
    return schema === own || lent.get(table) === own
      ? []
      : [`${path}:${line} writes ${table}: a store writes only ${own}.*.`];
  return placeInLine(schema) <= placeInLine(own)
    ? []
    : [`${path}:${line} reads ${table}, which stands to the right of ${own}.`];
}

function usesByQuery(source: Source): Use[] {
  const found: Use[] = [];
  walk(treeOf(source), (node) => {
    const called = node.type === "CallExpression" ? nameOf(node.callee) : null;
    if (called === null || !(writing.has(called) || reading.has(called))) return;
    const [first] = node.arguments as (typeof node)[];
    const tables = first?.type === "ArrayExpression" ? (first.elements as unknown[]) : [first];
    for (const table of tables) {
      const name = qualified.exec(textOf(table) ?? "")?.[0];
      if (name === undefined) continue;
      found.push({ table: name, writes: writing.has(called), line: lineAt(source.text, node.start) });
    }
  });
  return found;
}

function usesByText(source: Source): Use[] {
  // "delete from x.y" is a writing and reads as "from x.y" too: what may be written may be read.
  const tablesIn = (text: string, pattern: RegExp) =>
    [...text.matchAll(pattern)].map((match) => `${match[1]}.${match[2]}`.toLowerCase());
  return stringsOf(source).flatMap(({ text, line }) => [
    ...tablesIn(text, writingText).map((table) => ({ table, writes: true, line })),
    ...tablesIn(text, readingText).map((table) => ({ table, writes: false, line })),
  ]);
}
