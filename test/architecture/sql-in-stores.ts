/** SQL, Kysely and DuckDB live in store.ts files and in base/platform, nowhere else. */
import { isTest, roleOf } from "./line.ts";
import type { Rule, Source } from "./source.ts";
import { importsOf, lineAt, nameOf, stringsOf, treeOf, walk } from "./syntax.ts";

const databasePackage = /^(kysely|pg|pg-native|@duckdb\/|@electric-sql\/)/;
const queryBuilding = new Set(["selectFrom", "insertInto", "updateTable", "deleteFrom", "mergeInto"]);
const statement =
  /^\s*(select\s[\s\S]*\sfrom\s+[a-z_]+\.|insert\s+into\s+\w|update\s+\w+\.\w+[\s\S]*\sset\s|delete\s+from\s+\w|with\s+\w+\s+as\s*\()/i;

function mayHoldSql(path: string): boolean {
  return path.startsWith("src/base/platform/") || roleOf(path) === "store" || isTest(path);
}

export const sqlStaysInStores: Rule = (sources) =>
  sources
    .filter(({ path }) => path.startsWith("src/") && !mayHoldSql(path))
    .flatMap((source) => [
      ...importsOf(source)
        .filter(({ specifier }) => databasePackage.test(specifier))
        .map(
          ({ specifier, line }) =>
            `${source.path}:${line} imports ${specifier}: the database is spoken to in stores.`,
        ),
      ...stringsOf(source)
        .filter(({ text }) => statement.test(text))
        .map(({ line }) => `${source.path}:${line} holds a statement of SQL: statements live in stores.`),
      ...queriesIn(source),
    ]);

function queriesIn(source: Source): string[] {
  const found: string[] = [];
  walk(treeOf(source), (node) => {
    const line = () => lineAt(source.text, node.start);
    const callee = node.type === "CallExpression" ? node.callee : null;
    const called = nameOf(callee);
    if (called !== null && queryBuilding.has(called))
      found.push(`${source.path}:${line()} builds a query (${called}): queries live in stores.`);
    if (node.type === "TaggedTemplateExpression" && ["sql", "duck"].includes(nameOf(node.tag) ?? "")) {
      found.push(`${source.path}:${line()} writes SQL (${nameOf(node.tag)}): SQL lives in stores.`);
    }
  });
  return found;
}
