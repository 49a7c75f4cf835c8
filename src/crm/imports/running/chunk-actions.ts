/** Chunks: each written in one transaction together with its entry in the ledger. */
import type { Clock } from "#base/kernel";
import { type Author, countTablesAnew, type Db, writeAs } from "#base/platform";
import type { UnderstoodFile } from "../mapping/column-plan.ts";
import { ahead } from "../reading/ahead.ts";
import { type Sifted, sifterFor } from "../reading/sift-rows.ts";
import { rowChunks, type TableFile } from "../reading/table-file.ts";
import type { ContributedKind } from "./contributed-actions.ts";
import type { Ledger } from "./ledger.ts";
import { enterChunk, keepRejects } from "./ledger-store.ts";
import type { Run } from "./run.ts";
import type { Seen } from "./seen.ts";
import { type Entry, entryOf } from "./tally.ts";

/** A run with what it writes to and reads from. */
export interface OpenRun extends Run {
  readonly db: Db;
  readonly clock: Clock;
  readonly author: Author;
  readonly tables: ReadonlyMap<string, TableFile>;
  /** What other capabilities let imports read. */
  readonly kinds: readonly ContributedKind[];
  /** Which ids the files hold. */
  readonly seen: Seen;
}

/** The open table of a file of the plan. */
export function tableOf(run: Pick<OpenRun, "tables">, file: string): TableFile {
  const table = run.tables.get(file);
  if (table === undefined) throw new Error(`${file} is not open.`);
  return table;
}

/** The rows of a file, a chunk at a time, read and sifted: the next chunk while the database writes the one before. */
export async function* siftedChunks(run: OpenRun, file: UnderstoodFile): AsyncGenerator<Sifted> {
  const sift = sifterFor(file, run.plan.source);
  async function* sifted(): AsyncGenerator<Sifted> {
    for await (const chunk of rowChunks(tableOf(run, file.file))) yield sift(chunk);
  }
  yield* ahead(sifted());
}

/** Writes one chunk: `work` and the ledger's entries in one transaction. A chunk that was written before is passed over. */
export async function writeChunk(
  run: OpenRun,
  ledger: Ledger,
  place: { readonly file: string; readonly chunkNo: number },
  work: (trx: Db) => Promise<Entry[]>,
): Promise<void> {
  if (ledger.isStopped || ledger.has(place.file, place.chunkNo)) return;
  const entered = await writeAs(run.db, run.author, run.clock, async (trx) => {
    const entries = await work(trx);
    for (const entry of entries) {
      await enterChunk(trx, run.workspaceId, run.importId, entryOf(entry));
      await keepRejects(trx, run.workspaceId, run.importId, entry.file, entry.tally.rejects);
    }
    return entries.map(entryOf);
  });
  ledger.enter(entered);
  if (ledger.isTimeToCount()) await countTablesAnew(run.db);
}
