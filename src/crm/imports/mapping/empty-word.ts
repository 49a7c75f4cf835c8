/** Words that a form shows before anybody chose: in a file they say nothing. */
import type { FieldKind } from "../recognition/field-kind.ts";
import type { ColumnProfile } from "../values/column-profile.ts";
import type { FilePlan } from "./column-plan.ts";

const always =
  /^(-+\s*(none|select|please select)\s*-+|please (select|choose)\W*|select an option|select\s?\.{3})$/i;

/**
 * The word of a column that means "nothing chosen", or null. "Select" alone counts only where values are chosen from a
 * list (few different ones, each often); never in a column that names or links records.
 */
export function emptyWordIn(profile: ColumnProfile, kind: FieldKind | null): string | null {
  const { values, filled } = profile;
  if (values === null || kind === "id") return null;
  const words = [...values.keys()];
  const sure = words.find((word) => always.test(word));
  if (sure !== undefined) return sure;
  const isChoice = values.size >= 2 && values.size <= 100 && values.size * 3 <= filled;
  if (kind?.startsWith("reference")) return null;
  return (isChoice ? words.find((word) => /^select$/i.test(word)) : undefined) ?? null;
}

/** A sentence for every column in which such a word stands. */
export function assumeEmptyWords(file: FilePlan, profiles: readonly ColumnProfile[]): string[] {
  return file.columns.flatMap((column, at) => {
    if (column.emptyWord === undefined || column.use === "ignored") return [];
    const times = profiles[at]?.values?.get(column.emptyWord) ?? 0;
    return [
      `${file.file}, ${column.column}: “${column.emptyWord}” is what a form shows before anybody chose, so ${times} values are taken as empty.`,
    ];
  });
}
