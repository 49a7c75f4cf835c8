/** Which columns say which record a row is. */
import type { SourceObject } from "../recognition/field-kind.ts";
import type { ReadableKind } from "../recognition/readable-kind.ts";
import type { ProfiledFile } from "../recognition/recognise.ts";
import { isUnique } from "../values/column-profile.ts";
import { type ColumnPlan, placeOf } from "./column-plan.ts";

/** Rows that link two records and have no id of their own: both together say which row it is. */
const pairs: Readonly<Record<string, readonly string[] | undefined>> = {
  "opportunity-contact": ["opportunity", "contact"],
  "team-membership": ["person", "team", "startsOn"],
};

const logs: ReadonlySet<SourceObject> = new Set([
  "opportunity-changes",
  "opportunity-values",
  "opportunity-states",
  "opportunity-merge",
  "account-merge",
  "contact-merge",
  "association",
  "pipeline",
  "stage",
  "field-labels",
  "activity-types",
]);

/** The columns of the key: the id; else a unique name or address; else none, and a row is what all its values say. */
export function chooseKey(
  object: SourceObject,
  columns: readonly ColumnPlan[],
  file: ProfiledFile,
  kinds: readonly ReadableKind[] = [],
): string[] {
  if (logs.has(object)) return [];
  const at = (field: string) => placeOf({ columns }, field);
  const id = file.profiles[at("id")];
  if (id !== undefined && id.filled > 0) return [id.column];
  const kind = kinds.find((one) => one.object === object);
  const pair = (kind?.key ?? pairs[object])?.map((field) => columns[at(field)]?.column);
  const too = columns.filter(({ column, use }) => use !== "field" && kind?.keyToo?.test(column) === true);
  if (pair !== undefined)
    return [...pair.filter((column) => column !== undefined), ...too.map(({ column }) => column)];
  for (const field of object === "contact" ? ["email", "name"] : ["name", "email"]) {
    const profile = file.profiles[at(field)];
    if (profile !== undefined && isUnique(profile)) return [profile.column];
  }
  return [];
}
