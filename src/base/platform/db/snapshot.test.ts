import fs from "node:fs";
import os from "node:os";
import { sql } from "kysely";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { blankDirectory } from "../../../../test/database.ts";
import { type Clock, fixedClock } from "../../kernel/index.ts";
import {
  type Database,
  listSnapshots,
  openDatabase,
  restoreSnapshot,
  scheduleSnapshots,
  takeSnapshot,
} from "./index.ts";
import { snapshotsToDrop } from "./snapshot.ts";
import { isSnapshotDue } from "./snapshot-schedule.ts";

const clock = fixedClock("2026-03-01T09:00:00Z");
const later = fixedClock("2026-03-02T09:00:01Z");
// Starting the embedded database on a busy disk takes its time.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });
let directory = "";
beforeEach(() => {
  directory = fs.mkdtempSync(`${os.tmpdir()}/quarterdeck-snapshot-`);
});
afterEach(() => fs.rmSync(directory, { recursive: true, force: true }));

const open = async (given: Clock = clock) => {
  if (!fs.existsSync(`${directory}/record`)) await blankDirectory(directory);
  return openDatabase({ directory, clock: given });
};
const note = ({ db }: Database, word: string) => sql`insert into public.notes values (${word})`.execute(db);
async function notes({ db }: Database): Promise<string[]> {
  const { rows } = await sql<{ word: string }>`select word from public.notes order by word`.execute(db);
  return rows.map(({ word }) => word);
}

test("a snapshot brings back what was true when it was taken, and keeps what it replaced", {
  timeout: 60_000,
}, async () => {
  const database = await open();
  await sql`create table public.notes (word text)`.execute(database.db);
  await note(database, "before");
  const file = await takeSnapshot(database, directory, clock);
  await note(database, "after");
  await database.close();
  expect(file).toBe(`${directory}/snapshots/2026-03-01T090000Z-requested.tar.gz`);

  const replaced = await restoreSnapshot(file, directory, later);
  expect(replaced).toBe(`${directory}/record.replaced-2026-03-02T090001Z`);
  expect(fs.existsSync(`${replaced}/PG_VERSION`)).toBe(true);
  const restored = await open(later);
  expect(await notes(restored)).toEqual(["before"]);
  await note(restored, "and on");
  expect(await notes(restored)).toEqual(["and on", "before"]);
  await restored.close();
});

test("a snapshot taken while a transaction is open has nothing of that transaction", {
  timeout: 60_000,
}, async () => {
  const database = await open();
  await sql`create table public.notes (word text)`.execute(database.db);
  let file = "";
  await database.db.transaction().execute(async (trx) => {
    await sql`insert into public.notes values ('not yet')`.execute(trx);
    file = await takeSnapshot(database, directory, clock);
  });
  expect(await notes(database)).toEqual(["not yet"]);
  await database.close();
  await restoreSnapshot(file, directory, later);
  const restored = await open(later);
  expect(await notes(restored)).toEqual([]);
  await restored.close();
});

test("a damaged snapshot is refused and the record stays as it is", async () => {
  const database = await open();
  const file = await takeSnapshot(database, directory, clock);
  await database.close();
  const bytes = fs.readFileSync(file);
  const middle = Math.floor(bytes.length / 2);
  bytes[middle] = (bytes[middle] ?? 0) ^ 0xff;
  fs.writeFileSync(file, bytes);
  await expect(restoreSnapshot(file, directory, later)).rejects.toMatchObject({ kind: "invalid" });
  expect(fs.readdirSync(directory).filter((name) => name.startsWith("record"))).toEqual(["record"]);
});

test("nothing is restored while somebody has the directory", async () => {
  const database = await open();
  const file = await takeSnapshot(database, directory, clock);
  await expect(restoreSnapshot(file, directory, later)).rejects.toMatchObject({ kind: "unavailable" });
  await database.close();
});

test("a record that migrations are about to change is snapshotted first", async () => {
  const database = await open();
  // As a version before the last migration would have left it, as far as the entry goes.
  await sql`delete from public.quarterdeck_migration where name > '0002'`.execute(database.db);
  await database.close();
  await expect(open(later)).rejects.toThrow("already exists");
  expect(listSnapshots(directory)).toEqual(["2026-03-02T090001Z-before-migration.tar.gz"]);
});

test("a database on a server is not snapshotted by us", async () => {
  await expect(takeSnapshot({ dump: null }, directory, clock)).rejects.toMatchObject({ kind: "invalid" });
  await scheduleSnapshots({ dump: null }, directory, clock, () => expect.unreachable())();
});

test("the schedule takes one when there is none, and none while the newest is fresh", async () => {
  const heard: unknown[] = [];
  const dump = async () => new Uint8Array([1, 2, 3]);
  const run = (at: Clock) => scheduleSnapshots({ dump }, directory, at, (outcome) => heard.push(outcome))();
  await run(clock);
  await run(fixedClock("2026-03-02T08:59:59Z"));
  await run(later);
  expect(listSnapshots(directory)).toEqual([
    "2026-03-01T090000Z-daily.tar.gz",
    "2026-03-02T090001Z-daily.tar.gz",
  ]);
  expect(heard).toHaveLength(2);
});

test("the schedule reports what went wrong and goes on", async () => {
  const heard: unknown[] = [];
  const problem = new Error("the disk is full");
  await scheduleSnapshots({ dump: () => Promise.reject(problem) }, directory, clock, (outcome) =>
    heard.push(outcome),
  )();
  expect(heard).toEqual([{ problem }]);
  expect(isSnapshotDue(listSnapshots(directory), clock.now())).toBe(true);
});

test.each([
  ["three of one day are all kept", ["2026-03-01T01", "2026-03-01T02", "2026-03-01T03"], []],
  [
    "a fourth of that day takes the oldest's place",
    ["2026-03-01T01", "2026-03-01T02", "2026-03-01T03", "2026-03-01T04"],
    ["2026-03-01T01"],
  ],
  [
    "of an earlier day the newest is kept",
    ["2026-02-01T01", "2026-02-01T02", "2026-03-01T01", "2026-03-01T02", "2026-03-01T03"],
    ["2026-02-01T01"],
  ],
  ["days without any do not count", ["2025-01-01T01", "2026-03-01T01"], []],
  [
    "the eighth day goes",
    ["01", "02", "03", "04", "05", "06", "07", "08"].map((day) => `2026-03-${day}T01`),
    ["2026-03-01T01"],
  ],
])("%s", (_rule, hours, dropped) => {
  const name = (hour: string) => `${hour}0000Z-daily.tar.gz`;
  expect(snapshotsToDrop(hours.map(name))).toEqual(dropped.map(name));
});

test("files that are not snapshots are never dropped", () => {
  const strangers = ["keep-me.tar.gz", "2026-03-01T010000Z-daily.tar.gz.unfinished", "notes.txt"];
  expect(snapshotsToDrop(strangers)).toEqual([]);
});
