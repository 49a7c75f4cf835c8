/** What the words of a source mean here, with the evidence: stages and outcomes, statuses, categories, currencies. */
import { isCurrencyCode } from "#base/kernel";
import { categoryOf } from "../timelines/state.ts";
import type { ColumnProfile } from "../values/column-profile.ts";
import { type FilePlan, fills, placeOf } from "./column-plan.ts";
import {
  type ImportOptions,
  type PipelinePlan,
  type StagePlan,
  type ValueMap,
  type WordedField,
  wordedFields,
} from "./import-plan.ts";
import { outcomeOf } from "./stage-words.ts";
import type { Reading } from "./value-maps.ts";

interface Profiled {
  readonly plan: FilePlan;
  readonly file: { readonly profiles: readonly ColumnProfile[] };
}

/** Words that are shown of a column; a column with more is no list of words. */
const mostWords = 100;

const meaning: Readonly<Record<WordedField, (word: string) => string | null>> = {
  status: outcomeOf,
  forecastCategory: categoryOf,
  currency: (word) => (isCurrencyCode(word.toUpperCase()) ? word.toUpperCase() : null),
};
const unknown: Readonly<Record<WordedField, string>> = {
  status: "",
  forecastCategory: "None of our categories is called so: the usual one of the stage is taken.",
  currency: "It is no currency code of three letters: rows with it are refused.",
};

/** The words of every column that has words of the source, with what each is read as. */
export function valueMapsOf(files: readonly Profiled[], readings: readonly Reading[] = []): ValueMap[] {
  return files.flatMap(({ plan, file }) =>
    wordedFields.flatMap((field): ValueMap[] => {
      const at = placeOf(plan, field);
      const column = plan.columns[at];
      const values = file.profiles[at]?.values;
      if (column === undefined || !values || values.size === 0 || values.size > mostWords) return [];
      const shown = [...values].map(([value, rows]) => {
        const said = column.words?.[value];
        const found = column.meant?.[value];
        const becomes = meaning[field](said ?? found ?? value);
        const isRead = (one: Reading) =>
          one.file === plan.file && one.column === column.column && one.value === value;
        const evidence = readings.find(isRead)?.evidence;
        const known = found === undefined ? "Known by its name." : "A table beside the file says so.";
        const because =
          said === undefined ? (evidence ?? (becomes === null ? unknown[field] : known)) : "Said by hand.";
        return { value, rows, becomes, because };
      });
      return [{ file: plan.file, column: column.column, field, values: shown }];
    }),
  );
}

/** Stages with how many rows stand in each, and why each counts as open, won or lost. */
export function withEvidence(pipelines: readonly PipelinePlan[], files: readonly Profiled[]): PipelinePlan[] {
  const own = files.filter(({ plan }) => plan.object === "opportunity");
  const says = own.some(({ plan }) => fills(plan, "isWon") || fills(plan, "isClosed"));
  const listed = files.some(({ plan }) => plan.object === "stage");
  const columns = own.flatMap(({ plan, file }) => file.profiles[placeOf(plan, "stage")] ?? []);
  const counted = columns.length > 0 && columns.every((one) => one.values !== null);
  const rowsOf = (word: string) => columns.reduce((sum, one) => sum + (one.values?.get(word) ?? 0), 0);
  // A stage of the same name in two pipelines is counted in neither: rows are counted by the word alone.
  const words = pipelines.flatMap(({ stages }) => stages.map((stage) => stage.value));
  return pipelines.map((pipeline) => ({
    ...pipeline,
    stages: pipeline.stages.map((stage) => {
      const single = words.filter((word) => word === stage.value).length === 1;
      const seen = rowsOf(stage.value) + (stage.name === stage.value ? 0 : rowsOf(stage.name));
      // Who gathered the stages may know both better.
      if (stage.because !== undefined)
        return { ...stage, rows: stage.rows ?? (counted && single ? seen : null) };
      const because = listed
        ? "The source's table of stages says so."
        : says
          ? "Its rows say whether they are closed and won."
          : becauseOf(stage);
      return { ...stage, rows: counted && single ? seen : null, because };
    }),
  }));
}

function becauseOf({ outcome, value }: StagePlan): string {
  if (outcome === "open") return "Nothing in its name says that a sale ends there.";
  return outcomeOf(value) === outcome ? `Its name says that it is ${outcome}.` : "The source says so.";
}

/** Pipelines and stages as a person named and judged them. */
export function withStagesSaid(
  pipelines: readonly PipelinePlan[],
  mapping: ImportOptions["mapping"],
): PipelinePlan[] {
  return pipelines.map((pipeline): PipelinePlan => {
    const name = mapping?.pipelines?.[pipeline.value]?.trim();
    const stages = pipeline.stages.map((stage) => stageSaid(stage, pipeline, mapping));
    const ends = { open: 0, won: 1, lost: 2 } as const;
    return {
      ...pipeline,
      ...(name && { name, joins: true }),
      stages: stages.toSorted((a, b) => ends[a.outcome] - ends[b.outcome]),
    };
  });
}

function stageSaid(stage: StagePlan, pipeline: PipelinePlan, mapping: ImportOptions["mapping"]): StagePlan {
  const said = mapping?.stages?.[pipeline.value]?.[stage.value];
  if (said === undefined) return stage;
  const name = said.name?.trim() || stage.name;
  const outcome = said.outcome ?? stage.outcome;
  const certain = { open: null, won: "1", lost: "0" }[outcome];
  const probability = outcome === stage.outcome ? stage.probability : certain;
  return { ...stage, name, outcome, probability, because: "Said by hand.", byHand: true };
}
