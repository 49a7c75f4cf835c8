/** One pass over opportunities and their history: which stages they speak of. */
import { type FilePlan, fills } from "../mapping/column-plan.ts";
import type { PipelinePlan } from "../mapping/import-plan.ts";
import { textIn } from "../mapping/row.ts";
import { StageGatherer } from "../mapping/stage-facts.ts";
import type { SourceName } from "../recognition/shape.ts";
import { rowReaderFor } from "./read-row.ts";
import { rowChunks, type TableFile } from "./table-file.ts";

/** Reads the stages of opportunities, and of their history, out of the files. */
export async function gatherStages(
  files: readonly { readonly table: TableFile; readonly plan: FilePlan }[],
  source: SourceName,
): Promise<PipelinePlan[]> {
  const gatherer = new StageGatherer();
  for (const object of ["opportunity", "opportunity-history"]) {
    for (const { table, plan } of files.filter((one) => one.plan.object === object)) {
      if (object === "opportunity-history" && !fills(plan, "stage")) continue;
      const read = rowReaderFor(plan, source);
      for await (const chunk of rowChunks(table)) {
        for (const row of chunk.rows) {
          const found = read(row);
          if (!("row" in found)) continue;
          if (object === "opportunity") gatherer.take(found.row);
          else gatherer.name(textIn(found.row, "stage") ?? "");
        }
      }
    }
  }
  return gatherer.finish();
}
