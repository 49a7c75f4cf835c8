/** Plans an import: maps the columns of recognised files, and says what is assumed, proposed and not certain. */
import {
  assumeCourse,
  assumeMarks,
  assumeSetting,
  assumeShares,
  assumeUnits,
} from "./mapping/assumptions.ts";
import { namedColumns } from "./mapping/by-place.ts";
import { problemsOfMapping } from "./mapping/check-mapping.ts";
import { chooseKey } from "./mapping/choose-key.ts";
import type { ColumnPlan, FilePlan } from "./mapping/column-plan.ts";
import { countsOf, withCounts, withFormats, withMarks } from "./mapping/corrected-columns.ts";
import { decideDateOrders } from "./mapping/date-orders.ts";
import { doubtsOn } from "./mapping/doubts.ts";
import { assumeEmptyWords } from "./mapping/empty-word.ts";
import type {
  ImportOptions,
  ImportPlan,
  ImportSetting,
  KnownField,
  NamedNoun,
  Proposal,
} from "./mapping/import-plan.ts";
import { matchNames } from "./mapping/same-names.ts";
import { valueMapsOf, withEvidence } from "./mapping/source-words.ts";
import { completed } from "./mapping/stage-tables.ts";
import { suggestColumns } from "./mapping/suggest-columns.ts";
import { decideLastDays } from "./reading/gather-last-days.ts";
import { gatherStages } from "./reading/gather-stages.ts";
import { gatherWarnings } from "./reading/gather-warnings.ts";
import { Looking } from "./reading/looking.ts";
import { readPipedriveTables } from "./reading/pipedrive-tables.ts";
import { repeatedKeys } from "./reading/repeated-keys.ts";
import { readStageTables } from "./reading/stage-tables.ts";
import type { SourceFile } from "./reading/table-file.ts";
import { type EarlierImport, type Opened, openAll, recogniseAll, sourceOf } from "./recognise-actions.ts";
import type { ProfiledFile } from "./recognition/recognise.ts";
import type { SourceName } from "./recognition/shape.ts";
import type { ContributedKind } from "./running/contributed-actions.ts";
import { decideKinds, decideValues, type PlannedFile, refuseMapping, saidStages } from "./value-actions.ts";

type Planned = PlannedFile & Opened;

/** Refuses a mapping that speaks of files, columns or fields that there are not. */
function requireSound(
  options: ImportOptions,
  opened: readonly Opened[],
  kinds: readonly ContributedKind[],
  known: readonly KnownField[],
): void {
  const files = opened.map(({ file, found }) => ({
    file: file.file,
    columns: file.columns,
    object: found.object,
    different(column: string) {
      const profile = file.profiles.find((one) => one.column === column);
      return profile === undefined ? null : (profile.values?.size ?? Number.POSITIVE_INFINITY);
    },
  }));
  const problems = problemsOfMapping(options.mapping, files, kinds, known);
  if (problems.length > 0) refuseMapping(problems);
}

/** Maps the columns of all understood files and decides how their dates are read. */
function mapColumns(
  opened: readonly Opened[],
  options: ImportOptions,
  kinds: readonly ContributedKind[],
  known: readonly KnownField[],
) {
  const saidOf = (file: ProfiledFile) => options.mapping?.files?.[file.file];
  const suggested = opened.map(({ file, found, before }): readonly ColumnPlan[] => {
    if (found.object === null) return [];
    if (before !== null) return asBefore(before.plan, file);
    const columns = suggestColumns(found.object, file.profiles, found.shape, saidOf(file), kinds, known);
    return withMarks(withCounts(columns, file.profiles), file.profiles, options.decimalMark);
  });
  const decided = decideDateOrders(
    opened.map(({ file }, at) => ({ file, columns: suggested[at] ?? [] })),
    options.dateOrder,
  );
  const columns = opened.map(({ file }, at) => withFormats(decided.columns[at] ?? [], saidOf(file), options));
  // A column whose order a person said is no question any more.
  const questions = decided.questions.filter(({ file, column }) => {
    const at = opened.findIndex((one) => one.file.file === file);
    return columns[at]?.find((one) => one.column === column)?.dateOrder === null;
  });
  return { columns, questions, assumptions: decided.assumptions };
}

