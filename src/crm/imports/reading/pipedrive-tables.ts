/** The tables beside Pipedrive's log of changes: stages, labels of coded values, activity types. */
import { type FilePlan, placeOf } from "../mapping/column-plan.ts";
import type { ImportPlan, PipelinePlan } from "../mapping/import-plan.ts";
import { rowChunks, type TableFile } from "./table-file.ts";

interface Planned {
  readonly table: TableFile;
  readonly plan: FilePlan;
}
type Labels = Record<string, Record<string, string>>;

async function* valuesOf(file: Planned, ...fields: string[]): AsyncGenerator<string[]> {
  const places = fields.map((field) => placeOf(file.plan, field));
  for await (const chunk of rowChunks(file.table)) {
    for (const row of chunk.rows) yield places.map((place) => (row.values[place] ?? "").trim());
  }
}

/** Code → label for every field that has options, as the deal fields state them in JSON. */
async function labelsIn(files: readonly Planned[]): Promise<Labels> {
  const labels: Labels = {};
  for (const file of files.filter((one) => one.plan.object === "field-labels")) {
    for await (const [field = "", options = ""] of valuesOf(file, "changedField", "options")) {
      if (options !== "") labels[field] = optionLabels(options);
    }
  }
  return labels;
}

function optionLabels(json: string): Record<string, string> {
  try {
    const options: unknown = JSON.parse(json);
    if (!Array.isArray(options)) return {};
    const entries = options.filter(
      (one): one is { id: unknown; label: unknown } => typeof one === "object" && one !== null,
    );
    return Object.fromEntries(entries.map((one) => [String(one.id), String(one.label)]));
  } catch {
    return {};
  }
}

async function stagesIn(files: readonly Planned[], labels: Labels): Promise<PipelinePlan> {
  const names = new Map<string, string>();
  for (const file of files.filter((one) => one.plan.object === "stage")) {
    for await (const [id = "", name = ""] of valuesOf(file, "id", "name"))
      if (id !== "" && name !== "") names.set(id, name);
  }
  for (const [id, label] of Object.entries(labels.stage_id ?? {})) if (!names.has(id)) names.set(id, label);
  for (const file of files.filter((one) => one.plan.object === "opportunity-changes")) {
    for await (const [field, value = ""] of valuesOf(file, "changedField", "newValue")) {
      if (field === "stage_id" && value !== "" && !names.has(value)) names.set(value, `Stage ${value}`);
    }
  }
  // In Pipedrive a sale is won or lost in whatever stage it stands, so every stage is open.
  const stages = [...names].map(([value, name]) => ({
    value,
    name,
    outcome: "open" as const,
    probability: null,
  }));
  return { value: "", name: "Sales", stages };
}

/** What the tables beside the log say. */
export async function readPipedriveTables(
  files: readonly Planned[],
): Promise<Pick<ImportPlan, "pipelines" | "labels" | "activityTypes">> {
  const labels = await labelsIn(files);
  const activityTypes: Record<string, string> = {};
  for (const file of files.filter((one) => one.plan.object === "activity-types")) {
    for await (const [type = "", name = ""] of valuesOf(file, "type", "name"))
      if (type !== "") activityTypes[type] = name;
  }
  return { labels, activityTypes, pipelines: [await stagesIn(files, labels)] };
}
