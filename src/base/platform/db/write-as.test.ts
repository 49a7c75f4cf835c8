import { sql } from "kysely";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { freshDatabase } from "../../../../test/database.ts";
import { fixedClock } from "../../kernel/index.ts";
import { type Author, type Database, type Db, writeAs } from "./index.ts";

const workspaceId = "00000000-0000-7000-8000-000000000001";
const author: Author = {
  workspaceId,
  authorId: "00000000-0000-7000-8000-00000000000a",
  author: "Dana Reyes",
  source: "app",
};
const clock = fixedClock("2026-03-01T09:00:00.000001Z");
vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 });
let database: Database;
let counter = 1;
function nextId(): string {
  counter += 1;
  return `00000000-0000-7000-8000-${String(counter).padStart(12, "0")}`;
}

beforeAll(async () => {
  database = await freshDatabase();
  await writeAs(database.db, author, clock, (trx) =>
    trx
      .insertInto("base.workspace")
      .values({ workspace_id: workspaceId, name: "Brightwater", currency: "USD", time_zone: "UTC" })
      .execute(),
  );
});
afterAll(() => database.close());

const hire = (db: Db, id: string, name: string) =>
  db.insertInto("people.person").values({ workspace_id: workspaceId, id, name }).execute();
const changesOf = (id: string) =>
  database.db
    .selectFrom("base.change")
    .selectAll()
    .where("record_id", "=", id)
    .orderBy("change_no")
    .execute();

test("a change is signed with its author and dated by the clock", async () => {
  const id = nextId();
  await writeAs(database.db, author, clock, (trx) => hire(trx, id, "Imani Okoro"));
  const [change] = await changesOf(id);
  expect(change).toMatchObject({
    author: "Dana Reyes",
    author_id: author.authorId,
    source: "app",
    action: "created",
  });
  expect(String(change?.true_since)).toBe("2026-03-01T09:00:00.000001Z");
});

test("it gives what the work gives", async () => {
  expect(await writeAs(database.db, author, clock, async () => 42)).toBe(42);
});

test("an error keeps nothing, and is the error that is thrown", async () => {
  const id = nextId();
  const failing = writeAs(database.db, author, clock, async (trx) => {
    await hire(trx, id, "Nobody");
    throw new Error("not today");
  });
  await expect(failing).rejects.toThrow("not today");
  expect(await changesOf(id)).toEqual([]);
});

test("the signature ends with the transaction: a statement after it is signed by the database account", async () => {
  const id = nextId();
  await writeAs(database.db, author, clock, async () => {});
  await hire(database.db, id, "By hand");
  expect((await changesOf(id))[0]?.author).toMatch(/^sql:/);
  expect((await changesOf(id))[0]?.author_id).toBeNull();
});

test("inside a transaction it joins that transaction", async () => {
  const id = nextId();
  const failing = writeAs(database.db, author, clock, async (outer) => {
    await writeAs(outer, { ...author, author: "Second" }, clock, (inner) => hire(inner, id, "Joined"));
    throw new Error("all of it");
  });
  await expect(failing).rejects.toThrow("all of it");
  expect(await changesOf(id)).toEqual([]);
});

test("a query past the open transaction is refused at once instead of waiting for ever", async () => {
  const past = writeAs(database.db, author, clock, () => sql`select 1`.execute(database.db));
  await expect(past).rejects.toThrow("past the open transaction");
  await sql`select 1`.execute(database.db);
});

test("other work waits for an open transaction and then goes on", async () => {
  const id = nextId();
  let seen = -1;
  const slow = writeAs(database.db, author, clock, async (trx) => {
    await hire(trx, id, "First");
    await sql`select pg_sleep(0.05)`.execute(trx);
  });
  const other = sql`select 1`
    .execute(database.db)
    .then(() => slow)
    .then(async () => {
      seen = (await changesOf(id)).length;
    });
  await Promise.all([slow, other]);
  expect(seen).toBe(1);
});
