import { sql } from "kysely";
import type { Db, Sight } from "#base/platform";
import type { Profile, Sections } from "./role.ts";

/** The company's own edition of a role. */
export interface OwnRole extends Profile {
  readonly id: string;
  readonly version: number;
  readonly key: string;
}

function roles(db: Db, workspaceId: string) {
  return db
    .selectFrom("people.role as r")
    .select(["r.id", "r.version", "r.key", "r.name", "r.level", "r.sections"])
    .where("r.workspace_id", "=", workspaceId)
    .where("r.removed_at", "is", null);
}
type Row = Awaited<ReturnType<ReturnType<typeof roles>["executeTakeFirstOrThrow"]>>;
const roleFrom = (row: Row): OwnRole => ({ ...row, sections: row.sections as unknown as Sections });

/** The company's own roles, by name. */
export async function listOwnRoles(db: Db, sight: Sight): Promise<OwnRole[]> {
  const rows = await roles(db, sight.workspaceId).orderBy("r.name").orderBy("r.key").execute();
  return rows.map(roleFrom);
}

export async function findOwnRole(db: Db, workspaceId: string, key: string): Promise<OwnRole | undefined> {
  const row = await roles(db, workspaceId).where("r.key", "=", key).executeTakeFirst();
  return row && roleFrom(row);
}

/** One of the company's own roles, held until the transaction ends. */
export async function holdOwnRole(db: Db, workspaceId: string, id: string): Promise<OwnRole | undefined> {
  const row = await roles(db, workspaceId).where("r.id", "=", id).forNoKeyUpdate().executeTakeFirst();
  return row && roleFrom(row);
}

export async function insertRole(
  db: Db,
  workspaceId: string,
  role: Profile & { readonly id: string; readonly key: string },
): Promise<void> {
  const { id, key, name, level, sections } = role;
  await db
    .insertInto("people.role")
    .values({ workspace_id: workspaceId, id, key, name, level, sections: JSON.stringify(sections) })
    .execute();
}

export async function storeRole(db: Db, workspaceId: string, id: string, said: Profile): Promise<void> {
  await db
    .updateTable("people.role")
    .set({ name: said.name, level: said.level, sections: JSON.stringify(said.sections) })
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", id)
    .execute();
}

/** Marks a role as removed and gives its new version. */
export async function markRoleRemoved(db: Db, workspaceId: string, id: string): Promise<number> {
  const row = await db
    .updateTable("people.role")
    .set({ removed_at: sql`base.moment()` })
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", id)
    .returning("version")
    .executeTakeFirstOrThrow();
  return row.version;
}
