/** For tests on data that others made: imports a folder straight into a fresh record and asks it by SQL. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { sql } from "kysely";
import { fixedClock } from "#base/kernel";
import type { Database } from "#base/platform";
import {
  filesAt,
  type ImportOptions,
  type ImportPlan,
  type ImportResult,
  openImport,
  planImport,
  runImport,
} from "#crm";
import { contributedToImports } from "../../../src/app/capabilities.ts";
import { foundTestWorkspace } from "../../client.ts";
import { freshDatabase } from "../../database.ts";

/** After everything that the data sets speak of. */
const clock = fixedClock(Temporal.Instant.from("2026-11-01T10:00:00Z"));

/** The folder of a data set, or null, said, where it is not on this machine. */
export function folderOf(name: string): string | null {
  const folder = join(import.meta.dirname, "../../../../shared/data", name);
  if (existsSync(folder)) return folder;
  console.log(`Left out: the import of ${name} (../shared/data/${name} is not there).`);
  return null;
}

export function knownIn<T>(folder: string): T {
  return JSON.parse(readFileSync(join(folder, "KNOWN.json"), "utf8")) as T;
}

export interface ImportedRecord {
  readonly plan: ImportPlan;
  readonly result: ImportResult;
  /** "file object rows: created updated unchanged rejected" of every file. */
  readonly counts: string[];
  again(): Promise<ImportResult>;
  /** Rows of a query in which $ws stands for the workspace. */
  rows<T>(query: string): Promise<T[]>;
  close(): Promise<void>;
}

/** Imports a folder into a new workspace in US dollars and UTC. */
export async function importedRecord(folder: string, options: ImportOptions = {}): Promise<ImportedRecord> {
  const database: Database = await freshDatabase();
  const { db } = database;
  const workspaceId = await foundTestWorkspace(database, clock);
  const { tables } = await filesAt(folder);
  const run = async () => {
    const plan = await planImport(
      tables,
      options,
      { currency: "USD", timeZone: "UTC" },
      contributedToImports.kinds,
    );
    const author = { workspaceId, authorId: null, author: "a test", source: "test" };
    const { id: importId } = await openImport(db, author, clock, { label: folder, options });
    const request = {
      db,
      clock,
      workspaceId,
      importId,
      author,
      plan,
      files: tables,
      importedAt: clock.now(),
      kinds: contributedToImports.kinds,
    };
    return { plan, result: await runImport(request) };
  };
  const { plan, result } = await run();
  const counts = result.files.map(
    (one) =>
      `${one.file} ${one.object} ${one.rows}: ${one.created} ${one.updated} ${one.unchanged} ${one.rejected}${one.duplicate > 0 ? `, ${one.duplicate} twice` : ""}`,
  );
  return {
    plan,
    result,
    counts,
    again: async () => (await run()).result,
    async rows<T>(query: string) {
      return (await sql.raw<T>(query.replaceAll("$ws", `'${workspaceId}'`)).execute(db)).rows;
    },
    close: () => database.close(),
  };
}
