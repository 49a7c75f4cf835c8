/** What became of rows, counted: chunk by chunk, so that rows = created + updated + unchanged + duplicate + rejected. */
import type { Reject } from "../mapping/row.ts";

export interface Counts {
  readonly rows: number;
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  /** Rows that say again what an earlier row of the import says. */
  readonly duplicate: number;
  readonly rejected: number;
}

export interface ChunkEntry extends Counts {
  readonly file: string;
  readonly chunkNo: number;
  readonly object: string;
}

/** Rows of one chunk of one file: what became of them. */
export interface Tally {
  created: number;
  updated: number;
  unchanged: number;
  duplicate: number;
  readonly rejects: Reject[];
}

export const emptyTally = (): Tally => ({ created: 0, updated: 0, unchanged: 0, duplicate: 0, rejects: [] });

/** An entry of the ledger with the rows that it refuses. */
export interface Entry {
  readonly file: string;
  readonly chunkNo: number;
  readonly object: string;
  readonly tally: Tally;
}

/** The rows that a tally accounts for. Several refused values of one row are one refused row. */
export function entryOf({ file, chunkNo, object, tally }: Entry): ChunkEntry {
  const { created, updated, unchanged, duplicate, rejects } = tally;
  const rejected = new Set(rejects.map((reject) => reject.line)).size;
  return {
    file,
    chunkNo,
    object,
    rows: created + updated + unchanged + duplicate + rejected,
    created,
    updated,
    unchanged,
    duplicate,
    rejected,
  };
}

/** What became of one record. */
export type Fate = "created" | "updated" | "unchanged";

/** What became of one opportunity; for an updated one also how many of its states are new. */
export interface FateOfOne {
  readonly fate: Fate;
  readonly newStates: number;
}

/** Counts the rows of history of one opportunity: all alike, but of an updated one only its new states are created. */
export function countHistory(tally: Tally, { fate, newStates }: FateOfOne, historyRows: number): void {
  const created =
    fate === "created" ? historyRows : fate === "updated" ? Math.min(newStates, historyRows) : 0;
  tally.created += created;
  tally.unchanged += historyRows - created;
}
