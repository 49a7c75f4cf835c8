/** Values of columns that are worked out, for the records of one page. */
import { sql } from "kysely";
import type { Db } from "../db/index.ts";
import type { Listing } from "./listing.ts";
import { columnOf, comparedValue, fromOf } from "./source.ts";

/** The values of some columns by record and column, as text; money in minor units of the workspace's currency. */
export async function figuresAt(
  db: Db,
  { source, ground }: Pick<Listing, "source" | "ground">,
  ids: readonly string[],
  columns: readonly string[],
): Promise<Map<string, Readonly<Record<string, string | null>>>> {
  if (ids.length === 0) return new Map();
  const values = columns.map(
    (id, at) => sql`${comparedValue(columnOf(source, id), ground)}::text as ${sql.ref(`v${at}`)}`,
  );
  const found = await sql<{ id: string } & Record<string, string | null>>`
    select ${source.id} as id, ${sql.join(values, sql`, `)} from ${fromOf(source, columns)}
    where ${source.workspaceId} = ${ground.sight.workspaceId}::uuid and ${source.id} = any (${ids}::uuid[])`.execute(
    db,
  );
  return new Map(
    found.rows.map((row) => [
      row.id,
      Object.fromEntries(columns.map((id, at) => [id, row[`v${at}`] ?? null])),
    ]),
  );
}
