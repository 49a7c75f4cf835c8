import fs from "node:fs";
import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import { type Clock, refuse } from "../../kernel/index.ts";
import { takeDirectory } from "../lock/index.ts";
import { recordIn } from "./database.ts";
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
 * Puts the record of `directory` back to what it was when `file` was taken. The record that was there is kept as
 * record.replaced-<time>, whose path is given (null where there was none). The replica is taken away, to be rebuilt.
 * Refuses ("unavailable") while a process has the directory, ("not-found", "invalid") a missing or damaged file;
 * then nothing has changed.
 */
export async function restoreSnapshot(file: string, directory: string, clock: Clock): Promise<string | null> {
  const held = takeDirectory(directory, { what: "a restore" }, clock);
  try {
    const record = recordIn(directory);
    const restored = `${record}.restored`;
    fs.rmSync(restored, { recursive: true, force: true });
    // Opened once, so that what cannot be opened never takes the record's place.
    const line = await lineInThread({ recordDirectory: restored, dump: await readSnapshot(file) });
    await line.close();
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
