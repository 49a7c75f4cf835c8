/** Runs an import of a data directory to its end, printing how far it is: "rows 3000". Meant to be killed. */
import { setTimeout as wait } from "node:timers/promises";
import { sql } from "kysely";
import { systemClock } from "#base/kernel";
import { openDatabase, openReplica } from "#base/platform";
import { startOpenedImport } from "#crm";

const [directory = "", workspaceId = "", importId = "", folder = ""] = process.argv.slice(2);
const database = await openDatabase({ directory, clock: systemClock });
const replica = openReplica({ db: database.db, directory: `${directory}/replica`, tables: [] });
const ground = { database, replica, clock: systemClock, log: () => {}, directory };
const author = { workspaceId, authorId: null, author: "test", source: "app" };
await startOpenedImport(ground, database.db, author, importId, folder);
for (;;) {
  const found = await sql<{ state: string; rows: number }>`
    select state, (select coalesce(sum(rows), 0)::int from crm.import_chunk where import_id = run.id) as rows
    from crm.import_run as run where id = ${importId}::uuid`.execute(database.db);
  console.log(`rows ${found.rows[0]?.rows ?? 0}`);
  if (found.rows[0]?.state !== "running") break;
  await wait(20);
}
await database.close();
console.log("ended");
