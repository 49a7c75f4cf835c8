/** Corrections of a plan, as options to plan with again, and what was said so far. */
import type { ImportOptionsIn, ImportPlanOut } from "../contract.ts";

export type Correct = (options: ImportOptionsIn) => void;
type Mapping = NonNullable<ImportOptionsIn["mapping"]>;
type FileSaid = NonNullable<Mapping["files"]>[string];
type ColumnSaid = NonNullable<FileSaid["columns"]>[string];
export type FieldType = Extract<ColumnSaid, object>["custom"];
export type Format = NonNullable<FileSaid["formats"]>[string];
export type StageSaid = NonNullable<Mapping["stages"]>[string][string];
export type WordedField = ImportPlanOut["valueMaps"][number]["field"];

const saidOf = (options: ImportOptionsIn, file: string): FileSaid => options.mapping?.files?.[file] ?? {};

function withMapping(options: ImportOptionsIn, said: Partial<Mapping>): ImportOptionsIn {
  return { ...options, mapping: { ...options.mapping, ...said } };
}

function withFile(options: ImportOptionsIn, file: string, said: FileSaid): ImportOptionsIn {
  return withMapping(options, { files: { ...options.mapping?.files, [file]: said } });
}

/** Says what the rows of a file are; what was said of its columns no longer holds. */
export function correctedObject(options: ImportOptionsIn, file: string, object: string): ImportOptionsIn {
  if (object === "") return options;
  const { header, lines } = saidOf(options, file);
  const read = { ...(header !== undefined && { header }), ...(lines !== undefined && { lines }) };
  return withFile(options, file, { ...read, object: object as NonNullable<FileSaid["object"]> });
}

/** Says which line of a file names its columns, by its number; what was said of its columns no longer holds. */
export function correctedHeader(options: ImportOptionsIn, file: string, line: number): ImportOptionsIn {
  const { columns: _, formats: _formats, ...before } = saidOf(options, file);
  return withFile(options, file, { ...before, header: line });
}

/** Says whether every line under the header is a row, also one that looks like a total. */
export function correctedLines(options: ImportOptionsIn, file: string, all: boolean): ImportOptionsIn {
  const { lines: _, ...before } = saidOf(options, file);
  return withFile(options, file, all ? { ...before, lines: "all" } : before);
}

/** Which line was said to name the columns, and whether every line is a row. */
export function linesSaid(options: ImportOptionsIn, file: string) {
  const { header, lines } = saidOf(options, file);
  return { header: typeof header === "number" ? header : null, everyLine: lines === "all" };
}

/** Says what a column becomes: a field, "custom" or "ignored". A field that another column filled moves here. */
export function correctedColumn(
  options: ImportOptionsIn,
  file: string,
  column: string,
  use: string,
): ImportOptionsIn {
  const before = saidOf(options, file);
  return withFile(options, file, { ...before, columns: { ...before.columns, [column]: use } });
}

/** Says of which type the custom field of a column is. */
export function correctedType(
  options: ImportOptionsIn,
  file: string,
  column: string,
  type: FieldType,
): ImportOptionsIn {
  const before = saidOf(options, file);
  const said = before.columns?.[column];
  const use = typeof said === "object" ? { ...said, custom: type } : { custom: type };
  return withFile(options, file, { ...before, columns: { ...before.columns, [column]: use } });
}

/** Says how the days or numbers of a column are written. */
export function correctedFormat(
  options: ImportOptionsIn,
  file: string,
  column: string,
  format: Format,
): ImportOptionsIn {
  const before = saidOf(options, file);
  const formats = { ...before.formats, [column]: { ...before.formats?.[column], ...format } };
  return withFile(options, file, { ...before, formats });
}

/** What was said of a column so far: before the files are looked at again, it is what is shown. */
export function saidOfColumn(options: ImportOptionsIn, file: string, column: string) {
  const said = saidOf(options, file);
  const use = said.columns?.[column];
  const format = said.formats?.[column];
  return typeof use === "object" ? { use: "custom", type: use.custom, format } : { use, format };
}

/** Gives a pipeline of the source a name. */
export function namedPipeline(options: ImportOptionsIn, value: string, name: string): ImportOptionsIn {
  return withMapping(options, { pipelines: { ...options.mapping?.pipelines, [value]: name } });
}

/** Says what a stage of the source is. */
export function saidStage(
  options: ImportOptionsIn,
  pipeline: string,
  stage: string,
  said: StageSaid,
): ImportOptionsIn {
  const stages = options.mapping?.stages ?? {};
  const before = stages[pipeline] ?? {};
  const own = { ...before, [stage]: { ...before[stage], ...said } };
  return withMapping(options, { stages: { ...stages, [pipeline]: own } });
}

/** Says what a word of the source means; an empty meaning takes back what was said. */
export function saidWord(
  options: ImportOptionsIn,
  field: WordedField,
  word: string,
  meaning: string,
): ImportOptionsIn {
  const values = options.mapping?.values ?? {};
  const { [word]: _, ...others } = values[field] ?? {};
  const own = meaning === "" ? others : { ...others, [word]: meaning };
  return withMapping(options, { values: { ...values, [field]: own } });
}

/** Says that two spellings are one record, are two, or which other one a spelling means. */
export function saidSame(
  options: ImportOptionsIn,
  { object, value }: Pick<ImportPlanOut["proposals"][number], "object" | "value">,
  match: string | null,
): ImportOptionsIn {
  const same = options.mapping?.same ?? {};
  return withMapping(options, { same: { ...same, [object]: { ...same[object], [value]: match } } });
}
