/** The table of currencies that a source has beside its records: its ids and the codes that they stand for. */
import type { FilePlan } from "../mapping/column-plan.ts";
import { textIn } from "../mapping/row.ts";
import type { SourceName } from "../recognition/shape.ts";
import { readRowsOf } from "./read-rows.ts";
import type { TableFile } from "./table-file.ts";

/** Id → code, out of every such table; names too, where records write them instead of ids. */
export async function readCurrencies(
  files: readonly { readonly table: TableFile; readonly plan: FilePlan }[],
  source: SourceName,
): Promise<Map<string, string>> {
  const codes = new Map<string, string>();
  for (const { table, plan } of files.filter((one) => one.plan.object === "currency")) {
    for await (const row of readRowsOf(table, plan, source)) {
      const code = textIn(row, "currency")?.toUpperCase();
      if (code === undefined) continue;
      codes.set(row.key, code);
      const name = textIn(row, "name");
      if (name !== null) codes.set(name, code);
    }
  }
  return codes;
}
