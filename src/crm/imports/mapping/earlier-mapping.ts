/** What was said of files once, said again of files with the same columns, whatever they are called now. */
import type { FilePlan } from "./column-plan.ts";
import type { ImportOptions } from "./import-plan.ts";

interface Columned {
  readonly file: string;
  readonly columns: readonly string[];
}

const signOf = (columns: readonly string[]): string => JSON.stringify(columns.toSorted());

export const columnsOf = ({
  file,
  columns,
  names,
}: Pick<FilePlan, "file" | "columns" | "names">): Columned => ({
  file,
  columns: names ?? columns.map((one) => one.column),
});

/** The file among these with the same columns in any order; one of the same name first. */
export function sameColumns<F extends Columned>(wanted: Columned, files: readonly F[]): F | undefined {
  const sign = signOf(wanted.columns);
  const found = files.filter((one) => one.columns.length > 0 && signOf(one.columns) === sign);
  return found.find((one) => one.file === wanted.file) ?? found[0];
}

/**
 * What an earlier import was told, for these files: how many of them have the columns of one of its files, and what
 * it was told with their names. Null when none has.
 */
export function mappingFor(
  earlier: { readonly options: ImportOptions; readonly files: readonly Columned[] },
  files: readonly Columned[],
): { readonly fits: number; readonly options: ImportOptions } | null {
  const { source, mapping, dateOrder, decimalMark, currency } = earlier.options;
  const known = files.flatMap((one) => {
    const former = sameColumns(one, earlier.files);
    return former === undefined ? [] : [{ file: one.file, former: former.file }];
  });
  if (known.length === 0) return null;
  const said = known.flatMap(({ file, former }) => {
    const own = mapping?.files?.[former];
    if (own === undefined) return [];
    // On which line the columns are named was said of that file's lines; this one has lines of its own.
    const { header, ...rest } = own;
    return [[file, typeof header === "number" ? rest : own] as const];
  });
  return {
    fits: known.length,
    options: {
      ...(source !== undefined && { source }),
      ...(mapping !== undefined && { mapping: { ...mapping, files: Object.fromEntries(said) } }),
      ...(dateOrder !== undefined && { dateOrder }),
      ...(decimalMark !== undefined && { decimalMark }),
      ...(currency !== undefined && { currency }),
    },
  };
}
