/** The table of currencies that a source has beside its records: its ids and the codes that they stand for. */
import type { FilePlan } from "../mapping/column-plan.ts";
import { textIn } from "../mapping/row.ts";
import type { SourceName } from "../recognition/shape.ts";
import { rowReaderFor } from "./read-row.ts";
import { rowChunks, type TableFile } from "./table-file.ts";

/** Id → code, out of every such table; names too, where records write them instead of ids. */
export async function readCurrencies(
  files: readonly { readonly table: TableFile; readonly plan: FilePlan }[],
  source: SourceName,
): Promise<Map<string, string>> {
  const codes = new Map<string, string>();
  for (const { table, plan } of files.filter((one) => one.plan.object === "currency")) {
    const read = rowReaderFor(plan, source);
    for await (const chunk of rowChunks(table)) {
      for (const text of chunk.rows) {
        const found = read(text);
        const code = "row" in found ? textIn(found.row, "currency")?.toUpperCase() : undefined;
        if (!("row" in found) || code === undefined) continue;
        codes.set(found.row.key, code);
        const name = textIn(found.row, "name");
        if (name !== null) codes.set(name, code);
      }
    }
  }
  return codes;
}
