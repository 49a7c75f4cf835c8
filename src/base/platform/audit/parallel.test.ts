/** Many writers at once, on connections of their own as other processes would have them: one chain without a fork. */
import { sql } from "kysely";
import { afterEach, expect, test } from "vitest";
import { freshDatabase, serverUrl } from "../../../../test/database.ts";
import { type Database, openDatabase } from "../db/index.ts";
import { readAuditChain } from "./audit-store.ts";
import { chain, clock, writeEvents } from "./trial.fixture.ts";
import { verifyAuditChain } from "./verify.ts";

const opened: Database[] = [];
afterEach(async () => {
  for (const database of opened.splice(0).reverse()) await database.close();
});

/** A database, and others on the same one with pools of their own where it is on a server. */
async function twins(count: number): Promise<Database[]> {
  const first = await freshDatabase(clock);
  opened.push(first);
  if (serverUrl === undefined) return Array(count).fill(first);
  const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(first.db);
  const url = new URL(serverUrl);
  url.pathname = `/${rows[0]?.name}`;
  const others = await Promise.all(
    Array.from({ length: count - 1 }, () => openDatabase({ url: url.href, clock, migrate: false })),
  );
  opened.push(...others);
  return [first, ...others];
}

test("three times ten writers at once write one chain, from its first event on", async () => {
  const databases = await twins(3);
  const other = "01890000-0000-7000-8000-0000000000ee";
  await Promise.all(
    databases.flatMap(({ db }) =>
      Array.from({ length: 10 }, async (_, n) => {
        await writeEvents(db, 2);
        if (n % 2 === 0) await writeEvents(db, 1, { workspaceId: other });
      }),
    ),
  );
  const db = (databases[0] as Database).db;
  const numbers = (await readAuditChain(db, chain, { after: 0n, limit: 99 })).map(({ eventNo }) => eventNo);
  expect(numbers).toEqual(Array.from({ length: 60 }, (_, n) => BigInt(n + 1)));
  expect(await verifyAuditChain(db, chain)).toMatchObject({ events: 60n, broken: null });
  expect(await verifyAuditChain(db, other)).toMatchObject({ events: 15n, broken: null });
});

test("a chain is verified while others write to it, and what they write breaks nothing", async () => {
  const [mine, theirs] = (await twins(2)) as [Database, Database];
  await writeEvents(mine.db, 3);
  const writing = writeEvents(theirs.db, 40);
  for (let n = 0; n < 10; n += 1) expect((await verifyAuditChain(mine.db, chain)).broken).toBe(null);
  await writing;
  expect(await verifyAuditChain(mine.db, chain)).toMatchObject({ events: 43n, broken: null });
});
