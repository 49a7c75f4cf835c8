/** Plans an import: opens and profiles the files, recognises them, maps their columns, and says what is not certain. */
import { Refusal, refuse } from "#base/kernel";
import { assumeCourse, assumeMarks, assumeSetting, assumeUnits } from "./mapping/assumptions.ts";
import { problemsOfMapping } from "./mapping/check-mapping.ts";
import { chooseKey } from "./mapping/choose-key.ts";
import type { ColumnPlan, FilePlan } from "./mapping/column-plan.ts";
import { countsOf, withFormats, withMarks, withTypes } from "./mapping/corrected-columns.ts";
import { decideDateOrders } from "./mapping/date-orders.ts";
import { doubtsOn } from "./mapping/doubts.ts";
import { columnsOf, sameColumns } from "./mapping/earlier-mapping.ts";
import { assumeEmptyWords } from "./mapping/empty-word.ts";
import type { ImportOptions, ImportPlan, ImportSetting, NamedNoun, Proposal } from "./mapping/import-plan.ts";
import { matchNames } from "./mapping/same-names.ts";
import { completed } from "./mapping/stage-tables.ts";
import { suggestColumns } from "./mapping/suggest-columns.ts";
import { valueMapsOf, withEvidence, withStagesSaid } from "./mapping/value-maps.ts";
import { gatherStages } from "./reading/gather-stages.ts";
import { gatherWarnings } from "./reading/gather-warnings.ts";
import { readPipedriveTables } from "./reading/pipedrive-tables.ts";
import { profileTable } from "./reading/profile-table.ts";
import { repeatedKeys } from "./reading/repeated-keys.ts";
import { readStageTables } from "./reading/stage-tables.ts";
import { openTable, type SourceFile, type TableFile } from "./reading/table-file.ts";
import { type ProfiledFile, type Recognition, recognise } from "./recognition/recognise.ts";
import type { SourceName } from "./recognition/shape.ts";
import { uncorrected } from "./rejects/reasons.ts";

interface Opened {
  readonly table: TableFile;
  readonly file: ProfiledFile;
  readonly found: Recognition;
  /** How an earlier import read the file whose refused rows these are. */
  readonly before: { readonly importId: string; readonly plan: FilePlan } | null;
}

/** An import of former days, for rows that it refused and that come back. */
export interface EarlierImport {
  readonly importId: string;
  readonly files: readonly FilePlan[];
}
interface Planned extends Opened {
  readonly plan: FilePlan;
}

/** A file that could not be opened as a table, with the reason. */
interface Unopened {
  readonly file: string;
  readonly reason: string;
}

async function openAll(files: readonly SourceFile[]) {
  const opened: { table: TableFile; file: ProfiledFile }[] = [];
  const unopened: Unopened[] = [];
  for (const file of files) {
    try {
      const table = await openTable(file);
      opened.push({ table, file: await profileTable(table) });
    } catch (problem) {
      if (!(problem instanceof Refusal)) throw problem;
      unopened.push({ file: file.name, reason: problem.message });
    }
  }
  return { opened, unopened };
}

function recogniseAll(
  opened: readonly { table: TableFile; file: ProfiledFile }[],
  options: ImportOptions,
  earlier: readonly EarlierImport[],
): Opened[] {
  const recognitions = recognise(
    opened.map((one) => one.file),
    options.source,
  );
  return opened.flatMap((one, at): Opened[] => {
    const found = recognitions[at];
    if (found === undefined) return [];
    const sure = { shape: null, confidence: 1 };
    if (isUncorrected(one))
      return [{ ...one, before: null, found: { ...found, ...sure, object: null, reason: uncorrected } }];
    const before = one.table.reasonsAt === null ? null : whereRefused(one.file, earlier);
    const said = options.mapping?.files?.[one.file.file]?.object;
    if (said !== undefined && said !== found.object)
      return [{ ...one, before: null, found: { ...found, ...sure, object: said, reason: "Said by hand." } }];
    if (before === null) return [{ ...one, before, found }];
    const reason = "Rows that an earlier import refused: they are read as it read that file.";
    return [{ ...one, before, found: { ...found, ...sure, object: before.plan.object, reason } }];
  });
}

/** The latest import that read a file with these columns; null when none did. */
function whereRefused({ file, columns }: ProfiledFile, earlier: readonly EarlierImport[]): Opened["before"] {
  for (const { importId, files } of earlier) {
    const found = sameColumns(
      { file, columns },
      files.filter((one) => one.object !== null).map((plan) => ({ ...columnsOf(plan), plan })),
    );
    if (found !== undefined) return { importId, plan: found.plan };
  }
  return null;
}

/** Whether a file holds rows that an import refused, and nobody has corrected any of them. */
const isUncorrected = ({ table, file }: Pick<Opened, "table" | "file">): boolean =>
  table.reasonsAt !== null && file.rows > 0 && file.profiles.every((one) => one.filled === 0);

