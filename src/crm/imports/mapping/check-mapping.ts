/** Whether a mapping that a person wrote speaks of files, columns and fields that there are. */
import { isCurrencyCode } from "#base/kernel";
import { fieldNamed, fieldsFor, type SourceObject } from "../recognition/field.ts";
import { knownObjects } from "../recognition/field-kind.ts";
import type { ReadableKind } from "../recognition/readable-kind.ts";
import { customKey } from "../recognition/wording.ts";
import { fieldTypes } from "../values/column-format.ts";
import { forecastCategoryWords } from "./category-values.ts";
import type { FileMapping } from "./column-plan.ts";
import { type SaidUse, saidUse } from "./column-use.ts";
import type { ImportOptions, KnownField, WordedField } from "./import-plan.ts";
import type { Outcome } from "./stage-words.ts";
import { labelOf } from "./suggest-columns.ts";

export interface MappedFile {
  readonly file: string;
  readonly columns: readonly string[];
  /** What its rows are, as recognised; null when they are not understood. */
  readonly object: SourceObject | null;
  /** How many different values a column has; infinitely many where they were not counted. */
  different?(column: string): number | null;
}

export interface MappingProblem {
  readonly field: string;
  readonly message: string;
}

const outcomes: readonly string[] = ["open", "won", "lost"] satisfies Outcome[];

/** Words of a mapping that mean no status, forecast category or currency of ours, and stages without a name. */
function problemsOfWords(mapping: ImportOptions["mapping"]): MappingProblem[] {
  const none = (
    field: WordedField,
    isOne: (word: string) => boolean,
    message: (word: string) => string,
  ): MappingProblem[] =>
    Object.entries(mapping?.values?.[field] ?? {}).flatMap(([value, word]) =>
      isOne(word) ? [] : [{ field: `values, ${field}, ${value}`, message: message(word) }],
    );
  const categories: readonly string[] = forecastCategoryWords;
  const unnamed = Object.entries(mapping?.same?.stage ?? {}).filter(([, word]) => word?.trim() === "");
  return [
    ...none(
      "status",
      (word) => outcomes.includes(word),
      (word) => `“${word}” is no status. There are: ${outcomes.join(", ")}.`,
    ),
    ...none(
      "currency",
      isCurrencyCode,
      (word) => `“${word}” is no currency: use three capital letters, like EUR.`,
    ),
    ...none(
      "forecastCategory",
      (word) => categories.includes(word),
      (word) => `“${word}” is no forecast category. There are: ${categories.join(", ")}.`,
    ),
    ...unnamed.map(([value]) => ({ field: `same, stage, ${value}`, message: "A stage has a name." })),
  ];
}

/** What a mapping says of a file beside its columns and that there is not: the kind of its rows, and settings. */
function problemsOfKind(
  name: string,
  said: FileMapping,
  object: SourceObject | null,
  kinds: readonly ReadableKind[],
): MappingProblem[] {
  const objects = [...knownObjects, ...kinds.map((kind) => kind.object)];
  if (said.object !== undefined && !objects.includes(said.object)) {
    const message = `“${said.object}” is no kind of rows. There are: ${objects.join(", ")}.`;
    return [{ field: `${name}, object`, message }];
  }
  const settings = kinds.find((kind) => kind.object === object)?.settings ?? [];
  return Object.entries(said.settings ?? {}).flatMap(([setting, value]) => {
    const field = `${name}, ${setting}`;
    const found = settings.find((one) => one.name === setting);
    if (found === undefined)
      return [{ field, message: `Nothing can be said of ${setting} for rows of this kind.` }];
    if (found.values.includes(value)) return [];
    return [{ field, message: `“${value}” is none of ${found.values.join(", ")}.` }];
  });
}

/** Columns of a file whose days or numbers a person spoke of, and that there are not. */
function problemsOfFormats(name: string, said: FileMapping, file: MappedFile): MappingProblem[] {
  return Object.keys(said.formats ?? {})
    .filter((column) => !file.columns.includes(column))
    .map((column) => ({
      field: `${name}, ${column}`,
      message: `There is no such column. There are: ${file.columns.join(", ")}.`,
    }));
}

/** Options that a choice can have at most; more are not chosen from, but written. */
const mostOptions = 200;

/** Why a column cannot become what a person says; null when it can. */
function problemOfUse(
  said: SaidUse,
  of: { readonly object: SourceObject | null; readonly column: string; readonly file: MappedFile },
  kinds: readonly ReadableKind[],
  known: readonly KnownField[],
): string | null {
  const { object, column, file } = of;
  if (object === null) return "Say first what the rows of this file are (object).";
  if (said.use === "ignored") return null;
  if (said.use === "unknown type")
    return `“${said.type}” is no type of a custom field. There are: ${fieldTypes.join(", ")}.`;
  if (said.use === "field") {
    if (fieldNamed(object, said.field, kinds) !== undefined) return null;
    const fields = fieldsFor(object, kinds).map((one) => one.field);
    return `“${said.field}” is no field of ${object}. There are: ${fields.join(", ")}, custom, ignored.`;
  }
  const key = customKey(said.label ?? labelOf(column));
  const there = known.find((one) => one.noun === object && one.key === key);
  if (there !== undefined && said.type !== null && said.type !== there.type)
    return `The custom field ${key} is there already, as ${there.type}; it keeps its type. Give it another name (label), or leave the type out.`;
  const different = file.different?.(column) ?? null;
  if (said.type === "choice" && different !== null && different > mostOptions)
    return `It has ${different === Number.POSITIVE_INFINITY ? "thousands of" : different} different values, which is too many to choose from: text keeps them.`;
  return null;
}

/** Everything in a mapping that is not there, each with what there is instead; empty when all of it is. */
export function problemsOfMapping(
  mapping: ImportOptions["mapping"],
  files: readonly MappedFile[],
  kinds: readonly ReadableKind[] = [],
  known: readonly KnownField[] = [],
): MappingProblem[] {
  const problems = problemsOfWords(mapping);
  for (const [name, said] of Object.entries(mapping?.files ?? {})) {
    const file = files.find((one) => one.file === name);
    if (file === undefined) {
      const there = files.map((one) => one.file).join(", ");
      problems.push({ field: name, message: `There is no such file. There are: ${there}.` });
      continue;
    }
    const object = said.object ?? file.object;
    problems.push(...problemsOfKind(name, said, object, kinds), ...problemsOfFormats(name, said, file));
    for (const [column, use] of Object.entries(said.columns ?? {})) {
      const message = file.columns.includes(column)
        ? problemOfUse(saidUse(use), { object, column, file }, kinds, known)
        : `There is no such column. There are: ${file.columns.join(", ")}.`;
      if (message !== null) problems.push({ field: `${name}, ${column}`, message });
    }
  }
  return problems;
}
