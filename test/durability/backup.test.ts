/** what a backup gives back is what was there, row for row, on whichever engine; damage is noticed before it does any. */
import fs from "node:fs";
import os from "node:os";
import { gunzipSync, gzipSync } from "node:zlib";
import { sql } from "kysely";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { fixedClock } from "#base/kernel";
import { composeCast, createSampleWorkspace, loadCast, tellingDay, usualSeed } from "#test/cast";
import {
  checkBackup,
  type Database,
  loadBackup,
  migrate,
  openDatabase,
  restoreBackup,
  takeBackup,
} from "../../src/base/platform/db/index.ts";
import { readMigrations } from "../../src/base/platform/db/migration-files.ts";
import { readCatalog } from "../../src/base/platform/db/schema/catalog.ts";
import { emptyDatabase, freshDatabase } from "../database.ts";
import { oneOfEach } from "./one-of-each.ts";

vi.setConfig({ testTimeout: 180_000, hookTimeout: 120_000 });
const clock = fixedClock("2026-03-01T09:00:00Z");
let place = "";
const opened: Database[] = [];
beforeEach(() => {
  place = fs.mkdtempSync(`${os.tmpdir()}/quarterdeck-backup-`);
});
afterEach(async () => {
  for (const database of opened.splice(0)) await database.close();
  fs.rmSync(place, { recursive: true, force: true });
});
const keep = <T extends Database>(database: T): T => {
  opened.push(database);
  return database;
};
const embedded = async () => keep(await openDatabase({ clock, thread: "this", migrate: false }));

async function writeOneOfEach({ db }: Database): Promise<void> {
  // An older schema has not all of the tables.
  const { rows } = await sql<{
    name: string;
  }>`select oid::regclass::text as name from pg_class where relkind = 'r'`.execute(db);
  const there = new Set(rows.map(({ name }) => name));
  for (const { insert, change } of oneOfEach.filter(({ table }) => there.has(table))) {
    await sql.raw(insert).execute(db);
    await sql.raw(`update ${insert.split(" ")[2]} set ${change}`).execute(db);
  }
}

test("a company goes from one engine to the other and back, and every row of every table is the same", async () => {
  const source = keep(await freshDatabase(clock));
  const workspaceId = await createSampleWorkspace(source.db, clock);
  const cast = composeCast({ seed: usualSeed, size: 30, asOf: tellingDay });
  await loadCast(source.db, cast, workspaceId, clock);

  const taken = await takeBackup(source, `${place}/one.backup`, clock);
  const other = await embedded();
  const loaded = await loadBackup(`${place}/one.backup`, other, clock);
  await takeBackup(other, `${place}/two.backup`, clock);
  const back = keep(await emptyDatabase(clock));
  const home = await loadBackup(`${place}/two.backup`, back, clock);

  expect(loaded).toEqual(taken);
  expect(home).toEqual(taken);
  const rows = new Map(taken.map((one) => [one.table, one.rows]));
  expect(rows.get("crm.opportunity")).toBe(30);
  expect(rows.get("base.change")).toBeGreaterThan(300);
  expect(await readCatalog(back.db)).toEqual(await readCatalog(source.db));
});

test("a restored record keeps its history, and goes on counting where it stood", async () => {
  const source = keep(await freshDatabase(clock));
  await writeOneOfEach(source);
  await takeBackup(source, `${place}/backup`, clock);
  const target = keep(await emptyDatabase(clock));
  await loadBackup(`${place}/backup`, target, clock);

  const last = async (database: Database) => {
    const { rows } = await sql<{ no: bigint }>`select max(change_no) as no from base.change`.execute(
      database.db,
    );
    return rows[0]?.no ?? 0n;
  };
  const before = await last(target);
  expect(before).toBe(await last(source));
  await sql`update people.person set title = 'Director'`.execute(target.db);
  expect(await last(target)).toBeGreaterThan(before);
  await expect(sql`update base.change set author = 'x'`.execute(target.db)).rejects.toMatchObject({
    code: "P0001",
  });
  await expect(sql`delete from people.person`.execute(target.db)).rejects.toMatchObject({ code: "23503" });
});

