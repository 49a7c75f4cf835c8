/** One pass over a file: what all values of each column say. */
import type { ProfiledFile } from "../recognition/recognise.ts";
import { ColumnGatherer } from "../values/column-profile.ts";
import { rowChunks, type TableFile } from "./table-file.ts";

/** Reads the whole file once, in bounded memory. Rows count with those that could not be read. */
export async function profileTable(table: TableFile): Promise<ProfiledFile> {
  const gatherers = table.columns.map((column) => new ColumnGatherer(column));
  let rows = 0;
  for await (const chunk of rowChunks(table)) {
    rows += chunk.rows.length + chunk.unread.length;
    for (const row of chunk.rows) {
      for (let at = 0; at < gatherers.length; at += 1) gatherers[at]?.take(row.values[at] ?? "");
    }
  }
  const { name: file, columns, headed, first } = table;
  const profiles = gatherers.map((one) => one.finish());
  return { file, columns, profiles, rows, headed, ...(first !== undefined && { first }) };
}
