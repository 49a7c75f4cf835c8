import fs from "node:fs";
import os from "node:os";
import { sql } from "kysely";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { blankDirectory, templateDump } from "../../../../../test/database.ts";
import { systemClock } from "../../../kernel/index.ts";
import { type Author, type Database, type DatabaseOptions, openDatabase, writeAs } from "../index.ts";

// Starting the embedded database on a busy disk takes its time.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });
let directory = "";
beforeEach(() => {
  directory = fs.mkdtempSync(`${os.tmpdir()}/quarterdeck-embedded-`);
});
afterEach(() => fs.rmSync(directory, { recursive: true, force: true }));

async function open(more: Partial<DatabaseOptions> = {}) {
  const data = `${directory}/data`;
  if (!fs.existsSync(`${data}/record`)) await blankDirectory(data);
  return openDatabase({ directory: data, clock: systemClock, ...more });
}
const openInMemory = async () => openDatabase({ clock: systemClock, load: await templateDump() });

test("what was written is there after closing and opening again, in a directory for its owner alone", async () => {
  const first = await open();
  await sql`create table public.kept (word text)`.execute(first.db);
  await sql`insert into public.kept values ('kept')`.execute(first.db);
  await first.close();
  const again = await open();
  const { rows } = await sql<{ word: string }>`select word from public.kept`.execute(again.db);
  await again.close();
  expect(rows).toEqual([{ word: "kept" }]);
  expect(fs.statSync(`${directory}/data`).mode & 0o777).toBe(0o700);
  expect(fs.statSync(`${directory}/data/record`).mode & 0o777).toBe(0o700);
});

test("a record begins from nothing where no dump is given", async () => {
  const database = await openDatabase({ directory: `${directory}/data`, clock: systemClock });
  const { rows } = await sql`select to_regclass('crm.opportunity') is not null as there`.execute(database.db);
  await database.close();
  expect(rows).toEqual([{ there: true }]);
});

test("a directory that is open already is refused, and the first one goes on", async () => {
  const first = await open();
  await expect(open()).rejects.toMatchObject({ kind: "unavailable" });
  await sql`select 1`.execute(first.db);
  await first.close();
});

test("PostgreSQL runs with its syncs on", async () => {
  const database = await open();
  const { rows } =
    await sql`select current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit,
    current_setting('full_page_writes') as pages, current_setting('timezone') as zone`.execute(database.db);
  await database.close();
  expect(rows).toEqual([{ fsync: "on", commit: "on", pages: "on", zone: "UTC" }]);
});

test("a start that was cut off leaves nothing that is taken for a record", async () => {
  fs.mkdirSync(`${directory}/data/record.unfinished`, { recursive: true });
  fs.writeFileSync(`${directory}/data/record.unfinished/PG_VERSION`, "18\n");
  const load = await templateDump();
  const database = await openDatabase({ directory: `${directory}/data`, clock: systemClock, load });
  await sql`select 1`.execute(database.db);
  await database.close();
  expect(fs.existsSync(`${directory}/data/record.unfinished`)).toBe(false);
});

test("a hundred thousand rows come through whole and in order", async () => {
  const database = await openInMemory();
  const { rows } = await sql<{ n: bigint }>`select n from generate_series(1::int8, 100000) n`.execute(
    database.db,
  );
  await database.close();
  expect(rows.length).toBe(100_000);
  expect(rows.every(({ n }, index) => n === BigInt(index + 1))).toBe(true);
});

const author: Author = { workspaceId: "none", authorId: null, author: "A test", source: "test" };
/** COPY FROM STDIN is what this engine cannot do: it ends. */
const end = ({ db }: Database) => sql`copy public.kept from stdin`.execute(db);

test("when the engine stops, what waits for it is told so, and the next query starts it again", async () => {
  const database = await open();
  await sql`create table public.kept (word text)`.execute(database.db);
  await sql`insert into public.kept values ('kept')`.execute(database.db);
  const fatal = end(database);
  const unfinished = writeAs(database.db, author, systemClock, async (trx) => {
    await sql`insert into public.kept values ('never confirmed')`.execute(trx);
    await sql`copy public.kept from stdin`.execute(trx);
  });
  await expect(fatal).rejects.toThrow("The embedded database stopped");
  await expect(unfinished).rejects.toThrow("The embedded database stopped");
  const { rows } = await sql<{ word: string }>`select word from public.kept`.execute(database.db);
  expect(rows).toEqual([{ word: "kept" }]);
  await database.close();
});

test("an engine in memory that stopped is not started again: it would be empty", async () => {
  const database = await openInMemory();
  await sql`create table public.kept (word text)`.execute(database.db);
  await expect(end(database)).rejects.toThrow("The embedded database stopped");
  await expect(sql`select 1`.execute(database.db)).rejects.toThrow("The embedded database stopped");
  await database.close();
});

test("a long query does not hold up the program", async () => {
  const database = await openInMemory();
  let ticks = 0;
  const timer = setInterval(() => {
    ticks += 1;
  }, 10);
  await sql`select count(*) from generate_series(1, 3000000) n`.execute(database.db);
  clearInterval(timer);
  await database.close();
  expect(ticks).toBeGreaterThan(5);
});