/** The columns as an earlier import read them, in the order of this file and with its examples. */
function asBefore(plan: FilePlan, file: ProfiledFile): ColumnPlan[] {
  return file.profiles.flatMap((profile) => {
    const { column, examples } = profile;
    const former = plan.columns.find((one) => one.column === column);
    return former === undefined ? [] : [{ ...former, examples, seen: countsOf(profile) }];
  });
}

async function filePlan(
  { table, file, found, before }: Opened,
  columns: readonly ColumnPlan[],
  kinds: readonly ContributedKind[],
): Promise<FilePlan> {
  const key =
    before?.plan.key ?? (found.object === null ? [] : chooseKey(found.object, columns, file, kinds));
  const doubtful = file.profiles.some(
    (one) => key.includes(one.column) && (one.repeats || one.values === null),
  );
  return {
    file: file.file,
    object: found.object,
    confidence: found.confidence,
    reason: found.reason,
    rows: file.rows,
    headed: file.headed,
    header: table.header,
    lines: table.lines,
    top: table.top,
    encoding: table.encoding,
    delimiter: table.delimiter,
    columns,
    names: file.columns,
    key,
    given: before?.plan.given ?? found.shape?.given,
    ...(table.reasonsAt !== null && { returned: before?.importId ?? "" }),
    repeatedKeys: doubtful ? await repeatedKeys(table, { key, columns, rows: file.rows }) : [],
  };
}

function acceptedSame(proposals: readonly Proposal[]): ImportPlan["same"] {
  const same: Record<NamedNoun, Record<string, string>> = { account: {}, product: {}, person: {} };
  for (const { object, value, match, accepted } of proposals)
    if (accepted && (object === "account" || object === "product" || object === "person"))
      same[object][value] = match;
  return same;
}

function warningsOn(plans: readonly FilePlan[]): string[] {
  return plans.flatMap((plan) => {
    const found: string[] = [];
    const keyless =
      plan.key.length === 0 &&
      (plan.object === "opportunity" || plan.object === "contact" || plan.object === "activity");
    if (keyless)
      found.push(
        `${plan.file}: no column says which ${plan.object} a row is, so a changed row of a later export will be a new ${plan.object}.`,
      );
    if (plan.repeatedKeys.length > 0) {
      const many = plan.repeatedKeys.length;
      const values = `${many} ${many === 1 ? "value" : "values"} of ${plan.key.join(", ")} ${many === 1 ? "occurs" : "occur"}`;
      found.push(
        `${plan.file}: ${values} more than once, for example ${plan.repeatedKeys[0]}. The first row of each counts; later ones that say something else are rejected.`,
      );
    }
    return found;
  });
}

async function pipelinesOf(planned: readonly Planned[], source: SourceName) {
  const { pipelines, stages } = await readStageTables(planned, source);
  return completed(await gatherStages(planned, source), pipelines, stages);
}

/** How sentences begin that assume what a person has said by hand since. */
function sentencesOfFormats(options: ImportOptions): (sentence: string) => boolean {
  const begins = Object.entries(options.mapping?.files ?? {}).flatMap(([file, said]) =>
    Object.keys(said.formats ?? {}).map((column) => `${file}, ${column}: `),
  );
  return (sentence) => begins.some((beginning) => sentence.startsWith(beginning));
}

/** What is taken for granted of each file by itself. */
function assumptionsOn(
  planned: readonly Planned[],
  options: ImportOptions,
  setting: ImportSetting,
): string[] {
  const plans = planned.map(({ plan }) => plan);
  return [
    ...planned.flatMap(({ plan, file }) => (plan.object === null ? [] : (file.notes ?? []))),
    ...assumeSetting(plans, options, setting),
    ...plans.flatMap(assumeCourse),
    ...plans.flatMap(assumeUnits),
    ...planned.flatMap(({ plan, file }) => assumeShares(plan, file.profiles)),
    ...planned.flatMap(({ plan, file }) => assumeEmptyWords(plan, file.profiles)),
  ];
}

