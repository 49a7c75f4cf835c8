/** One pass over opportunities and their history: which stages they speak of. */
import { type FilePlan, fills } from "../mapping/column-plan.ts";
import type { PipelinePlan } from "../mapping/import-plan.ts";
import { type ReadRow, textIn } from "../mapping/row.ts";
import { StageGatherer } from "../mapping/stage-facts.ts";
import type { SourceName } from "../recognition/shape.ts";
import { meaningOf } from "../timelines/from-values.ts";
import { readRowsOf } from "./read-rows.ts";
import type { TableFile } from "./table-file.ts";

const tellingStages = [
  "opportunity",
  "opportunity-states",
  "opportunity-history",
  "opportunity-field-history",
  "opportunity-values",
] as const;

/** Reads the stages of opportunities, and of their history, out of the files. */
export async function gatherStages(
  files: readonly { readonly table: TableFile; readonly plan: FilePlan }[],
  source: SourceName,
): Promise<PipelinePlan[]> {
  const gatherer = new StageGatherer();
  for (const object of tellingStages) {
    for (const { table, plan } of files.filter((one) => one.plan.object === object)) {
      for (const { stage, use } of plan.columns) if (stage !== null && use === "field") gatherer.name(stage);
      if (object === "opportunity-history" && !fills(plan, "stage")) continue;
      for await (const row of readRowsOf(table, plan, source)) {
        if (object === "opportunity" || object === "opportunity-states") gatherer.take(row);
        else for (const stage of stagesNamedIn(row)) gatherer.name(stage);
      }
    }
  }
  return gatherer.finish();
}

/** The stages that a row of history tells of: the one that began, and the one before it where the row says it. */
function stagesNamedIn(row: ReadRow): string[] {
  const field = textIn(row, "changedField");
  const named = field === null ? ["stage"] : isStage(field) ? ["oldValue", "newValue"] : [];
  return named.flatMap((one) => textIn(row, one) ?? []);
}

const isStage = (field: string): boolean => meaningOf(field) === "stage" || /^stagename$/i.test(field);
