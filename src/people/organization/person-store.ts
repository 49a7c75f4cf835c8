import { sql } from "kysely";
import type { Db, Sight } from "#base/platform";
import { cursorParts, cursorText } from "#base/wire";
import type { Person } from "./person.ts";

const columns = [
  "id",
  "version",
  "name",
  "email",
  "title",
  "started_on as startedOn",
  "left_on as leftOn",
  "removed_at as removedAt",
  "custom",
] as const;
type Row = Omit<Person, "custom"> & { custom: unknown };
const personFrom = (row: Row): Person => ({ ...row, custom: row.custom as Person["custom"] });

export interface PeopleAsked {
  readonly limit: number;
  readonly cursor?: string | undefined;
  /** Part of a name or address. */
  readonly search?: string | undefined;
}

/** A page of people by name. */
export async function listPeople(db: Db, sight: Sight, asked: PeopleAsked) {
  let query = db
    .selectFrom("people.person")
    .select(columns)
    .where("workspace_id", "=", sight.workspaceId)
    .where("removed_at", "is", null);
  if (asked.search) {
    const part = `%${asked.search.replace(/[\\%_]/g, "\\$&")}%`;
    query = query.where((or) => or.or([or("name", "ilike", part), or("email", "ilike", part)]));
  }
  if (asked.cursor) {
    const [name, id] = cursorParts(asked.cursor, 2);
    query = query.where(sql<boolean>`(lower(name), id) > (${name}, ${id}::uuid)`);
  }
  const rows = await query
    .select(sql<string>`lower(name)`.as("key"))
    .orderBy(sql`lower(name)`)
    .orderBy("id")
    .limit(asked.limit + 1)
    .execute();
  const last = rows.length > asked.limit ? rows[asked.limit - 1] : undefined;
  const items = rows.slice(0, asked.limit).map(({ key: _, ...row }) => personFrom(row));
  return { items, nextCursor: last ? cursorText([last.key, last.id]) : null };
}

/** One person, removed ones too, or undefined. */
export async function findPerson(db: Db, workspaceId: string, id: string): Promise<Person | undefined> {
  const row = await db
    .selectFrom("people.person")
    .select(columns)
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", id)
    .executeTakeFirst();
  return row && personFrom(row);
}

/** One person, held until the transaction ends. */
export async function holdPerson(db: Db, workspaceId: string, id: string): Promise<Person | undefined> {
  const row = await db
    .selectFrom("people.person")
    .select(columns)
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", id)
    .forNoKeyUpdate()
    .executeTakeFirst();
  return row && personFrom(row);
}

type Said = Pick<Person, "name" | "email" | "title" | "startedOn" | "leftOn">;
const columnsOf = (said: Said) => ({
  name: said.name,
  email: said.email,
  title: said.title,
  started_on: said.startedOn,
  left_on: said.leftOn,
});

export async function insertPerson(db: Db, workspaceId: string, id: string, said: Said): Promise<void> {
  await db
    .insertInto("people.person")
    .values({ workspace_id: workspaceId, id, ...columnsOf(said) })
    .execute();
}

export async function storePerson(db: Db, workspaceId: string, id: string, said: Said): Promise<void> {
  await db
    .updateTable("people.person")
    .set(columnsOf(said))
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", id)
    .execute();
}

/** The names of people by their ids, also of those who were removed; ids that are nobody's are left out. */
export async function personNames(
  db: Db,
  workspaceId: string,
  ids: readonly (string | null)[],
): Promise<Map<string, string>> {
  const asked = ids.filter((id) => id !== null);
  if (asked.length === 0) return new Map();
  const rows = await db
    .selectFrom("people.person")
    .select(["id", "name"])
    .where("workspace_id", "=", workspaceId)
    .where("id", "in", asked)
    .execute();
  return new Map(rows.map((row) => [row.id, row.name]));
}