/**
 * The plan of an import of these files. Reads each file two or three times, writes nothing. `questions` must be
 * answered (by options) before the import can start. `earlier`: imports whose refused rows may come back, the latest
 * first; asked only when a file holds such rows. `looking`: followed, and ended, by others.
 */
export async function planImport(
  files: readonly SourceFile[],
  said: ImportOptions,
  setting: ImportSetting,
  kinds: readonly ContributedKind[] = [],
  earlier: () => Promise<readonly EarlierImport[]> = async () => [],
  looking = new Looking(),
): Promise<ImportPlan> {
  const { opened, unopened } = await openAll(files, said, looking);
  const options = namedColumns(
    said,
    opened.map(({ file }) => file),
  );
  const isReturned = opened.some(({ table }) => table.reasonsAt !== null);
  const recognised = recogniseAll(opened, options, kinds, isReturned ? await earlier() : []);
  requireSound(options, recognised, kinds, setting.fields ?? []);
  const source = sourceOf(recognised, options);
  const dates = mapColumns(recognised, options, kinds, setting.fields ?? []);
  const mapped: Planned[] = [];
  for (const [at, one] of recognised.entries())
    mapped.push({ ...one, plan: await filePlan(one, dates.columns[at] ?? [], kinds) });
  const values = await decideValues(mapped, source, options, setting);
  const spans = await decideLastDays(values.valued, source, setting.timeZone);
  const asked = { source, options, timeZone: setting.timeZone };
  const decided = await decideKinds(spans.files, kinds, asked);
  const planned = decided.files;
  const plans = planned.map((one) => one.plan);
  const names =
    source === "csv" ? matchNames(planned, options.mapping?.same) : { sentences: [], proposals: [] };
  const tables =
    source === "pipedrive" && plans.some((plan) => plan.object === "opportunity-changes")
      ? await readPipedriveTables(planned)
      : { pipelines: await pipelinesOf(planned, source), labels: {}, activityTypes: {} };
  const marks = planned.flatMap(({ plan, file }) => assumeMarks(plan, file.profiles));
  const saidByHand = sentencesOfFormats(options);
  const emptyFiles = unopened.map((one): FilePlan => ({ ...unreadFile, file: one.file, reason: one.reason }));
  const all = [...plans, ...emptyFiles].toSorted((a, b) => (a.file < b.file ? -1 : 1));
  return {
    source,
    currency: options.currency ?? setting.currency,
    timeZone: setting.timeZone,
    files: all,
    ...tables,
    pipelines: saidStages(withEvidence(tables.pipelines, planned), options),
    same: acceptedSame(names.proposals),
    assumptions: [
      ...assumptionsOn(planned, options, setting),
      ...values.assumptions,
      ...spans.assumptions,
      ...decided.assumptions,
      ...names.sentences,
      ...[...dates.assumptions, ...(options.decimalMark === undefined ? marks : [])].filter(
        (sentence) => !saidByHand(sentence),
      ),
    ],
    proposals: [...names.proposals, ...values.proposals],
    valueMaps: valueMapsOf(planned, values.readings),
    doubts: planned.flatMap(({ plan, file }) => doubtsOn(file.file, plan.columns, file.profiles)),
    warnings: [
      ...(await gatherWarnings(planned, source, setting.timeZone)),
      ...warningsOn(plans),
      ...values.warnings,
    ],
    questions: [...dates.questions, ...values.questions, ...decided.questions],
    notUnderstood: all.filter((plan) => plan.object === null).map(({ file, reason }) => ({ file, reason })),
  };
}

const unreadFile: FilePlan = {
  file: "",
  object: null,
  confidence: 1,
  reason: "",
  rows: 0,
  encoding: "",
  delimiter: "",
  columns: [],
  key: [],
  repeatedKeys: [],
};
