/** Columns as a person corrected them: how values are written, and what they mean. */
import { decimalMarkOf } from "../values/column-format.ts";
import type { ColumnProfile } from "../values/column-profile.ts";
import type { DecimalMark } from "../values/number-text.ts";
import type { ColumnCounts, ColumnPlan, FileMapping } from "./column-plan.ts";
import { type ImportOptions, wordedFields } from "./import-plan.ts";

export function countsOf(profile: ColumnProfile): ColumnCounts {
  const { filled, values, numbers, dates, truths } = profile;
  return { filled, different: values?.size ?? null, numbers, dates, truths };
}

/** Columns with what their values are, counted. */
export function withCounts(columns: readonly ColumnPlan[], profiles: readonly ColumnProfile[]): ColumnPlan[] {
  return columns.map((column, at) => {
    const profile = profiles[at];
    return profile === undefined ? column : { ...column, seen: countsOf(profile) };
  });
}

/** Reads numbers whose column decides nothing with the decimal mark that was asked for. */
export function withMarks(
  columns: readonly ColumnPlan[],
  profiles: readonly ColumnProfile[],
  wish: DecimalMark | undefined,
): ColumnPlan[] {
  return columns.map((column, at) => {
    const profile = profiles[at];
    if (wish === undefined || profile === undefined || !decimalMarkOf(profile).assumed) return column;
    return { ...column, mark: wish };
  });
}

/** How many values of a custom field's column its type does not take; those rows would be refused. */
export function misfits({ custom, seen }: Pick<ColumnPlan, "custom" | "seen">): number {
  if (custom === null || seen === undefined) return 0;
  if (custom.type === "number") return seen.filled - seen.numbers;
  return custom.type === "date" ? seen.filled - seen.dates : 0;
}

/** Reads days and numbers as was said, and words as they were explained. */
export function withFormats(
  columns: readonly ColumnPlan[],
  said: FileMapping | undefined,
  options: Pick<ImportOptions, "mapping">,
): ColumnPlan[] {
  return columns.map((column) => {
    const format = said?.formats?.[column.column];
    const field = wordedFields.find((one) => one === column.field && column.use === "field");
    const words = field === undefined ? undefined : options.mapping?.values?.[field];
    return {
      ...column,
      ...(format?.dateOrder !== undefined && { dateOrder: format.dateOrder }),
      ...(format?.decimalMark !== undefined && { mark: format.decimalMark }),
      ...(words !== undefined && { words }),
    };
  });
}
