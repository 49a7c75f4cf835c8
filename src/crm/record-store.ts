/** What every record store does the same way: records by their ids, a removal that keeps the record. */
import { type RawBuilder, sql } from "kysely";
import type { Db } from "#base/platform";

/** The condition for records with these ids; one parameter, however many there are. */
export const among = (column: string, ids: readonly string[]): RawBuilder<boolean> =>
  sql<boolean>`${sql.ref(column)} = any (${ids}::uuid[])`;

/** Records that were fetched by their ids, in the order of the ids; ids that are none's are left out. */
export function inOrderOf<T extends { readonly id: string }>(
  ids: readonly string[],
  rows: readonly T[],
): T[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => byId.get(id)).filter((found) => found !== undefined);
}

/** Marks a record as removed, keeps it with all its history, and gives its new version. */
export async function markRemoved(
  db: Db,
  table: `crm.${string}`,
  workspaceId: string,
  id: string,
): Promise<number> {
  const done = await sql<{ version: number }>`
    update ${sql.table(table)} set removed_at = base.moment()
    where workspace_id = ${workspaceId}::uuid and id = ${id}::uuid returning version`.execute(db);
  return done.rows[0]?.version ?? 0;
}

/** A value for a jsonb column, as text: a driver would turn a bare list into an array of PostgreSQL. */
export function jsonb(value: unknown): RawBuilder<never> {
  return sql<never>`${JSON.stringify(value)}::jsonb`;
}
