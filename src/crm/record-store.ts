/** What every record store does the same way: pages by name, a search, a removal that keeps the record. */
import { type RawBuilder, sql } from "kysely";
import type { Db } from "#base/platform";
import { cursorParts, cursorText } from "#base/wire";

/** What a list by name is asked for. */
export interface PageAsked {
  readonly limit: number;
  readonly cursor?: string | undefined;
  /** Part of the name. */
  readonly search?: string | undefined;
}

/** The condition for records that come after a cursor, by name and id. */
export function afterName(alias: string, cursor: string): RawBuilder<boolean> {
  const [name, id] = cursorParts(cursor, 2);
  return sql<boolean>`(lower(${sql.ref(`${alias}.name`)}), ${sql.ref(`${alias}.id`)}) > (lower(${name}), ${id}::uuid)`;
}

/** A search text as the pattern of an `ilike`, its own signs taken literally. */
export function containing(search: string): string {
  return `%${search.replace(/[\\%_]/g, "\\$&")}%`;
}

/** The first `limit` of `limit + 1` rows, and where the next page starts when there is one. */
export function pageByName<T extends { readonly id: string; readonly name: string }>(
  rows: readonly T[],
  limit: number,
): { items: T[]; nextCursor: string | null } {
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  return { items: rows.slice(0, limit), nextCursor: last ? cursorText([last.name, last.id]) : null };
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
