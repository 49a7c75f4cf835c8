/** a full disk refuses writes, answers reads, loses nothing, and needs no hand once there is room again. */
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import { sql } from "kysely";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { systemClock } from "#base/kernel";
import { type Database, openDatabase } from "../../src/base/platform/db/index.ts";
import { blankDirectory } from "../database.ts";

vi.setConfig({ testTimeout: 180_000, hookTimeout: 60_000 });

/** A small disk of memory; null where this account may not mount one. */
function mountSmallDisk(): string | null {
  const place = fs.mkdtempSync(`${os.tmpdir()}/quarterdeck-small-disk-`);
  const mounted = spawnSync("mount", ["-t", "tmpfs", "-o", "size=120m", "tmpfs", place]);
  if (mounted.status === 0) return place;
  fs.rmdirSync(place);
  return null;
}
function unmount(place: string): void {
  // Lazily: a test that failed may have left the database open.
  spawnSync("umount", ["--lazy", place]);
  fs.rmdirSync(place);
}

const probe = mountSmallDisk();
if (probe === null) console.warn("A small disk cannot be mounted here: a full disk (R-12) is not checked.");
else unmount(probe);

let disk = "";
beforeEach(() => {
  disk = mountSmallDisk() ?? "";
});
afterEach(() => unmount(disk));

async function count({ db }: Database): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::integer as n from public.entry`.execute(db);
  return rows[0]?.n ?? -1;
}

/** Adds rows until one is refused; gives how many were acknowledged, and the refusal. */
async function fill({ db }: Database): Promise<{ acknowledged: number; refusal: unknown }> {
  for (let acknowledged = 0; ; acknowledged += 20) {
    try {
      await sql`insert into public.entry select repeat(md5(random()::text), 200) from generate_series(1, 20)`.execute(
        db,
      );
    } catch (refusal) {
      return { acknowledged, refusal };
    }
  }
}

test.skipIf(probe === null)(
  "tables fill the disk: a plain refusal, reads go on, and writes too once there is room",
  async () => {
    await blankDirectory(`${disk}/data`);
    const database = await openDatabase({ directory: `${disk}/data`, clock: systemClock });
    await sql`create table public.entry (word text)`.execute(database.db);
    const { acknowledged, refusal } = await fill(database);
    expect(refusal).toMatchObject({
      code: "53100",
      message: expect.stringContaining("No space left on device"),
    });
    expect(await count(database)).toBe(acknowledged);
    spawnSync("mount", ["-o", "remount,size=300m", disk]);
    await sql`insert into public.entry values ('room again')`.execute(database.db);
    expect(await count(database)).toBe(acknowledged + 1);
    await database.close();
  },
);

/** Fills what is left of the disk, so that not even a new file of the log fits. */
function fillWithBallast(): string {
  const path = `${disk}/ballast`;
  const file = fs.openSync(path, "w");
  const block = Buffer.alloc(65_536);
  try {
    for (;;) fs.writeSync(file, block);
  } catch (error) {
    expect(error).toMatchObject({ code: "ENOSPC" });
  }
  fs.closeSync(file);
  return path;
}

test.skipIf(probe === null)(
  "the log finds no room: nothing acknowledged is lost, and it starts again by itself",
  async () => {
    await blankDirectory(`${disk}/data`);
    const database = await openDatabase({ directory: `${disk}/data`, clock: systemClock });
    await sql`create table public.entry (word text)`.execute(database.db);
    await sql`insert into public.entry values ('0')`.execute(database.db);
    const ballast = fillWithBallast();
    // One row changed again and again finds room in its own page; only the log grows, until it needs a new file.
    let acknowledged = 0;
    let refusal: unknown = null;
    while (refusal === null) {
      try {
        await sql`update public.entry set word = ${acknowledged + 1}::text || repeat('.', 1500)`.execute(
          database.db,
        );
        acknowledged += 1;
      } catch (error) {
        refusal = error;
      }
    }
    expect(String(refusal)).toMatch(/The embedded database stopped: .*pg_wal.*No space left on device/);
    fs.rmSync(ballast);
    const { rows } = await sql<{ round: number }>`select rtrim(word, '.')::integer as round
    from public.entry`.execute(database.db);
    expect(rows).toEqual([{ round: acknowledged }]);
    await sql`insert into public.entry values ('room again')`.execute(database.db);
    expect(await count(database)).toBe(2);
    await database.close();
  },
);
