/** The mapping suggested for the columns of a file whose object is known. */
import { areMostlyCountries } from "../recognition/country.ts";
import { fieldNamed, fieldsFor, isMeantBy, isNamedBy, isNoun } from "../recognition/field.ts";
import type { Field, SourceObject } from "../recognition/field-kind.ts";
import type { ReadableKind } from "../recognition/readable-kind.ts";
import { columnWord, fieldByShape, ownName, type Shape } from "../recognition/shape.ts";
import { customKey, headerWords } from "../recognition/wording.ts";
import { decimalMarkOf, type FieldType, fieldTypeOf, fieldTypes } from "../values/column-format.ts";
import type { ColumnProfile } from "../values/column-profile.ts";
import { headerUnit } from "../values/header-unit.ts";
import type { ColumnPlan, CustomField, FileMapping } from "./column-plan.ts";
import { saidUse } from "./column-use.ts";
import { emptyWordIn } from "./empty-word.ts";
import type { KnownField } from "./import-plan.ts";
import { isStageTiming, stageEnteredIn } from "./stage-dates.ts";
import { stageBegunIn } from "./stage-words.ts";

/** What the rows are for which columns are suggested, and what other capabilities let imports read. */
interface Suggested {
  readonly object: SourceObject;
  readonly kinds: readonly ReadableKind[];
}

interface Suggestion {
  readonly use: ColumnPlan["use"];
  readonly field?: Field;
  readonly stage?: string;
  /** The type of a custom field and what it is called, where a person said it. */
  readonly type?: FieldType | null;
  readonly label?: string | null;
  readonly reason: string;
}

/** Stages or pipelines that a file can have; more are no steps of a sale. */
const mostStages = 200;

/** Why the values of a column do not fit a field's kind; null when they do. */
export function misfit(field: Field, profile: ColumnProfile): string | null {
  const { filled, values } = profile;
  if (filled === 0) return null;
  const different = values === null ? Number.POSITIVE_INFINITY : values.size;
  if ((field.field === "stage" || field.field === "pipeline") && different > mostStages) {
    return "it has too many different values";
  }
  const most = (count: number) => count * 2 > filled;
  const digitsOnly = profile.examples.every((example) => /^\d{13}$/.test(example));
  if ((field.kind === "day" || field.kind === "moment") && !most(profile.dates) && !digitsOnly)
    return "most values are not dates";
  const isAmount =
    field.kind === "money" || field.kind === "number" || field.kind === "integer" || field.kind === "rate";
  const numbers = profile.numbers + (field.kind === "rate" ? profile.percents : 0);
  if (isAmount && !most(numbers)) return "most values are not numbers";
  if (
    field.kind === "country" &&
    profile.values !== null &&
    !areMostlyCountries([...profile.values.keys()])
  ) {
    return "most values are not countries";
  }
  return null;
}

/** The use that a person gave a column by hand; undefined when they gave none. Refuses nothing: checked before. */
function byHand(
  { object, kinds }: Suggested,
  column: string,
  mapping: FileMapping | undefined,
): Suggestion | undefined {
  const word = mapping?.columns?.[column];
  if (word === undefined) return undefined;
  const reason = "Mapped by hand.";
  const said = saidUse(word);
  if (said.use === "ignored") return { use: "ignored", reason };
  if (said.use === "custom") return { use: "custom", type: said.type, label: said.label, reason };
  const field = said.use === "field" ? fieldNamed(object, said.field, kinds) : undefined;
  return field === undefined ? undefined : { use: "field", field, reason };
}

const followsFromOthers = "Known, and left out: it follows from the other columns.";

function byShape(
  { object, kinds }: Suggested,
  shape: Shape,
  column: string,
  surer: ReadonlyMap<string, string>,
): Suggestion | undefined {
  const name = fieldByShape(shape, column);
  if (name === undefined) return undefined;
  if (name === null) return { use: "ignored", reason: followsFromOthers };
  const better = surer.get(name);
  if (better !== undefined && better !== column)
    return { use: "ignored", reason: `The column “${better}” says ${name} more surely.` };
  const field = fieldNamed(object, name, kinds);
  return field && { use: "field", field, reason: "Known by its name in this export." };
}

