/** Rows of a file parted into those that can be written and those that cannot. */
import type { UnderstoodFile } from "../mapping/column-plan.ts";
import type { ReadRow, Reject } from "../mapping/row.ts";
import type { SourceName } from "../recognition/shape.ts";
import { plainId } from "../recognition/source-ids.ts";
import { emptyTally, type Tally } from "../running/tally.ts";
import { rowReaderFor } from "./read-row.ts";
import type { UnreadRow } from "./row-reader.ts";
import type { RowChunk } from "./table-file.ts";

const asReject = ({ line, excerpt, reason }: UnreadRow): Reject => ({
  line,
  field: "(row)",
  value: excerpt.slice(0, 200),
  reason,
});

export interface Sifted {
  readonly rows: readonly ReadRow[];
  readonly tally: Tally;
}

/**
 * Reads the rows of a file, chunk by chunk: those that can be written, and the tally of those that cannot. Of rows
 * with the same key the first counts: a later one that says the same is a duplicate, one that says else is refused.
 */
export function sifterFor(file: UnderstoodFile, source: SourceName): (chunk: RowChunk) => Sifted {
  const read = rowReaderFor(file, source);
  const asIds = (key: string) =>
    key
      .split(" | ")
      .map((part) => plainId(source, part))
      .join(" | ");
  const repeated = new Set(file.repeatedKeys.map(asIds));
  // Of a large file there can be many: of each only what the later ones are held against.
  const first = new Map<string, Pick<ReadRow, "line" | "fingerprint">>();
  const keyName = file.key.join(", ");
  return (chunk) => {
    const tally: Tally = { ...emptyTally(), rejects: chunk.unread.map(asReject) };
    const rows: ReadRow[] = [];
    // Ids of two lengths can be one: within a chunk no record may be written twice, whatever was counted before.
    const here = new Map<string, ReadRow>();
    for (const text of chunk.rows) {
      const found = read(text);
      if ("rejects" in found) {
        tally.rejects.push(...found.rejects);
        continue;
      }
      const { row } = found;
      const before = here.get(row.key) ?? (repeated.has(row.key) ? first.get(row.key) : undefined);
      if (before === undefined) here.set(row.key, row);
      if (before === undefined && repeated.has(row.key))
        first.set(row.key, { line: row.line, fingerprint: row.fingerprint });
      if (before === undefined) rows.push(row);
      else if (before.fingerprint === row.fingerprint) tally.duplicate += 1;
      else {
        const reason = `Line ${before.line} has the same ${keyName} and says something else.`;
        tally.rejects.push({ line: row.line, field: keyName, value: row.key, reason });
      }
    }
    return { rows, tally };
  };
}
