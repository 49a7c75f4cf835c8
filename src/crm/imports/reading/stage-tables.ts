/** The tables of pipelines and stages that a source has beside its opportunities. */
import { type FilePlan, placeOf } from "../mapping/column-plan.ts";
import { type ReadRow, textIn, truthIn } from "../mapping/row.ts";
import type { ListedPipeline, ListedStage } from "../mapping/stage-tables.ts";
import type { SourceObject } from "../recognition/field-kind.ts";
import type { SourceName } from "../recognition/shape.ts";
import { readRowsOf } from "./read-rows.ts";
import type { TableFile } from "./table-file.ts";

interface Planned {
  readonly table: TableFile;
  readonly plan: FilePlan;
}

async function rowsOf(
  files: readonly Planned[],
  object: SourceObject,
  source: SourceName,
): Promise<ReadRow[]> {
  const rows: ReadRow[] = [];
  for (const { table, plan } of files.filter((one) => one.plan.object === object)) {
    if (placeOf(plan, "id") === -1) continue;
    for await (const row of readRowsOf(table, plan, source)) rows.push(row);
  }
  return rows;
}

const numberIn = (row: ReadRow, field: string): number | null => {
  const text = textIn(row, field);
  return text === null ? null : Number(text);
};

/** Every pipeline and stage that the source lists. */
export async function readStageTables(
  files: readonly Planned[],
  source: SourceName,
): Promise<{ pipelines: ListedPipeline[]; stages: ListedStage[] }> {
  const pipelines = (await rowsOf(files, "pipeline", source)).flatMap((row): ListedPipeline[] => {
    const id = textIn(row, "id");
    if (id === null) return [];
    return [{ id, name: textIn(row, "name") ?? id, position: numberIn(row, "position") }];
  });
  const stages = (await rowsOf(files, "stage", source)).flatMap((row): ListedStage[] => {
    const id = textIn(row, "id");
    if (id === null) return [];
    const said = { isClosed: truthIn(row, "isClosed"), isWon: truthIn(row, "isWon") };
    const numbers = { position: numberIn(row, "position"), probability: numberIn(row, "probability") };
    return [{ id, name: textIn(row, "name") ?? id, pipeline: textIn(row, "pipeline"), ...numbers, ...said }];
  });
  return { pipelines, stages };
}
