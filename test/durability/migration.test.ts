/** a migration that is killed at any of its statements leaves nothing behind and is applied whole the next time. */
import fs from "node:fs";
import os from "node:os";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { type Kysely, sql } from "kysely";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { systemClock } from "#base/kernel";
import { openDatabase } from "../../src/base/platform/db/index.ts";
import { migrationsDirectory } from "../../src/base/platform/db/migration-files.ts";
import { blankDirectory, freshDatabase, serverUrl } from "../database.ts";
import { startChild } from "./child.ts";

vi.setConfig({ testTimeout: 240_000, hookTimeout: 120_000 });
const migrator = fileURLToPath(new URL("migrator.ts", import.meta.url));
const statements = [
  "create table public.step_a (n integer primary key);",
  "insert into public.step_a select generate_series(1, 1000);",
  "create table public.step_b as select n * 2 as n from public.step_a;",
  "alter table public.step_a add column word text not null default 'x';",
];
/** Long enough to be killed in; the second start runs the same text without it. */
const pause = "select pg_sleep(20);";

let directory = "";
beforeEach(() => {
  directory = fs.mkdtempSync(`${os.tmpdir()}/quarterdeck-migration-`);
});
afterEach(() => fs.rmSync(directory, { recursive: true, force: true }));

/** The real migrations and one more, which pauses after so many of its statements; null: nowhere. */
function migrationsWith(pauseAfter: number | null): string {
  const folder = `${directory}/migrations`;
  fs.rmSync(folder, { recursive: true, force: true });
  fs.cpSync(migrationsDirectory, folder, { recursive: true });
  const text = statements.flatMap((one, index) => (index + 1 === pauseAfter ? [one, pause] : [one]));
  fs.writeFileSync(`${folder}/0900_killed.sql`, `${text.join("\n")}\n`);
  return folder;
}

async function found(db: Kysely<never>) {
  const { rows } = await sql<{ a: boolean; b: boolean; entry: boolean }>`select
    to_regclass('public.step_a') is not null as a, to_regclass('public.step_b') is not null as b,
    exists (select from public.quarterdeck_migration where name = '0900_killed.sql') as entry`.execute(db);
  return rows[0];
}
const nothing = { a: false, b: false, entry: false };
const everything = { a: true, b: true, entry: true };

async function killedAfter(place: string, statement: number): Promise<void> {
  const child = startChild(migrator, place, migrationsWith(statement));
  await child.until((line) => line === "open");
  await wait(700);
  await child.kill();
  expect(child.lines()).toEqual(["open"]);
}

test.skipIf(serverUrl !== undefined)(
  "embedded: killed after each statement in turn, then applied whole",
  async () => {
    const data = `${directory}/data`;
    await blankDirectory(data);
    const look = async () => {
      const database = await openDatabase({ directory: data, clock: systemClock, migrate: false });
      const seen = await found(database.db as unknown as Kysely<never>);
      await database.close();
      return seen;
    };
    for (let statement = 1; statement <= statements.length; statement += 1) {
      await killedAfter(data, statement);
      expect(await look()).toEqual(nothing);
    }
    const whole = startChild(migrator, data, migrationsWith(null));
    expect(await whole.ended).toBe(0);
    expect(whole.lines()).toEqual(["open", "applied 0900_killed.sql"]);
    expect(await look()).toEqual(everything);
  },
);

test.skipIf(serverUrl === undefined)(
  "server: killed after each statement in turn, then applied whole",
  async () => {
    const database = await freshDatabase();
    const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(database.db);
    const address = new URL(serverUrl ?? "");
    address.pathname = `/${rows[0]?.name}`;
    for (let statement = 1; statement <= statements.length; statement += 1) {
      await killedAfter(address.href, statement);
      // The server notices a client that is gone when its statement ends; the test does not wait for that.
      await sql`select pg_terminate_backend(pid) from pg_stat_activity where query like '%pg_sleep(20)%'
      and pid <> pg_backend_pid() and datname = current_database()`.execute(database.db);
      expect(await found(database.db as unknown as Kysely<never>)).toEqual(nothing);
    }
    const whole = startChild(migrator, address.href, migrationsWith(null));
    expect(await whole.ended).toBe(0);
    expect(await found(database.db as unknown as Kysely<never>)).toEqual(everything);
    await database.close();
  },
);
