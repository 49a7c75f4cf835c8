import { createHash } from "node:crypto";
import fs from "node:fs";
import { fileURLToPath } from "node:url";

/** One step of the schema, as it lies in db/migrations: "0003_crm.sql". */
export interface Migration {
  readonly name: string;
  readonly sql: string;
  readonly sha256: string;
}

export const migrationsDirectory = fileURLToPath(new URL("../../../../db/migrations", import.meta.url));

/** All migrations in their order. The hash is over the text with plain line ends, so that a checkout's do not matter. */
export function readMigrations(directory: string = migrationsDirectory): Migration[] {
  const names = fs.readdirSync(directory).filter((name) => /^\d{4}_[a-z0-9_]+\.sql$/.test(name));
  return names.sort().map((name) => {
    const sql = fs.readFileSync(`${directory}/${name}`, "utf8").replaceAll("\r\n", "\n");
    return { name, sql, sha256: createHash("sha256").update(sql).digest("hex") };
  });
}
