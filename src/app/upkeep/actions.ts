/** Looking after the installation: what is there, a snapshot now, the copy anew, the sample company. */
import { existsSync, mkdirSync, readdirSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { refuse } from "#base/kernel";
import {
  databaseSize,
  describeSnapshots,
  type Services,
  type Sight,
  takeBackup,
  takeSnapshot,
} from "#base/platform";
import { findWorkspaces, workspaceOf } from "#people";
import { loadSampleCompany } from "../first-start.ts";
import type { BackupOut, UpkeepOut } from "./contract.ts";

/** Where the record lies and how large it is, its snapshots, and how far the copy has followed it. */
export async function describeUpkeep(services: Services, { workspaceId }: Sight): Promise<UpkeepOut> {
  const { database, replica, directory } = services;
  const { position } = await replica.catchUp(workspaceId);
  const embedded = database.engine === "embedded" && directory !== null;
  return {
    engine: database.engine,
    directory,
    recordBytes: await databaseSize(database.db),
    snapshots: (embedded ? describeSnapshots(directory) : []).map(({ takenAt, ...snapshot }) => ({
      ...snapshot,
      takenAt: takenAt.toString(),
    })),
    replica: {
      position,
      bytes: directory === null ? null : bytesBelow(join(directory, "replica", workspaceId)),
    },
  };
}

/** Takes a snapshot and gives its file's name. Refuses a database on a server. */
export async function takeSnapshotNow({ database, directory, clock }: Services): Promise<{ name: string }> {
  return { name: basename(await takeSnapshot(database, directory ?? "", clock)) };
}

/** Writes the whole record to a file below the data directory, from which either engine can be restored. */
export async function takeBackupNow({ database, directory, clock }: Services): Promise<BackupOut> {
  if (directory === null) refuse("unavailable", "There is no data directory to write a backup to.");
  const folder = join(directory, "backups");
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const stamp = clock.now().toString({ smallestUnit: "second" }).replaceAll(":", "");
  const path = join(folder, `${stamp}.backup`);
  const tables = await takeBackup(database, path, clock);
  return { path, tables: tables.length, rows: tables.reduce((sum, { rows }) => sum + rows, 0) };
}

/** Makes the workspace's copy anew. */
export async function rebuildReplica({ replica }: Services, { workspaceId }: Sight) {
  await replica.rebuild(workspaceId);
  return { position: await replica.position(workspaceId) };
}

/** The sample company, loaded where it is not there yet. */
export async function openSampleCompany(services: Services) {
  const { db } = services.database;
  const there = (await findWorkspaces(db)).find((workspace) => workspace.origin === "sample");
  if (there) return there;
  const say = (message: string) => services.log("info", message);
  return workspaceOf(db, await loadSampleCompany(services, say));
}

function bytesBelow(folder: string): number | null {
  if (!existsSync(folder)) return null;
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((file) => file.isFile());
  return files.reduce((total, file) => total + statSync(join(file.parentPath, file.name)).size, 0);
}
