import fs from "node:fs";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { type Clock, refuse } from "../../kernel/index.ts";
import type { Database } from "./database.ts";
import { syncDirectory } from "./embedded/durable-files.ts";

/** Kept: so many of the newest, and the newest of each of so many days that have any. */
const newestKept = 3;
const daysKept = 7;

const namePattern = /^(\d{4}-\d\d-\d\d)T\d{6}(?:\.\d+)?Z-[a-z-]+\.tar\.gz$/;

/** Where in a data directory its snapshots lie. */
export function snapshotsIn(directory: string): string {
  return `${directory}/snapshots`;
}

/** "2026-11-23T201453Z" from an instant: sorts by time, and every file system takes it. */
export function stampOf(instant: Temporal.Instant): string {
  return instant.toString({ smallestUnit: "second" }).replaceAll(":", "");
}

/** The snapshots of a data directory by file name, oldest first. */
export function listSnapshots(directory: string): string[] {
  const folder = snapshotsIn(directory);
  if (!fs.existsSync(folder)) return [];
  return fs
    .readdirSync(folder)
    .filter((name) => namePattern.test(name))
    .sort();
}

export interface SnapshotFile {
  readonly name: string;
  readonly takenAt: Temporal.Instant;
  /** "daily", "requested", "before-migration". */
  readonly reason: string;
  readonly bytes: number;
}

/** The snapshots of a data directory with when and why each was taken, the newest first. */
export function describeSnapshots(directory: string): SnapshotFile[] {
  return listSnapshots(directory)
    .reverse()
    .flatMap((name) => {
      const [, day, time, reason] = /^([\d-]+)T(\d{6})(?:\.\d+)?Z-([a-z-]+)\.tar\.gz$/.exec(name) ?? [];
      if (!day || !time || !reason) return [];
      const clock = time.replace(/(\d\d)(\d\d)(\d\d)/, "$1:$2:$3");
      const takenAt = Temporal.Instant.from(`${day}T${clock}Z`);
      return [{ name, takenAt, reason, bytes: fs.statSync(`${snapshotsIn(directory)}/${name}`).size }];
    });
}

/** Which of these snapshots go, by name: all but the three newest and the newest of each of the last seven days. */
export function snapshotsToDrop(names: readonly string[]): string[] {
  const newestFirst = names
    .filter((name) => namePattern.test(name))
    .sort()
    .reverse();
  const kept = new Set(newestFirst.slice(0, newestKept));
  const days = new Set<string>();
  for (const name of newestFirst) {
    const day = name.slice(0, 10);
    if (days.has(day) || days.size === daysKept) continue;
    days.add(day);
    kept.add(name);
  }
  return newestFirst.filter((name) => !kept.has(name)).reverse();
}

/**
 * Writes a consistent copy of the embedded record to <directory>/snapshots/<time>-<reason>.tar.gz, synced and whole
 * before it gets that name, and drops those that are no longer kept. Gives the path. Reading the files holds up
 * other queries, compressing does not. Refuses ("invalid") a database on a server.
 */
export async function takeSnapshot(
  database: Pick<Database, "dump">,
  directory: string,
  clock: Clock,
  reason = "requested",
): Promise<string> {
  if (database.dump === null) {
    refuse("invalid", "Snapshots are of the embedded database; this one is on a server.", {
      fix: "Use the server's own backups: pg_dump, or archived WAL.",
    });
  }
  const folder = snapshotsIn(directory);
  fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
  const path = `${folder}/${stampOf(clock.now())}-${reason}.tar.gz`;
  const unfinished = `${path}.unfinished`;
  const tar = await database.dump();
  const file = fs.createWriteStream(unfinished, { mode: 0o600, flush: true });
  await pipeline([tar], createGzip({ level: 4 }), file);
  fs.renameSync(unfinished, path);
  for (const name of snapshotsToDrop(listSnapshots(directory))) fs.rmSync(`${folder}/${name}`);
  syncDirectory(folder);
  return path;
}
