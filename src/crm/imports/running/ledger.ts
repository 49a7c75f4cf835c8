/** The ledger of a running import: which chunks are written, and how far it has come. */
import type { ChunkEntry } from "./tally.ts";

/** How far an import has come. */
export interface Progress {
  readonly rowsDone: number;
  readonly rowsTotal: number;
  readonly file: string;
}

const firstCountAfter = 1000;

export class Ledger {
  readonly #written: Set<string>;
  readonly #report: (progress: Progress) => void;
  readonly #rowsTotal: number;
  readonly #isStopped: () => boolean;
  readonly entries: ChunkEntry[];
  #rowsDone = 0;
  #rowsSinceCount = 0;
  #countAfter = firstCountAfter;

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

  /**
   * Whether so much was written that the database should count its tables anew. What it planned while they were empty
   * would else be kept while they grow. Says so once, and the next time after four times as many rows.
   */
  isTimeToCount(): boolean {
    if (this.#rowsSinceCount < this.#countAfter) return false;
    this.#rowsSinceCount = 0;
    this.#countAfter *= 4;
    return true;
  }

  enter(entries: readonly ChunkEntry[]): void {
    for (const entry of entries) {
      this.entries.push(entry);
      this.#written.add(`${entry.chunkNo} ${entry.file}`);
      this.#rowsDone += entry.rows;
      this.#rowsSinceCount += entry.created + entry.updated;
    }
    const file = entries[0]?.file ?? "";
    this.#report({ rowsDone: this.#rowsDone, rowsTotal: this.#rowsTotal, file });
  }
}
