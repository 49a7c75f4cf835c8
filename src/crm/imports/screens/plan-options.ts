/** Corrections of a plan, as options to plan with again. */
import type { ImportOptionsIn } from "../contract.ts";

export type Correct = (options: ImportOptionsIn) => void;
type Files = NonNullable<NonNullable<ImportOptionsIn["mapping"]>["files"]>;

function withFile(options: ImportOptionsIn, file: string, said: Files[string]): ImportOptionsIn {
  const files = { ...options.mapping?.files, [file]: said };
  return { ...options, mapping: { ...options.mapping, files } };
}

/** Says what the rows of a file are; what was said of its columns no longer holds. */
export function correctedObject(options: ImportOptionsIn, file: string, object: string): ImportOptionsIn {
  if (object === "") return options;
  return withFile(options, file, { object: object as NonNullable<Files[string]["object"]> });
}

/** Says what a column becomes: a field, "custom" or "ignored". A field that another column filled moves here. */
export function correctedColumn(
  options: ImportOptionsIn,
  file: string,
  column: string,
  use: string,
): ImportOptionsIn {
  const before = options.mapping?.files?.[file];
  return withFile(options, file, { ...before, columns: { ...before?.columns, [column]: use } });
}
