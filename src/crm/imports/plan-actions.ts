/** Plans an import: opens and profiles the files, recognises them, maps their columns, and says what is not certain. */
import { Refusal } from "#base/kernel";
import { assumeCourse, assumeMarks, assumeSetting, assumeUnits } from "./mapping/assumptions.ts";
import { namedColumns } from "./mapping/by-place.ts";
import { problemsOfMapping } from "./mapping/check-mapping.ts";
import { chooseKey } from "./mapping/choose-key.ts";
import type { ColumnPlan, FilePlan } from "./mapping/column-plan.ts";
import { decideDateOrders } from "./mapping/date-orders.ts";
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
import { completed } from "./mapping/stage-tables.ts";
import { suggestColumns } from "./mapping/suggest-columns.ts";
import { decideLastDays } from "./reading/gather-last-days.ts";
import { gatherStages } from "./reading/gather-stages.ts";
import { gatherWarnings } from "./reading/gather-warnings.ts";
import { readPipedriveTables } from "./reading/pipedrive-tables.ts";
import { profileTable } from "./reading/profile-table.ts";
import { repeatedKeys } from "./reading/repeated-keys.ts";
import { readStageTables } from "./reading/stage-tables.ts";
import { openTable, type SourceFile, type TableFile } from "./reading/table-file.ts";
import { type ProfiledFile, type Recognition, recognise } from "./recognition/recognise.ts";
import type { SourceName } from "./recognition/shape.ts";
import type { ContributedKind } from "./running/contributed-actions.ts";
import { decideKinds, decideValues, type PlannedFile, refuseMapping, saidStages } from "./value-actions.ts";

interface Opened {
  readonly table: TableFile;
  readonly file: ProfiledFile;
  readonly found: Recognition;
}
type Planned = PlannedFile & Opened;

/** A file that could not be opened as a table, with the reason. */
interface Unopened {
  readonly file: string;
  readonly reason: string;
}

async function openAll(files: readonly SourceFile[], options: ImportOptions) {
  const opened: { table: TableFile; file: ProfiledFile }[] = [];
  const unopened: Unopened[] = [];
  for (const file of files) {
    const header = options.mapping?.files?.[file.name]?.header;
    try {
      const table = await openTable({ ...file, header });
      opened.push({ table, file: await profileTable(table) });
    } catch (problem) {
      // A word that does not fit the file is the person's to correct, not a reason to leave the file out.
      if (!(problem instanceof Refusal) || header !== undefined) throw problem;
      unopened.push({ file: file.name, reason: problem.message });
    }
  }
  return { opened, unopened };
}

function recogniseAll(
  opened: readonly { table: TableFile; file: ProfiledFile }[],
  options: ImportOptions,
  kinds: readonly ContributedKind[],
): Opened[] {
  const recognitions = recognise(
    opened.map((one) => one.file),
    options.source,
    kinds,
  );
  return opened.flatMap((one, at) => {
    const found = recognitions[at];
    if (found === undefined) return [];
    const said = options.mapping?.files?.[one.file.file]?.object;
    if (said === undefined || said === found.object) return [{ ...one, found }];
    return [
      { ...one, found: { ...found, object: said, shape: null, confidence: 1, reason: "Said by hand." } },
    ];
  });
}

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
function mapColumns(
  opened: readonly Opened[],
  options: ImportOptions,
  kinds: readonly ContributedKind[],
  known: readonly KnownField[],
) {
  const suggested = opened.map(({ file, found }): readonly ColumnPlan[] =>
    found.object === null
      ? []
      : suggestColumns(
          found.object,
          file.profiles,
          found.shape,
          options.mapping?.files?.[file.file],
          kinds,
          known,
        ),
  );
  return decideDateOrders(
    opened.map(({ file }, at) => ({ file, columns: suggested[at] ?? [] })),
    options.dateOrder,
  );
}

async function filePlan(
  { table, file, found }: Opened,
  columns: readonly ColumnPlan[],
  kinds: readonly ContributedKind[],
): Promise<FilePlan> {
  const key = found.object === null ? [] : chooseKey(found.object, columns, file, kinds);
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
    encoding: table.encoding,
    delimiter: table.delimiter,
    columns,
    key,
    given: found.shape?.given,
    repeatedKeys: doubtful ? await repeatedKeys(table, { key, columns }) : [],
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

/**
 * The plan of an import of these files. Reads each file two or three times, writes nothing. `questions` must be
 * answered (by options) before the import can start.
 */
export async function planImport(
  files: readonly SourceFile[],
  said: ImportOptions,
  setting: ImportSetting,
  kinds: readonly ContributedKind[] = [],
): Promise<ImportPlan> {
  const { opened, unopened } = await openAll(files, said);
  const options = namedColumns(
    said,
    opened.map(({ file }) => file),
  );
  const recognised = recogniseAll(opened, options, kinds);
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
    source === "pipedrive"
      ? await readPipedriveTables(planned)
      : { pipelines: await pipelinesOf(planned, source), labels: {}, activityTypes: {} };
  const marks = planned.flatMap(({ plan, file }) => assumeMarks(plan, file.profiles));
  const emptyFiles = unopened.map((one): FilePlan => ({ ...unreadFile, file: one.file, reason: one.reason }));
  const all = [...plans, ...emptyFiles].toSorted((a, b) => (a.file < b.file ? -1 : 1));
  return {
    source,
    currency: options.currency ?? setting.currency,
    timeZone: setting.timeZone,
    files: all,
    ...tables,
    pipelines: saidStages(tables.pipelines, options),
    same: acceptedSame(names.proposals),
    assumptions: [
      ...assumeSetting(plans, options, setting),
      ...values.assumptions,
      ...spans.assumptions,
      ...decided.assumptions,
      ...plans.flatMap(assumeCourse),
      ...plans.flatMap(assumeUnits),
      ...planned.flatMap(({ plan, file }) => assumeEmptyWords(plan, file.profiles)),
      ...names.sentences,
      ...dates.assumptions,
      ...marks,
    ],
    proposals: [...names.proposals, ...values.proposals],
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
