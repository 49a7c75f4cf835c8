/**
 * The process that the durability tests kill: commits transactions on a data directory, one after the other, and
 * prints a line after each has been acknowledged. Arguments: directory, first number, how many.
 */
import fs from "node:fs";
import { sql } from "kysely";
import { systemClock } from "../../src/base/kernel/index.ts";
import { openDatabase } from "../../src/base/platform/db/index.ts";

const [directory = "", first = "1", count = "1"] = process.argv.slice(2);
const database = await openDatabase({ directory, clock: systemClock });
const say = (line: string) => fs.writeSync(1, `${line}\n`);

await sql`create table if not exists public.entry (n integer primary key, filler text not null)`.execute(
  database.db,
);
await sql`create table if not exists public.tally (entries integer not null)`.execute(database.db);
await sql`insert into public.tally select 0 where not exists (select from public.tally)`.execute(database.db);
say("open");
for (let n = Number(first); n < Number(first) + Number(count); n += 1) {
  await database.db.transaction().execute(async (trx) => {
    await sql`insert into public.entry values (${n}, ${"x".repeat(n % 2000)})`.execute(trx);
    await sql`update public.tally set entries = entries + 1`.execute(trx);
  });
  say(`acknowledged ${n}`);
}
await database.close();
say("closed");
