/** Rows of history brought together by the opportunity that they tell of, a bounded part of them at a time. */
import type { UnderstoodFile } from "../mapping/column-plan.ts";
import { type ReadRow, textIn } from "../mapping/read-row.ts";
import { rowChunks, type TableFile } from "../reading/table-file.ts";
import type { SourceName } from "../recognition/shape.ts";
import { sifterFor } from "./chunks.ts";
import { emptyTally, type Tally } from "./run-context.ts";

/** Rows of history that are held in memory at once, about. */
export const historyRowsHeld = 200_000;

/** In how many parts the opportunities are gone through, so that the history of one part fits into memory. */
export function partsFor(historyRows: number, held = historyRowsHeld): number {
  return Math.max(1, Math.ceil(historyRows / held));
}

/** Which of the parts an opportunity belongs to. */
export function partOf(key: string, parts: number): number {
  let hash = 0;
  for (let at = 0; at < key.length; at += 1) hash = (hash * 31 + key.charCodeAt(at)) >>> 0;
  return hash % parts;
}

export interface HistoryPart {
  readonly file: UnderstoodFile;
  /** Opportunity → its rows, in the order of the file. */
  readonly groups: ReadonlyMap<string, readonly ReadRow[]>;
  /** Rows that could not be read, or tell of no opportunity: counted with the first part. */
  readonly tally: Tally;
}

/** Reads the rows of a history that belong to one part. */
export async function readHistoryPart(
  file: UnderstoodFile,
  table: TableFile,
  source: SourceName,
  part: number,
  parts: number,
): Promise<HistoryPart> {
  const sift = sifterFor(file, source);
  const groups = new Map<string, ReadRow[]>();
  const tally = emptyTally();
  for await (const chunk of rowChunks(table)) {
    const sifted = sift(chunk);
    const rejects = [...sifted.tally.rejects];
    for (const row of sifted.rows) {
      const key = textIn(row, "opportunity");
      if (key === null) {
        rejects.push({
          line: row.line,
          field: "opportunity",
          value: "",
          reason: "The row says of no opportunity.",
        });
      } else if (partOf(key, parts) === part) {
        const rows = groups.get(key);
        if (rows === undefined) groups.set(key, [row]);
        else rows.push(row);
      }
    }
    if (part === 0) {
      tally.rejects.push(...rejects);
      tally.unchanged += sifted.tally.unchanged;
    }
  }
  return { file, groups, tally };
}
