/** Makes the pipelines, stages and custom fields that an import needs and that are not there yet. */
import type { Db } from "#base/platform";
import type { PipelinePlan } from "../mapping/import-plan.ts";
import { isNoun } from "../recognition/field.ts";
import { usualCategory } from "../timelines/state.ts";
import { type FoundStage, findCustomFields, findPipelines, findStages } from "./found-store.ts";
import type { Link } from "./link.ts";
import { allLinks, saveLinks } from "./links-store.ts";
import type { RecordRow } from "./record-row.ts";
import { changeRecords, insertRecords } from "./records-store.ts";
import { type Run, sourceTitle } from "./run.ts";
import type { BookedStage } from "./stage-book.ts";

/** Books every pipeline of the plan with its stages; those of an earlier import of the source are found again. */
export async function bookStages(
  run: Pick<Run, "workspaceId" | "importId" | "plan" | "sourceKey" | "stages" | "newId">,
  trx: Db,
): Promise<void> {
  const { workspaceId, plan } = run;
  const needed = plan.files.some(
    ({ object }) =>
      object === "opportunity" || object === "opportunity-changes" || object === "opportunity-states",
  );
  if (!needed) return;
  const links = await allLinks(trx, workspaceId, run.sourceKey, "pipeline");
  const existing = await findPipelines(trx, workspaceId);
  for (const [at, pipeline] of plan.pipelines.entries()) {
    let id = links.get(pipeline.value)?.recordId;
    if (id === undefined) {
      const namesake = existing.find((one) => one.name.toLowerCase() === pipeline.name.toLowerCase());
      const joined = pipeline.joins ? namesake?.id : undefined;
      id = joined ?? run.newId();
      const name = namesake === undefined ? pipeline.name : `${pipeline.name} (${sourceTitle(plan)})`;
      const position = existing.length + at + 1;
      if (joined === undefined)
        await insertRecords(trx, workspaceId, "crm.pipeline", [{ id, name, position }]);
      await saveLinks(trx, workspaceId, run.sourceKey, "pipeline", run.importId, [
        { sourceId: pipeline.value, recordId: id, fingerprint: "" },
      ]);
    }
    run.stages.enter(pipeline.value, { id, stages: await bookStagesOf(run, trx, pipeline, id) });
  }
}

async function bookStagesOf(
  run: Pick<Run, "workspaceId" | "importId" | "plan" | "sourceKey" | "stages" | "newId">,
  trx: Db,
  pipeline: PipelinePlan,
  pipelineId: string,
) {
  const { workspaceId } = run;
  const links = await allLinks(trx, workspaceId, run.sourceKey, "stage");
  const there = (await findStages(trx, workspaceId)).filter((stage) => stage.pipelineId === pipelineId);
  const booked = new Map<string, BookedStage>();
  const rows: RecordRow[] = [];
  // Two stages of the source can be one here.
  const made = new Map<string, string>();
  const newLinks: Link[] = [];
  let position = Math.max(0, ...there.map((stage) => stage.position));
  for (const stage of pipeline.stages) {
    const sourceId = `${pipeline.value}/${stage.value}`;
    const linked = links.get(sourceId)?.recordId;
    const namesake = sameName(there, stage.name)?.id ?? made.get(stage.name.toLowerCase());
    let id = stage.byHand ? namesake : (linked ?? namesake);
    if (id === undefined) {
      id = run.newId();
      made.set(stage.name.toLowerCase(), id);
      position += 1;
      const { name, outcome, probability } = stage;
      const forecast_category = usualCategory(outcome);
      rows.push({ id, pipeline_id: pipelineId, name, position, outcome, probability, forecast_category });
    }
    if (linked !== id) newLinks.push({ sourceId, recordId: id, fingerprint: "" });
    booked.set(stage.value, { id, outcome: stage.outcome, probability: stage.probability });
  }
  await insertRecords(trx, workspaceId, "crm.stage", rows);
  await saveLinks(trx, workspaceId, run.sourceKey, "stage", run.importId, newLinks);
  return booked;
}

function sameName(stages: readonly FoundStage[], name: string): FoundStage | undefined {
  return stages.find((stage) => stage.name.toLowerCase() === name.toLowerCase());
}

/**
 * Adds the custom fields of the plan, and new options of choices. A field that is there keeps its type;
 * one that was removed is there again.
 */
export async function addCustomFields(
  run: Pick<Run, "workspaceId" | "importId" | "plan" | "sourceKey" | "stages" | "newId">,
  trx: Db,
): Promise<void> {
  const { workspaceId, plan } = run;
  const there = await findCustomFields(trx, workspaceId);
  const added = new Map<string, RecordRow>();
  const widened: RecordRow[] = [];
  const revived = new Map<string, RecordRow>();
  for (const file of plan.files) {
    const { object } = file;
    if (object === null || !isNoun(object)) continue;
    for (const { custom } of file.columns) {
      if (custom === null) continue;
      const found = there.find((field) => field.noun === object && field.key === custom.key);
      if (found?.isRemoved) revived.set(found.id, { id: found.id, removed_at: null });
      if (found === undefined) {
        const { key, label, type, options } = custom;
        added.set(`${object} ${key}`, { id: run.newId(), noun: object, key, label, type, options });
      } else if (
        found.type === "choice" &&
        custom.options.some((option) => !found.options.includes(option))
      ) {
        const options = [...new Set([...found.options, ...custom.options])];
        widened.push({ id: found.id, options });
      }
    }
  }
  await insertRecords(trx, workspaceId, "crm.custom_field", [...added.values()]);
  await changeRecords(trx, workspaceId, "crm.custom_field", ["options"], widened);
  await changeRecords(trx, workspaceId, "crm.custom_field", ["removed_at"], [...revived.values()]);
}