test("a backup of an older schema is brought up to this program's", async () => {
  const older = await embedded();
  await migrate(older, clock, undefined, readMigrations().slice(0, 5));
  await writeOneOfEach(older);
  await takeBackup(older, `${place}/backup`, clock);
  const target = keep(await emptyDatabase(clock));
  await loadBackup(`${place}/backup`, target, clock);

  const present = keep(await freshDatabase(clock));
  expect(await readCatalog(target.db)).toEqual(await readCatalog(present.db));
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from crm.opportunity_version`.execute(
    target.db,
  );
  expect(rows).toEqual([{ n: 2 }]);
});

test("a value with any separator of lines in it comes back as it was", async () => {
  const source = keep(await freshDatabase(clock));
  await writeOneOfEach(source);
  const name = "One\u2028two\u2029three\r\nfour\u0085five";
  await sql`update people.person set title = ${name}`.execute(source.db);
  await takeBackup(source, `${place}/backup`, clock);
  const target = keep(await emptyDatabase(clock));
  await loadBackup(`${place}/backup`, target, clock);
  const { rows } = await sql<{ title: string }>`select distinct title from people.person`.execute(target.db);
  expect(rows).toEqual([{ title: name }]);
});

test("where there is a record already, nothing is loaded", async () => {
  const source = keep(await freshDatabase(clock));
  await writeOneOfEach(source);
  await takeBackup(source, `${place}/backup`, clock);
  await expect(loadBackup(`${place}/backup`, source, clock)).rejects.toMatchObject({ kind: "conflict" });
});

test("a backup put in the place of an embedded record keeps the record that it replaced", async () => {
  const source = keep(await freshDatabase(clock));
  await writeOneOfEach(source);
  await takeBackup(source, `${place}/backup`, clock);
  const directory = `${place}/data`;
  const first = await restoreBackup(`${place}/backup`, directory, clock);
  const again = await restoreBackup(`${place}/backup`, directory, clock);
  expect(first.replaced).toBe(null);
  expect(again.replaced).toBe(`${directory}/record.replaced-2026-03-01T090000Z`);
  const restored = keep(await openDatabase({ directory, clock }));
  const { rows } = await sql<{ name: string }>`select name from base.workspace`.execute(restored.db);
  expect(rows).toEqual([{ name: "Other" }]);
});

type Lines = string[];
const damages: [string, (lines: Lines) => Lines, string][] = [
  [
    "a value was changed",
    (lines) => lines.map((one) => one.replace("Brightwater", "Brightwaters")),
    "rows of base.change",
  ],
  [
    "a row is missing",
    (lines) => lines.toSpliced(lines.findIndex((one) => one.startsWith('{"table":"crm.account"')) + 1, 1),
    "rows of crm.account",
  ],
  ["its end is missing", (lines) => lines.slice(0, -1), "its end is missing"],
  [
    "a table is missing",
    (lines) => {
      const begin = lines.findIndex((one) => one.startsWith('{"table":"crm.account"'));
      const end = lines.findIndex((one) => one.startsWith('{"end":"crm.account"'));
      return lines.toSpliced(begin, end - begin + 1);
    },
    "not all of its tables are there",
  ],
  [
    "it is of a newer kind",
    (lines) => lines.map((one) => one.replace('"format":1', '"format":2')),
    "newer kind",
  ],
  [
    "its schema is not known",
    (lines) =>
      lines.map((one) =>
        one.replace('"migrations":[', '"migrations":[{"name":"9999_future.sql","sha256":"0"},'),
      ),
    "9999_future.sql",
  ],
  ["it is no backup", () => ["Name,Amount", "Brightwater,1"], "no backup of Quarterdeck"],
];

test("a backup that is damaged is refused, whatever the damage, and leaves the database empty", async () => {
  const source = keep(await freshDatabase(clock));
  await writeOneOfEach(source);
  const path = `${place}/backup`;
  await takeBackup(source, path, clock);
  const lines = gunzipSync(fs.readFileSync(path)).toString().trimEnd().split("\n");
  const target = keep(await emptyDatabase(clock));
  for (const [what, damage, words] of damages) {
    fs.writeFileSync(path, gzipSync(`${damage(lines).join("\n")}\n`));
    await expect(loadBackup(path, target, clock), what).rejects.toThrow(words);
    const { rows } = await sql`select 1 from pg_namespace where nspname = 'crm'`.execute(target.db);
    expect(rows, what).toEqual([]);
  }
  // The same file undamaged is taken.
  fs.writeFileSync(path, gzipSync(`${lines.join("\n")}\n`));
  expect(await loadBackup(path, target, clock)).toHaveLength(
    lines.filter((one) => one.startsWith('{"table"')).length,
  );
});

test("a backup of which bytes were lost or changed on the way is refused", async () => {
  const source = keep(await freshDatabase(clock));
  await writeOneOfEach(source);
  const path = `${place}/backup`;
  await takeBackup(source, path, clock);
  const bytes = fs.readFileSync(path);
  fs.writeFileSync(path, bytes.subarray(0, bytes.length - 100));
  await expect(checkBackup(path)).rejects.toThrow("is damaged");
  const changed = Buffer.from(bytes);
  const middle = Math.floor(bytes.length / 2);
  changed[middle] = (changed[middle] ?? 0) ^ 0xff;
  fs.writeFileSync(path, changed);
  await expect(checkBackup(path)).rejects.toThrow("is damaged");
  fs.writeFileSync(path, bytes);
  expect((await checkBackup(path)).head.takenAt).toBe("2026-03-01T09:00:00Z");
});
