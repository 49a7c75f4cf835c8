/** One pass over a file: what all values of each column say. */
import type { ProfiledFile } from "../recognition/recognise.ts";
import { ColumnGatherer } from "../values/column-profile.ts";
import { Looking } from "./looking.ts";
import { LeftOut } from "./report/left-out.ts";
import { chunkRows, rowChunks, type TableFile } from "./table-file.ts";

/** Reads the whole file once, in bounded memory, followed by `looking`. Rows count with those that could not be read. */
export async function profileTable(table: TableFile, looking = new Looking()): Promise<ProfiledFile> {
  const gatherers = table.columns.map((column) => new ColumnGatherer(column));
  const leftOut = new LeftOut();
  let rows = 0;
  for await (const chunk of rowChunks(table, chunkRows, leftOut)) {
    rows += chunk.rows.length + chunk.unread.length;
    looking.read(chunk.rows.length + chunk.unread.length);
    for (const row of chunk.rows) {
      for (let at = 0; at < gatherers.length; at += 1) gatherers[at]?.take(row.values[at] ?? "");
    }
  }
  const { name: file, columns, headed, first } = table;
  const profiles = gatherers.map((one) => one.finish());
  const notes = leftOut.sentences(file);
  return { file, columns, profiles, rows, headed, notes, ...(first !== undefined && { first }) };
}