/** A field that no column gives yet, and that no other column is called by its own name. */
function byName(
  { object, kinds }: Suggested,
  column: string,
  taken: ReadonlySet<string>,
  columns: readonly string[],
): Suggestion | undefined {
  const found = fieldsFor(object, kinds).find(
    (one) =>
      isMeantBy(one, column) &&
      !taken.has(one.field) &&
      (isNamedBy(one, column) || !columns.some((other) => isNamedBy(one, other))),
  );
  return found && { use: "field", field: found, reason: `The name “${column}” means ${found.field}.` };
}

/** Of columns that say the same field: the one that the shape names first and that holds anything. */
function surestColumns(profiles: readonly ColumnProfile[], shape: Shape | null): Map<string, string> {
  const surest = new Map<string, { column: string; place: number }>();
  if (shape === null) return new Map();
  const places = Object.keys(shape.columns);
  for (const { column, filled } of profiles) {
    const field = fieldByShape(shape, column);
    if (typeof field !== "string") continue;
    const place = places.indexOf(columnWord(shape.source, column)) + (filled === 0 ? places.length : 0);
    const before = surest.get(field);
    if (before === undefined || place < before.place) surest.set(field, { column, place });
  }
  return new Map([...surest].map(([field, { column }]) => [field, column]));
}

/** Status words that say only whether an opportunity is open, won or lost. */
const statusWord =
  /^(open|won|lost|closed|closed won|closed lost|in progress|pending|active|win|loss|deleted)$/i;

/** A column "status" with more words than open, won and lost, in a file without stages, is the stage. */
function statusAsStage(suggestion: Suggestion, profile: ColumnProfile, hasStage: boolean): Suggestion {
  if (suggestion.field?.field !== "status" || hasStage) return suggestion;
  const values = [...(profile.values?.keys() ?? [])];
  const stage = fieldNamed("opportunity", "stage");
  if (stage === undefined || values.every((value) => statusWord.test(value.trim()))) return suggestion;
  return { use: "field", field: stage, reason: "It holds the steps of a sale, so it is read as the stage." };
}

/**
 * What each column becomes. A field by hand, by the known export or by its name, unless its values do not fit; the
 * date on which a stage began; else a custom field with a type from all its values; an empty column is left out.
 */
export function suggestColumns(
  object: SourceObject,
  profiles: readonly ColumnProfile[],
  shape: Shape | null,
  mapping?: FileMapping,
  kinds: readonly ReadableKind[] = [],
  known: readonly KnownField[] = [],
): ColumnPlan[] {
  const of: Suggested = { object, kinds };
  const there = new Map(known.filter((one) => one.noun === object).map((one) => [one.key, one.type]));
  const taken = new Set<string>();
  const plans: ColumnPlan[] = [];
  const stages = object === "opportunity" ? stagesAmong(profiles, shape) : [];
  const surer = surestColumns(profiles, shape);
  const columns = profiles.map((one) => one.column);
  for (const profile of profiles) {
    const { column } = profile;
    let suggestion = byHand(of, column, mapping) ??
      (shape === null ? byName(of, column, taken, columns) : byShape(of, shape, column, surer)) ?? {
        use: "custom" as const,
        reason: "No field of the record has this meaning, so it becomes a custom field.",
      };
    if (object === "opportunity") suggestion = statusAsStage(suggestion, profile, stages.length > 0);
    const name = suggestion.field?.field;
    const unfit = suggestion.field === undefined ? null : misfit(suggestion.field, profile);
    if (unfit !== null) suggestion = { use: "custom", reason: `It could be ${name}, but ${unfit}.` };
    else if (name !== undefined && taken.has(name)) {
      suggestion = { use: "custom", reason: `Another column already gives ${name}.` };
    }
    if (suggestion.use === "custom" && object === "opportunity" && suggestion.reason !== "Mapped by hand.")
      suggestion = asStageDate(profile, stages) ?? suggestion;
    if (suggestion.use === "custom" && !isNoun(object))
      suggestion = { use: "ignored", reason: "The record has no place for it in rows of this kind." };
    if (suggestion.use === "custom" && profile.filled === 0)
      suggestion = { use: "ignored", reason: "The column is empty." };
    if (suggestion.use === "field" && suggestion.field) taken.add(suggestion.field.field);
    plans.push(columnPlan(profile, suggestion, there));
  }
  return withDistinctKeys(plans);
}

