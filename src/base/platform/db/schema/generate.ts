import type { Database } from "../database.ts";
import { readCatalog } from "./catalog.ts";
import { rowTypes } from "./row-types.ts";
import { schemaSql } from "./schema-sql.ts";

/** What is generated from a migrated database, by path from the project's root. */
export async function generateSchema({ db }: Pick<Database, "db">): Promise<Map<string, string>> {
  const catalog = await readCatalog(db);
  const types = [...rowTypes(catalog)].map(([name, text]): [string, string] => [`db/types/${name}`, text]);
  return new Map([["db/schema.sql", schemaSql(catalog)], ...types]);
}
