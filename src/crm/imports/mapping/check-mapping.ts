/** Whether a mapping that a person wrote speaks of files, columns and fields that there are. */
import { isCurrencyCode } from "#base/kernel";
import { fieldNamed, fieldsFor, type SourceObject } from "../recognition/field.ts";
import { knownObjects } from "../recognition/field-kind.ts";
import type { ReadableKind } from "../recognition/readable-kind.ts";
import { forecastCategoryWords } from "./category-values.ts";
import type { FileMapping } from "./column-plan.ts";
import type { ImportOptions, MappedValue } from "./import-plan.ts";

export interface MappedFile {
  readonly file: string;
  readonly columns: readonly string[];
  /** What its rows are, as recognised; null when they are not understood. */
  readonly object: SourceObject | null;
}

export interface MappingProblem {
  readonly field: string;
  readonly message: string;
}

/** Currencies and forecast categories of a mapping that are none. */
function problemsOfWords(same: NonNullable<ImportOptions["mapping"]>["same"]): MappingProblem[] {
  const none = (
    object: MappedValue,
    isOne: (word: string) => boolean,
    message: (word: string) => string,
  ): MappingProblem[] =>
    Object.entries(same?.[object] ?? {}).flatMap(([value, word]) =>
      word === null || isOne(word) ? [] : [{ field: `same, ${object}, ${value}`, message: message(word) }],
    );
  const categories: readonly string[] = forecastCategoryWords;
  return [
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
    ...none(
      "stage",
      (word) => word.trim() !== "",
      () => "A stage has a name.",
    ),
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

/** Everything in a mapping that is not there, each with what there is instead; empty when all of it is. */
export function problemsOfMapping(
  mapping: ImportOptions["mapping"],
  files: readonly MappedFile[],
  kinds: readonly ReadableKind[] = [],
): MappingProblem[] {
  const problems = problemsOfWords(mapping?.same);
  for (const [name, said] of Object.entries(mapping?.files ?? {})) {
    const file = files.find((one) => one.file === name);
    if (file === undefined) {
      const there = files.map((one) => one.file).join(", ");
      problems.push({ field: name, message: `There is no such file. There are: ${there}.` });
      continue;
    }
    const object = said.object ?? file.object;
    problems.push(...problemsOfKind(name, said, object, kinds));
    for (const [column, use] of Object.entries(said.columns ?? {})) {
      const field = `${name}, ${column}`;
      if (!file.columns.includes(column)) {
        problems.push({ field, message: `There is no such column. There are: ${file.columns.join(", ")}.` });
      } else if (object === null) {
        problems.push({ field, message: "Say first what the rows of this file are (object)." });
      } else if (use !== "custom" && use !== "ignored" && fieldNamed(object, use, kinds) === undefined) {
        const fields = fieldsFor(object, kinds).map((one) => one.field);
        problems.push({
          field,
          message: `“${use}” is no field of ${object}. There are: ${fields.join(", ")}, custom, ignored.`,
        });
      }
    }
  }
  return problems;
}
