/** Writes db/schema.sql and db/types/ from db/migrations. Run it after adding a migration: node bin/schema.ts */
import fs from "node:fs";
import { fileURLToPath } from "node:url";
import { systemClock } from "../src/base/kernel/index.ts";
import { openDatabase } from "../src/base/platform/db/database.ts";
import { generateSchema } from "../src/base/platform/db/schema/generate.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const database = await openDatabase({ clock: systemClock, thread: "this" });
const files = await generateSchema(database);
await database.close();

fs.mkdirSync(`${root}db/types`, { recursive: true });
for (const name of fs.readdirSync(`${root}db/types`)) {
  if (!files.has(`db/types/${name}`)) fs.rmSync(`${root}db/types/${name}`);
}
for (const [path, text] of files) fs.writeFileSync(`${root}${path}`, text);
console.log(`Wrote ${[...files.keys()].join(", ")}.`);
