/** The rows of a planned file that can be read, one after the other. */
import type { FilePlan } from "../mapping/column-plan.ts";
import type { ReadRow } from "../mapping/row.ts";
import type { SourceName } from "../recognition/shape.ts";
import { rowReaderFor } from "./read-row.ts";
import { rowChunks, type TableFile } from "./table-file.ts";

/** Reads a file from its beginning; rows that cannot be read are passed over. */
export async function* readRowsOf(
  table: TableFile,
  plan: FilePlan,
  source: SourceName,
): AsyncGenerator<ReadRow> {
  const read = rowReaderFor(plan, source);
  for await (const chunk of rowChunks(table)) {
    for (const row of chunk.rows) {
      const found = read(row);
      if ("row" in found) yield found.row;
    }
  }
}
