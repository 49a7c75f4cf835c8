/** One pass over opportunities and their history: which stages they speak of. */
import { type FilePlan, fills } from "../mapping/column-plan.ts";
import type { PipelinePlan } from "../mapping/import-plan.ts";
import { type ReadRow, textIn } from "../mapping/row.ts";
import { StageGatherer } from "../mapping/stage-facts.ts";
import type { SourceName } from "../recognition/shape.ts";
import { meaningOf } from "../timelines/from-values.ts";
import { readRowsOf } from "./read-rows.ts";
import type { TableFile } from "./table-file.ts";

/** Reads the stages of opportunities, and of their history, out of the files. */
export async function gatherStages(
  files: readonly { readonly table: TableFile; readonly plan: FilePlan }[],
  source: SourceName,
): Promise<PipelinePlan[]> {
  const gatherer = new StageGatherer();
  for (const object of ["opportunity", "opportunity-states", "opportunity-history", "opportunity-values"]) {
    for (const { table, plan } of files.filter((one) => one.plan.object === object)) {
      for (const { stage, use } of plan.columns) if (stage !== null && use === "field") gatherer.name(stage);
      if (object === "opportunity-history" && !fills(plan, "stage")) continue;
      for await (const row of readRowsOf(table, plan, source)) {
        const stage = stageNamedIn(row);
        if (object === "opportunity" || object === "opportunity-states") gatherer.take(row);
        else if (stage !== null) gatherer.name(stage);
      }
    }
  }
  return gatherer.finish();
}

/** The stage that a row of history tells of, or null. */
function stageNamedIn(row: ReadRow): string | null {
  const field = textIn(row, "changedField");
  if (field === null) return textIn(row, "stage");
  return meaningOf(field) === "stage" ? textIn(row, "newValue") : null;
}
