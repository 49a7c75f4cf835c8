/** Rows of history brought together by the opportunity that they tell of, a bounded part of them at a time. */
import type { UnderstoodFile } from "../mapping/column-plan.ts";
import { type ReadRow, textIn } from "../mapping/row.ts";
import type { SourceName } from "../recognition/shape.ts";
import { partOf } from "../running/history-groups.ts";
import { emptyTally, type Tally } from "../running/tally.ts";
import { sifterFor } from "./sift-rows.ts";
import { rowChunks, type TableFile } from "./table-file.ts";

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
      tally.duplicate += sifted.tally.duplicate;
    }
  }
  return { file, groups, tally };
}
