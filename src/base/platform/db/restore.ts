import fs from "node:fs";
import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import { type Clock, refuse } from "../../kernel/index.ts";
import { takeDirectory } from "../lock/index.ts";
import { loadBackup } from "./backup/backup.ts";
import type { TableCount } from "./backup/read-backup.ts";
import { openRecord, recordIn } from "./database.ts";
import { syncDirectory } from "./embedded/durable-files.ts";
import { lineInThread } from "./embedded/line.ts";
import { stampOf } from "./snapshot.ts";

async function readSnapshot(file: string): Promise<Uint8Array> {
  if (!fs.existsSync(file)) refuse("not-found", `There is no snapshot ${file}.`);
  try {
    return await promisify(gunzip)(fs.readFileSync(file));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return refuse("invalid", `The snapshot ${file} is damaged: ${why}.`, {
      fix: "Take another snapshot; this one was not used.",
    });
  }
}

/**
 * Puts what `build` makes at a path in the place of the record of `directory`. The record that was there is kept as
 * record.replaced-<time>, whose path is given (null where there was none). The replica is taken away, to be rebuilt.
 * Refuses ("unavailable") while a process has the directory; when `build` fails nothing has changed.
 */
async function replaceRecord(
  directory: string,
  clock: Clock,
  build: (recordDirectory: string) => Promise<void>,
): Promise<string | null> {
  const held = takeDirectory(directory, { what: "a restore" }, clock);
  try {
    const record = recordIn(directory);
    const restored = `${record}.restored`;
    fs.rmSync(restored, { recursive: true, force: true });
    await build(restored);
    const replaced = fs.existsSync(record) ? `${record}.replaced-${stampOf(clock.now())}` : null;
    if (replaced !== null) fs.renameSync(record, replaced);
    fs.renameSync(restored, record);
    syncDirectory(directory);
    fs.rmSync(`${directory}/replica`, { recursive: true, force: true });
    return replaced;
  } finally {
    held.release();
  }
}

/**
 * Puts the record of `directory` back to what it was when `file` was taken; gives where the one before it is kept.
 * Refuses ("not-found", "invalid") a missing or damaged file; then nothing has changed.
 */
export async function restoreSnapshot(file: string, directory: string, clock: Clock): Promise<string | null> {
  return replaceRecord(directory, clock, async (recordDirectory) => {
    // Opened once, so that what cannot be opened never takes the record's place.
    const line = await lineInThread({ recordDirectory, dump: await readSnapshot(file) });
    await line.close();
  });
}

/**
 * Makes a backup of either engine the embedded record of `directory`; gives where the one before it is kept, and what
 * was loaded. Refuses what {@link loadBackup} refuses; then nothing has changed.
 */
export async function restoreBackup(
  file: string,
  directory: string,
  clock: Clock,
  report: (done: TableCount) => void = () => undefined,
): Promise<{ replaced: string | null; tables: TableCount[] }> {
  fs.mkdirSync(directory, { recursive: true, mode: 0o700 });
  let tables: TableCount[] = [];
  const replaced = await replaceRecord(directory, clock, async (recordDirectory) => {
    const database = await openRecord({ recordDirectory, dump: null }, "own");
    try {
      tables = await loadBackup(file, database, clock, report);
    } finally {
      await database.close();
    }
  });
  return { replaced, tables };
}
