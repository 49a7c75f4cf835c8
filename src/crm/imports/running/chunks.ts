/** Chunks: each read, checked and written in one transaction together with its entry in the ledger. */
import type { Db } from "#base/platform";
import { writeAs } from "#base/platform";
import type { UnderstoodFile } from "../mapping/column-plan.ts";
import { type ReadRow, type Reject, rowReaderFor } from "../mapping/read-row.ts";
import type { UnreadRow } from "../reading/row-reader.ts";
import type { RowChunk } from "../reading/table-file.ts";
import { longId } from "../recognition/salesforce.ts";
import { type ChunkEntry, enterChunk, keepRejects } from "./ledger-store.ts";
import type { RunContext, Tally } from "./run-context.ts";

/** How far an import has come. */
export interface Progress {
  readonly rowsDone: number;
  readonly rowsTotal: number;
  readonly file: string;
}

export class Ledger {
  readonly #written: Set<string>;
  readonly #report: (progress: Progress) => void;
  readonly #rowsTotal: number;
  readonly #isStopped: () => boolean;
  readonly entries: ChunkEntry[];
  #rowsDone = 0;

  constructor(
    written: readonly ChunkEntry[],
    rowsTotal: number,
    report: (progress: Progress) => void,
    isStopped: () => boolean,
  ) {
    this.entries = [...written];
    this.#written = new Set(written.map((entry) => `${entry.chunkNo} ${entry.file}`));
    this.#rowsTotal = rowsTotal;
    this.#report = report;
    this.#isStopped = isStopped;
    for (const entry of written) this.#rowsDone += entry.rows;
  }

  has(file: string, chunkNo: number): boolean {
    return this.#written.has(`${chunkNo} ${file}`);
  }

  /** Whether somebody asked the import to stop: checked between chunks. */
  get isStopped(): boolean {
    return this.#isStopped();
  }

  enter(entries: readonly ChunkEntry[]): void {
    for (const entry of entries) {
      this.entries.push(entry);
      this.#written.add(`${entry.chunkNo} ${entry.file}`);
      this.#rowsDone += entry.rows;
    }
    const file = entries[0]?.file ?? "";
    this.#report({ rowsDone: this.#rowsDone, rowsTotal: this.#rowsTotal, file });
  }
}

/** An entry of the ledger with the rows that it refuses. */
export interface Entry {
  readonly file: string;
  readonly chunkNo: number;
  readonly object: string;
  readonly tally: Tally;
}

/** The rows that a tally accounts for. Several refused values of one row are one refused row. */
export function entryOf({ file, chunkNo, object, tally }: Entry): ChunkEntry {
  const { created, updated, unchanged, rejects } = tally;
  const rejected = new Set(rejects.map((reject) => reject.line)).size;
  return {
    file,
    chunkNo,
    object,
    rows: created + updated + unchanged + rejected,
    created,
    updated,
    unchanged,
    rejected,
  };
}

/** Writes one chunk: `work` and the ledger's entries in one transaction. A chunk that was written before is passed over. */
export async function writeChunk(
  run: RunContext,
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
}

const asReject = ({ line, excerpt, reason }: UnreadRow): Reject => ({
  line,
  field: "(row)",
  value: excerpt,
  reason,
});

export interface Sifted {
  readonly rows: readonly ReadRow[];
  readonly tally: Tally;
}

/**
 * Reads the rows of a file, chunk by chunk: those that can be written, and the tally of those that cannot. Of rows
 * with the same key the first counts: a later one that says the same is unchanged, one that says else is refused.
 */
export function sifterFor(
  file: UnderstoodFile,
  source: RunContext["plan"]["source"],
): (chunk: RowChunk) => Sifted {
  const read = rowReaderFor(file, source);
  const keys = source === "salesforce" ? file.repeatedKeys.map(longId) : file.repeatedKeys;
  const repeated = new Set(keys);
  const first = new Map<string, ReadRow>();
  const keyName = file.key.join(", ");
  return (chunk) => {
    const tally: Tally = { created: 0, updated: 0, unchanged: 0, rejects: chunk.unread.map(asReject) };
    const rows: ReadRow[] = [];
    for (const text of chunk.rows) {
      const found = read(text);
      if ("rejects" in found) {
        tally.rejects.push(...found.rejects);
        continue;
      }
      const { row } = found;
      const before = repeated.has(row.key) ? first.get(row.key) : undefined;
      if (repeated.has(row.key) && before === undefined) first.set(row.key, row);
      if (before === undefined) rows.push(row);
      else if (before.fingerprint === row.fingerprint) tally.unchanged += 1;
      else {
        const reason = `Line ${before.line} has the same ${keyName} and says something else.`;
        tally.rejects.push({ line: row.line, field: keyName, value: row.key, reason });
      }
    }
    return { rows, tally };
  };
}
