/** Columns that a mapping calls by their place: "3" is the third column of the file. */
import type { FileMapping } from "./column-plan.ts";
import type { ImportOptions } from "./import-plan.ts";

function named(said: FileMapping, columns: readonly string[]): FileMapping {
  const entries = Object.entries(said.columns ?? {}).map(([column, use]) => {
    const isPlace = /^\d{1,4}$/.test(column) && !columns.includes(column);
    return [isPlace ? (columns[Number(column) - 1] ?? column) : column, use] as const;
  });
  return { ...said, columns: Object.fromEntries(entries) };
}

/** The options with every place of a column replaced by its name; a place that there is not stays, and is refused. */
export function namedColumns(
  options: ImportOptions,
  files: readonly { readonly file: string; readonly columns: readonly string[] }[],
): ImportOptions {
  const { mapping } = options;
  if (mapping?.files === undefined) return options;
  const entries = Object.entries(mapping.files).map(([name, said]) => {
    const columns = files.find((one) => one.file === name)?.columns;
    return [name, columns === undefined ? said : named(said, columns)] as const;
  });
  return { ...options, mapping: { ...mapping, files: Object.fromEntries(entries) } };
}
