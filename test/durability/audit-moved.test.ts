/** A chain of the audit log goes from one engine to the other and back, stays verifiable, and goes on where it stood. */
import fs from "node:fs";
import os from "node:os";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { fixedClock } from "#base/kernel";
import {
  type Database,
  type Db,
  installationChain,
  loadBackup,
  openDatabase,
  takeBackup,
  tellAudit,
  verifyAuditChain,
} from "#base/platform";
import { emptyDatabase, freshDatabase } from "../database.ts";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });
const clock = fixedClock("2026-03-01T09:00:00.123456Z");
let place = "";
const opened: Database[] = [];
beforeEach(() => {
  place = fs.mkdtempSync(`${os.tmpdir()}/quarterdeck-audit-moved-`);
});
afterEach(async () => {
  for (const database of opened.splice(0)) await database.close();
  fs.rmSync(place, { recursive: true, force: true });
});
const keep = (database: Database): Database => {
  opened.push(database);
  return database;
};
const write = (db: Db, words: string) =>
  tellAudit(db, clock, {
    ...{ kind: "backup taken", endpoint: "quarterdeck backup", by: "Command line" },
    detail: { words, rows: 3, list: ["ä", "“q”", "\u2028"] },
  });

test("a moved chain is whole, its old heads are in it, and what is written next follows what came along", async () => {
  const source = keep(await freshDatabase(clock));
  for (const words of ["one", "zwei", "três\n"]) await write(source.db, words);
  const before = await verifyAuditChain(source.db, installationChain);
  await takeBackup(source, `${place}/one.backup`, clock);

  const other = keep(await openDatabase({ clock, thread: "this", migrate: false }));
  await loadBackup(`${place}/one.backup`, other, clock);
  expect(await verifyAuditChain(other.db, installationChain, before.head)).toEqual({
    ...before,
    keptEventNo: 3n,
  });
  await write(other.db, "four");
  await takeBackup(other, `${place}/two.backup`, clock);

  const home = keep(await emptyDatabase(clock));
  await loadBackup(`${place}/two.backup`, home, clock);
  await write(home.db, "five");
  expect(await verifyAuditChain(home.db, installationChain, before.head)).toMatchObject({
    ...{ events: 5n, broken: null, keptEventNo: 3n },
  });
});

test("a record from before there was an audit log is left as it is by what would write to it", async () => {
  const empty = keep(await emptyDatabase(clock));
  await write(empty.db, "nothing");
  expect(opened).toHaveLength(1);
});