/** Refuses a mapping that speaks of files, columns or fields that there are not. */
function requireSound(options: ImportOptions, opened: readonly Opened[]): void {
  const files = opened.map(({ file, found }) => ({
    file: file.file,
    columns: file.columns,
    different: file.profiles.map((profile) => profile.values?.size ?? null),
    object: found.object,
  }));
  const problems = problemsOfMapping(options.mapping, files);
  if (problems.length === 0) return;
  refuse("invalid", "The mapping speaks of something that is not there.", {
    fix: "Correct the mapping and plan again.",
    fields: problems,
  });
}

/** The one source of an import: the known program that most files come from, else plain files. */
function sourceOf(opened: readonly Opened[], options: ImportOptions): SourceName {
  if (options.source !== undefined) return options.source;
  const counts = new Map<SourceName, number>();
  for (const { found } of opened) {
    if (found.source !== "csv") counts.set(found.source, (counts.get(found.source) ?? 0) + 1);
  }
  return [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? "csv";
}

/** Maps the columns of all understood files and decides how their dates are read. */
function mapColumns(opened: readonly Opened[], options: ImportOptions) {
  const saidOf = (file: ProfiledFile) => options.mapping?.files?.[file.file];
  const suggested = opened.map(({ file, found, before }): readonly ColumnPlan[] => {
    if (found.object === null) return [];
    if (before !== null) return asBefore(before.plan, file);
    const columns = suggestColumns(found.object, file.profiles, found.shape, saidOf(file));
    return withMarks(withTypes(columns, file.profiles, saidOf(file)), file.profiles, options.decimalMark);
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
): Promise<FilePlan> {
  const key = before?.plan.key ?? (found.object === null ? [] : chooseKey(found.object, columns, file));
  const doubtful = file.profiles.some(
    (one) => key.includes(one.column) && (one.repeats || one.values === null),
  );
  return {
    file: file.file,
    object: found.object,
    confidence: found.confidence,
    reason: found.reason,
    rows: file.rows,
    encoding: table.encoding,
    delimiter: table.delimiter,
    columns,
    header: file.columns,
    key,
    given: before?.plan.given ?? found.shape?.given,
    ...(table.reasonsAt !== null && { returned: before?.importId ?? "" }),
    repeatedKeys: doubtful ? await repeatedKeys(table, { key, columns }) : [],
  };
}

function acceptedSame(proposals: readonly Proposal[]): ImportPlan["same"] {
  const same: Record<NamedNoun, Record<string, string>> = { account: {}, product: {}, person: {} };
  for (const proposal of proposals)
    if (proposal.accepted) same[proposal.object][proposal.value] = proposal.match;
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
      found.push(
        `${plan.file}: ${plan.repeatedKeys.length} values of ${plan.key.join(", ")} occur more than once, for example ${plan.repeatedKeys[0]}. The first row of each counts; later ones that say something else are rejected.`,
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

/**
 * The plan of an import of these files. Reads each file two or three times, writes nothing. `questions` must be
 * answered (by options) before the import can start. `earlier`: imports whose refused rows may come back, the latest
 * first; asked only when a file holds such rows.
 */
export async function planImport(
  files: readonly SourceFile[],
  options: ImportOptions,
  setting: ImportSetting,
  earlier: () => Promise<readonly EarlierImport[]> = async () => [],
): Promise<ImportPlan> {
  const { opened, unopened } = await openAll(files);
  const isReturned = opened.some(({ table }) => table.reasonsAt !== null);
  const recognised = recogniseAll(opened, options, isReturned ? await earlier() : []);
  requireSound(options, recognised);
  const source = sourceOf(recognised, options);
  const dates = mapColumns(recognised, options);
  const planned: Planned[] = [];
  for (const [at, one] of recognised.entries())
    planned.push({ ...one, plan: await filePlan(one, dates.columns[at] ?? []) });
  const plans = planned.map((one) => one.plan);
  const names =
    source === "csv" ? matchNames(planned, options.mapping?.same) : { sentences: [], proposals: [] };
  const tables =
    source === "pipedrive"
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
    pipelines: withStagesSaid(withEvidence(tables.pipelines, planned), options.mapping),
    same: acceptedSame(names.proposals),
    assumptions: [
      ...assumeSetting(plans, options, setting),
      ...plans.flatMap(assumeCourse),
      ...plans.flatMap(assumeUnits),
      ...planned.flatMap(({ plan, file }) => assumeEmptyWords(plan, file.profiles)),
      ...names.sentences,
      ...[...dates.assumptions, ...(options.decimalMark === undefined ? marks : [])].filter(
        (sentence) => !saidByHand(sentence),
      ),
    ],
    proposals: names.proposals,
    valueMaps: valueMapsOf(planned),
    doubts: planned.flatMap(({ plan, file }) => doubtsOn(file.file, plan.columns, file.profiles)),
    warnings: [...(await gatherWarnings(planned, source, setting.timeZone)), ...warningsOn(plans)],
    questions: dates.questions,
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
