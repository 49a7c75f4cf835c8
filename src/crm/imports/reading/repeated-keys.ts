/** Which keys of a file occur in more than one row. */
import { refuse } from "#base/kernel";
import type { FilePlan } from "../mapping/column-plan.ts";
import { KeyMarks } from "../values/key-marks.ts";
import { rowChunks, type TableFile } from "./table-file.ts";

/** Of so many rows, or of a fifth of a larger file, two may have one key; beyond that the column is no key. */
const repeatsOf = (rows: number): number => Math.min(100_000, Math.max(10_000, rows / 5));

/** The keys that more than one row has. Refuses a file in which so many are doubled that the column is no key. */
export async function repeatedKeys(
  table: TableFile,
  plan: Pick<FilePlan, "key" | "columns" | "rows">,
): Promise<string[]> {
  const places = plan.key.map((name) => plan.columns.findIndex((column) => column.column === name));
  if (places.length === 0) return [];
  const mostRepeats = repeatsOf(plan.rows);
  const seen = new KeyMarks();
  const repeated = new Set<string>();
  for await (const chunk of rowChunks(table)) {
    for (const row of chunk.rows) {
      const key = places.map((place) => (row.values[place] ?? "").trim()).join(" | ");
      // Two keys that share a mark are only looked at more closely later.
      if (!seen.add(key)) repeated.add(key);
    }
    if (repeated.size > mostRepeats) {
      refuse(
        "invalid",
        `${table.name}: more than ${Math.floor(mostRepeats)} values of ${plan.key.join(", ")} occur twice, so it does not say which record a row is.`,
        {
          fix: "Map another column to the id.",
        },
      );
    }
  }
  return [...repeated];
}
