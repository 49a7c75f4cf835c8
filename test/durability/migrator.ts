/**
 * The process that is killed while it migrates. Arguments: a data directory or a server's address, and the folder
 * with the migrations. Prints the name of each that it applied.
 */
import { systemClock } from "../../src/base/kernel/index.ts";
import { migrate, openDatabase } from "../../src/base/platform/db/index.ts";
import { readMigrations } from "../../src/base/platform/db/migration-files.ts";

const [place = "", folder = ""] = process.argv.slice(2);
const where = place.includes("://") ? { url: place } : { directory: place };
const database = await openDatabase({ ...where, clock: systemClock, migrate: false });
console.log("open");
const applied = await migrate(database, systemClock, async () => {}, readMigrations(folder));
await database.close();
for (const name of applied) console.log(`applied ${name}`);