function stagesAmong(profiles: readonly ColumnProfile[], shape: Shape | null): string[] {
  const stageField = fieldNamed("opportunity", "stage");
  const stage = profiles.find((profile) =>
    shape === null
      ? stageField !== undefined && isMeantBy(stageField, profile.column)
      : fieldByShape(shape, profile.column) === "stage",
  );
  return [...(stage?.values?.keys() ?? [])];
}

function asStageDate(profile: ColumnProfile, stages: readonly string[]): Suggestion | undefined {
  if (isStageTiming(profile.column)) return { use: "ignored", reason: followsFromOthers };
  const isEpoch = profile.examples.every((example) => /^1\d{12}$/.test(example));
  if (profile.filled === 0 || (profile.dates * 2 <= profile.filled && !isEpoch)) return undefined;
  const stage = stageEnteredIn(profile.column, stages) ?? stageBegunIn(profile.column, stages);
  if (stage === null) return undefined;
  return { use: "field", stage, reason: `The date on which the stage “${stage}” began.` };
}

/** What a column is called without what a source puts before its name. */
export const labelOf = (column: string): string => ownName("hubspot", ownName("pipedrive", column));

/** The custom field that a column becomes: of the type that it has already, that a person said, or of its values. */
function customField(
  profile: ColumnProfile,
  suggestion: Suggestion,
  there: ReadonlyMap<string, string>,
  emptyWord: string | null,
): CustomField {
  const label = suggestion.label ?? labelOf(profile.column);
  const key = customKey(label);
  const found = fieldTypeOf(profile);
  const known = fieldTypes.find((one) => one === there.get(key));
  const type = known ?? suggestion.type ?? found.type;
  const values = type === found.type ? found.options : [...(profile.values?.keys() ?? [])].toSorted();
  const options = type === "choice" ? values.filter((one) => one !== emptyWord) : [];
  return { key, label, type, options };
}

/** How many zeros the header of a column of amounts says were left out, where it says so. */
function zerosLeftOut(column: string): Pick<ColumnPlan, "zeros"> {
  const { zeros } = headerUnit(column);
  return zeros === 0 ? {} : { zeros };
}

function columnPlan(
  profile: ColumnProfile,
  suggestion: Suggestion,
  there: ReadonlyMap<string, string>,
): ColumnPlan {
  const { column, examples } = profile;
  const kind = suggestion.stage === undefined ? (suggestion.field?.kind ?? null) : ("moment" as const);
  const emptyWord = emptyWordIn(profile, suggestion.field?.kind ?? null);
  const custom = suggestion.use === "custom" ? customField(profile, suggestion, there, emptyWord) : null;
  const unknownUnit =
    headerWords(column) === "revenue" ? " In which unit the revenue is, the file does not say." : "";
  const isThere = custom !== null && there.has(custom.key);
  return {
    column,
    use: suggestion.use,
    field: suggestion.stage === undefined ? (suggestion.field?.field ?? null) : "stageDate",
    kind,
    custom,
    stage: suggestion.stage ?? null,
    dateOrder: null,
    mark: decimalMarkOf(profile).mark,
    percent: kind === "rate" && profile.numberMax > 1,
    ...(kind === "money" && zerosLeftOut(column)),
    ...(emptyWord !== null && { emptyWord }),
    reason: isThere
      ? `A custom field of this name is there already, as ${custom.type}.`
      : suggestion.reason + (custom !== null ? unknownUnit : ""),
    examples,
  };
}

function withDistinctKeys(plans: readonly ColumnPlan[]): ColumnPlan[] {
  const seen = new Map<string, number>();
  return plans.map((plan) => {
    if (plan.custom === null) return plan;
    const times = (seen.get(plan.custom.key) ?? 0) + 1;
    seen.set(plan.custom.key, times);
    return times === 1 ? plan : { ...plan, custom: { ...plan.custom, key: `${plan.custom.key}_${times}` } };
  });
}
