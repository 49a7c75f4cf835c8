/** What keeps the installation: where the record lies, its snapshots, the copy that figures are read from, and the sample. */
import { z } from "zod";
import { endpoint } from "#base/contract";
import { workspaceOut } from "#people/contract";

const bytes = z.number().describe("Bytes");

export const upkeepOut = z.strictObject({
  engine: z.enum(["embedded", "server"]),
  /** Where the data lie on the server's machine; null where they lie on a database server alone. */
  directory: z.string().nullable(),
  recordBytes: bytes,
  /** The newest first; empty for a database server, which has its own backups. */
  snapshots: z.array(
    z.strictObject({
      name: z.string(),
      takenAt: z.string(),
      reason: z.string(),
      bytes,
    }),
  ),
  replica: z.strictObject({
    /** How far the copy has followed the record; null: it is not made yet. */
    position: z.string().nullable(),
    bytes: bytes.nullable(),
  }),
});
export type UpkeepOut = z.infer<typeof upkeepOut>;

export const getUpkeep = endpoint({
  method: "GET",
  path: "/api/upkeep",
  permission: "workspace.configure",
  everyWorkspace: true,
  summary:
    "The engine, the size of the record, its snapshots, and how far the copy for figures has followed it",
  output: upkeepOut,
});
export const takeSnapshotNow = endpoint({
  method: "PUT",
  path: "/api/upkeep/snapshot",
  permission: "workspace.configure",
  everyWorkspace: true,
  audit: "snapshot taken",
  summary: "Takes a snapshot of the embedded database now; refused on a database server",
  output: z.strictObject({ name: z.string() }),
  lengthy: true,
});
export const backupOut = z.strictObject({
  /** Where the file lies on the server's machine. */
  path: z.string(),
  tables: z.number().int(),
  rows: z.number().int(),
});
export type BackupOut = z.infer<typeof backupOut>;
export const takeBackupNow = endpoint({
  method: "PUT",
  path: "/api/upkeep/backup",
  permission: "workspace.configure",
  everyWorkspace: true,
  audit: "backup taken",
  summary: "Writes the whole record, all workspaces, to a file from which either engine can be restored",
  output: backupOut,
  lengthy: true,
});
export const rebuildReplica = endpoint({
  method: "PUT",
  path: "/api/upkeep/replica",
  permission: "workspace.configure",
  audit: "copy rebuilt",
  summary: "Makes this workspace's copy for figures anew from the record",
  output: z.strictObject({ position: z.string().nullable() }),
  lengthy: true,
});
export const openSampleCompany = endpoint({
  method: "PUT",
  path: "/api/sample-company",
  permission: "workspace.configure",
  everyWorkspace: true,
  audit: "sample company loaded",
  summary: "The sample company: loads it where it is not there yet, told as of today",
  output: workspaceOut,
  lengthy: true,
});
