import fs from "node:fs";
import os from "node:os";
import { sql } from "kysely";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { freshDatabase } from "../../../../test/database.ts";
import { fixedClock } from "../../kernel/index.ts";
import type { Database } from "./index.ts";
import { migrate, pendingMigrations } from "./migrate.ts";
import { type Migration, readMigrations } from "./migration-files.ts";

const clock = fixedClock("2026-03-01T09:00:00Z");
const step = (name: string, text: string, sha256 = `hash of ${text}`): Migration => ({
  name,
  sql: text,
  sha256,
});
vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 });
let database: Database;
beforeEach(async () => {
  database = await freshDatabase();
});
afterEach(() => database.close());

const refused = (kind: string, words: string) =>
  expect.objectContaining({ kind, message: expect.stringContaining(words) });

test("a migrated database is migrated again by doing nothing", async () => {
  expect(await migrate(database, clock)).toEqual([]);
});

test("a new migration is applied once, with its text's hash and the time", async () => {
  const next = step(
    "0900_more.sql",
    "create table public.more (n integer); insert into public.more values (1);",
  );
  const known = [...readMigrations(), next];
  expect(await migrate(database, clock, async () => {}, known)).toEqual(["0900_more.sql"]);
  expect(await migrate(database, clock, async () => {}, known)).toEqual([]);
  const { rows } = await sql<{ n: number }>`select n from public.more`.execute(database.db);
  expect(rows).toEqual([{ n: 1 }]);
  const entry = await sql<{ sha256: string; applied_at: Temporal.Instant }>`select sha256, applied_at
    from public.quarterdeck_migration where name = '0900_more.sql'`.execute(database.db);
  expect(entry.rows[0]?.sha256).toBe(next.sha256);
  expect(String(entry.rows[0]?.applied_at)).toBe("2026-03-01T09:00:00Z");
});

test("a migration that fails half-way leaves nothing of itself, and those before it stay", async () => {
  const known = [
    ...readMigrations(),
    step("0900_good.sql", "create table public.good (n integer);"),
    step("0901_bad.sql", "create table public.bad (n integer); select 1 / 0;"),
  ];
  await expect(migrate(database, clock, async () => {}, known)).rejects.toMatchObject({ code: "22012" });
  const { rows } = await sql`select to_regclass('public.good') is not null as good,
    to_regclass('public.bad') is not null as bad`.execute(database.db);
  expect(rows).toEqual([{ good: true, bad: false }]);
});

test("an existing record is announced before it is changed, and not when nothing changes", async () => {
  let announced = 0;
  const before = async () => {
    announced += 1;
  };
  await migrate(database, clock, before);
  expect(announced).toBe(0);
  await migrate(database, clock, before, [
    ...readMigrations(),
    step("0900_more.sql", "create table public.more (n integer)"),
  ]);
  expect(announced).toBe(1);
});

test("a database that is newer than the program is refused by name", async () => {
  const older = readMigrations().slice(0, -1);
  await expect(migrate(database, clock, async () => {}, older)).rejects.toEqual(
    refused("unavailable", "newer than this program"),
  );
});

test("a migration whose text was changed after it was applied is refused by name", () => {
  const applied = [{ name: "0001_base.sql", sha256: "then" }];
  expect(() => pendingMigrations([step("0001_base.sql", "…", "now")], applied)).toThrow(
    "The migration 0001_base.sql was changed after the database had it.",
  );
});

test("a migration that comes before one that was applied already is refused", () => {
  const applied = [{ name: "0002_b.sql", sha256: "b" }];
  const known = [step("0001_a.sql", "…", "a"), step("0002_b.sql", "…", "b")];
  expect(() => pendingMigrations(known, applied)).toThrow("comes before 0002_b.sql");
});

test("a checkout with Windows line ends has the same hashes", () => {
  const directory = fs.mkdtempSync(`${os.tmpdir()}/quarterdeck-migrations-`);
  fs.writeFileSync(`${directory}/0001_a.sql`, "select 1;\nselect 2;\n");
  const [unix] = readMigrations(directory);
  fs.writeFileSync(`${directory}/0001_a.sql`, "select 1;\r\nselect 2;\r\n");
  const [windows] = readMigrations(directory);
  fs.rmSync(directory, { recursive: true });
  expect(windows?.sha256).toBe(unix?.sha256);
});
