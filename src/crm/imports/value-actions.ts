/** What the values of planned files stand for: stages, currencies and forecast categories in words of their own. */
import { refuse } from "#base/kernel";
import { categoryValues } from "./mapping/category-values.ts";
import type { MappingProblem } from "./mapping/check-mapping.ts";
import type { FilePlan } from "./mapping/column-plan.ts";
import { currencyValues, markedCurrencies } from "./mapping/currency-values.ts";
import type {
  ImportOptions,
  ImportSetting,
  PipelinePlan,
  Proposal,
  Question,
} from "./mapping/import-plan.ts";
import { withStagesSaid } from "./mapping/source-words.ts";
import { problemsOfStages } from "./mapping/stage-outcomes.ts";
import { stageValues } from "./mapping/stage-values.ts";
import { withMeanings } from "./mapping/value-maps.ts";
import { readCurrencies } from "./reading/currency-table.ts";
import { readRowsOf } from "./reading/read-rows.ts";
import type { TableFile } from "./reading/table-file.ts";
import type { ProfiledFile } from "./recognition/recognise.ts";
import type { SourceName } from "./recognition/shape.ts";
import type { ContributedKind } from "./running/contributed-actions.ts";

/** A file with its plan, as far as it goes. */
export interface PlannedFile {
  readonly table: TableFile;
  readonly file: ProfiledFile;
  readonly plan: FilePlan;
}

/** What the values of stages, currencies and categories stand for, put into the columns; with what is open about it. */
export async function decideValues<File extends PlannedFile>(
  planned: readonly File[],
  source: SourceName,
  options: ImportOptions,
  setting: ImportSetting,
) {
  const listed = await readCurrencies(planned, source);
  const files = planned.map(({ file, plan }) => ({ file, columns: plan.columns, given: plan.given }));
  const stages = stageValues(files, options);
  const currencies = currencyValues(files, listed, options, setting);
  const categories = categoryValues(files, options);
  const maps = [currencies, categories, stages];
  const readings = [...currencies.readings, ...categories.readings];
  const marked = files.map((one) => markedCurrencies(one, options, setting));
  const valued = planned.map((one, at): File => {
    const columns = withMeanings(one.file.file, marked[at]?.columns ?? one.plan.columns, maps);
    return { ...one, plan: { ...one.plan, columns } };
  });
  return {
    valued,
    proposals: stages.readings.map(
      ({ column: _, byHand: _byHand, ...reading }): Proposal => ({ object: "stage", ...reading }),
    ),
    readings,
    questions: [...maps.flatMap((map) => map.questions), ...marked.flatMap((one) => one.questions)],
    warnings: maps.flatMap((map) => map.warnings),
    assumptions: [
      ...marked.flatMap((one) => one.assumptions),
      ...readings
        .filter((one) => one.accepted && !one.byHand)
        .map(
          ({ file, column, value, match, evidence }) =>
            `${file}, ${column}: “${value}” is read as ${match}. ${evidence}`,
        ),
    ],
  };
}

/** Refuses a mapping that speaks of stages that there are not. */
export function saidStages(pipelines: readonly PipelinePlan[], options: ImportOptions): PipelinePlan[] {
  const problems = problemsOfStages(pipelines, options.mapping?.stages);
  if (problems.length > 0) refuseMapping(problems);
  return withStagesSaid(pipelines, options.mapping);
}

/** Refuses a mapping, with everything in it that is not there. */
export function refuseMapping(problems: readonly MappingProblem[]): never {
  return refuse("invalid", "The mapping speaks of something that is not there.", {
    fix: "Correct the mapping and plan again.",
    fields: problems,
  });
}

/** Files of contributed kinds with what these decide on them out of their rows; with what they assume and ask. */
export async function decideKinds<File extends PlannedFile>(
  planned: readonly File[],
  kinds: readonly ContributedKind[],
  asked: { readonly source: SourceName; readonly options: ImportOptions; readonly timeZone: string },
) {
  const assumptions: string[] = [];
  const questions: Question[] = [];
  const files: File[] = [];
  for (const one of planned) {
    const kind = kinds.find((candidate) => candidate.object === one.plan.object);
    if (kind?.decide === undefined) {
      files.push(one);
      continue;
    }
    const said = asked.options.mapping?.files?.[one.plan.file]?.settings ?? {};
    const rows = readRowsOf(one.table, one.plan, asked.source);
    const decision = await kind.decide(one.plan, rows, { said, timeZone: asked.timeZone });
    assumptions.push(...decision.assumptions);
    questions.push(...decision.questions);
    files.push({ ...one, plan: { ...one.plan, settings: decision.settings } });
  }
  return { files, assumptions, questions };
}
