import fs from "node:fs";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { type Clock, refuse } from "../../kernel/index.ts";
import type { Database } from "./database.ts";
import { syncDirectory } from "./embedded/durable-files.ts";

/** Where in a data directory its snapshots lie. */
export function snapshotsIn(directory: string): string {
  return `${directory}/snapshots`;
}

/** "2026-11-23T201453Z" from an instant: sorts by time, and every file system takes it. */
function stampOf(instant: Temporal.Instant): string {
  return instant.toString({ smallestUnit: "second" }).replaceAll(":", "");
}

/**
 * Writes a consistent copy of the embedded record to <directory>/snapshots/<time>-<reason>.tar.gz, synced and whole
 * before it gets that name. Gives the path. Reading the files holds up other queries, compressing does not.
 */
export async function keepSnapshot(
  database: Pick<Database, "dump">,
  directory: string,
  clock: Clock,
  reason = "requested",
): Promise<string> {
  if (database.dump === null) {
    refuse("invalid", "Snapshots are of the embedded database; this one is on a server.", {
      fix: "Use the server's own backups (pg_dump, or archived WAL).",
    });
  }
  const folder = snapshotsIn(directory);
  fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
  const path = `${folder}/${stampOf(clock.now())}-${reason}.tar.gz`;
  const unfinished = `${path}.unfinished`;
  const tar = await database.dump();
  await pipeline(
    [tar],
    createGzip({ level: 4 }),
    fs.createWriteStream(unfinished, { mode: 0o600, flush: true }),
  );
  fs.renameSync(unfinished, path);
  syncDirectory(folder);
  return path;
}
