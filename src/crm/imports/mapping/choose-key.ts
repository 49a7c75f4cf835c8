/** Which columns say which record a row is, and which of their values occur twice. */
import { refuse } from "#base/kernel";
import { rowChunks, type TableFile } from "../reading/table-file.ts";
import type { SourceObject } from "../recognition/field.ts";
import type { ProfiledFile } from "../recognition/recognise.ts";
import { isUnique } from "../values/column-profile.ts";
import { type ColumnPlan, type FilePlan, placeOf } from "./column-plan.ts";
import { digest } from "./read-row.ts";

const logs: ReadonlySet<SourceObject> = new Set(["opportunity-changes", "field-labels", "activity-types"]);

/** The columns of the key: the id; else a unique name or address; else none, and a row is what all its values say. */
export function chooseKey(
  object: SourceObject,
  columns: readonly ColumnPlan[],
  file: ProfiledFile,
): string[] {
  if (logs.has(object)) return [];
  const at = (field: string) => placeOf({ columns }, field);
  const id = file.profiles[at("id")];
  if (id !== undefined && id.filled > 0) return [id.column];
  for (const field of object === "contact" ? ["email", "name"] : ["name", "email"]) {
    const profile = file.profiles[at(field)];
    if (profile !== undefined && isUnique(profile)) return [profile.column];
  }
  return [];
}

const mostRepeats = 10_000;

/** The keys that more than one row has. Refuses a file in which so many are doubled that the column is no key. */
export async function repeatedKeys(
  table: TableFile,
  plan: Pick<FilePlan, "key" | "columns">,
): Promise<string[]> {
  const places = plan.key.map((name) => plan.columns.findIndex((column) => column.column === name));
  if (places.length === 0) return [];
  const seen = new Set<number>();
  const repeated = new Set<string>();
  for await (const chunk of rowChunks(table)) {
    for (const row of chunk.rows) {
      const key = places.map((place) => (row.values[place] ?? "").trim()).join(" | ");
      // 48 bits of a digest: two keys that share them are only looked at more closely later.
      const mark = Buffer.from(digest([key]).slice(0, 8), "base64url").readUIntBE(0, 6);
      if (seen.has(mark)) repeated.add(key);
      seen.add(mark);
    }
    if (repeated.size > mostRepeats) {
      refuse(
        "invalid",
        `${table.name}: more than ${mostRepeats} values of ${plan.key.join(", ")} occur twice, so it does not say which record a row is.`,
        {
          fix: "Map another column to the id.",
        },
      );
    }
  }
  return [...repeated];
}
