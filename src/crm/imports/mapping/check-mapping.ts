/** Whether a mapping that a person wrote speaks of files, columns and fields that there are. */
import { fieldNamed, fieldsFor, type SourceObject } from "../recognition/field.ts";
import { mostChoices } from "./corrected-columns.ts";
import type { ImportOptions } from "./import-plan.ts";

export interface MappedFile {
  readonly file: string;
  readonly columns: readonly string[];
  /** How many different values each column has; null where there are too many to be counted. */
  readonly different?: readonly (number | null)[];
  /** What its rows are, as recognised; null when they are not understood. */
  readonly object: SourceObject | null;
}

export interface MappingProblem {
  readonly field: string;
  readonly message: string;
}

/** Everything in a mapping that is not there, each with what there is instead; empty when all of it is. */
export function problemsOfMapping(
  mapping: ImportOptions["mapping"],
  files: readonly MappedFile[],
): MappingProblem[] {
  const problems: MappingProblem[] = [];
  for (const [name, said] of Object.entries(mapping?.files ?? {})) {
    const file = files.find((one) => one.file === name);
    if (file === undefined) {
      const there = files.map((one) => one.file).join(", ");
      problems.push({ field: name, message: `There is no such file. There are: ${there}.` });
      continue;
    }
    const object = said.object ?? file.object;
    for (const column of Object.keys({ ...said.customType, ...said.formats })) {
      if (file.columns.includes(column)) continue;
      const message = `There is no such column. There are: ${file.columns.join(", ")}.`;
      problems.push({ field: `${name}, ${column}`, message });
    }
    for (const [column, type] of Object.entries(said.customType ?? {})) {
      const different = file.different?.[file.columns.indexOf(column)];
      if (type !== "choice" || different === undefined || (different ?? mostChoices + 1) <= mostChoices)
        continue;
      const message = `It has more than ${mostChoices} different values, too many for a choice. Take text.`;
      problems.push({ field: `${name}, ${column}`, message });
    }
    for (const [column, use] of Object.entries(said.columns ?? {})) {
      const field = `${name}, ${column}`;
      if (!file.columns.includes(column)) {
        problems.push({ field, message: `There is no such column. There are: ${file.columns.join(", ")}.` });
      } else if (object === null) {
        problems.push({ field, message: "Say first what the rows of this file are (object)." });
      } else if (use !== "custom" && use !== "ignored" && fieldNamed(object, use) === undefined) {
        const fields = fieldsFor(object).map((one) => one.field);
        problems.push({
          field,
          message: `“${use}” is no field of ${object}. There are: ${fields.join(", ")}, custom, ignored.`,
        });
      }
    }
  }
  return problems;
}
