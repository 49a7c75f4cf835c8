import { sql } from "kysely";
import type { Db } from "#base/platform";
import type { KeyedRole, OwnAccessRole, RoleSaid } from "./access-roles.ts";

function roles(db: Db, workspaceId: string) {
  return db
    .selectFrom("people.access_role as r")
    .select(["r.id", "r.version", "r.key", "r.name", "r.summary", "r.rights", "r.reach"])
    .where("r.workspace_id", "=", workspaceId)
    .where("r.removed_at", "is", null);
}
type Row = Awaited<ReturnType<ReturnType<typeof roles>["executeTakeFirstOrThrow"]>>;
const roleFrom = (row: Row): OwnAccessRole => ({ ...row, reach: row.reach as RoleSaid["reach"] });

/** The company's own editions of access roles. */
export async function listOwnAccessRoles(db: Db, workspaceId: string): Promise<OwnAccessRole[]> {
  return (await roles(db, workspaceId).orderBy("r.key").execute()).map(roleFrom);
}

export async function findOwnAccessRole(
  db: Db,
  workspaceId: string,
  key: string,
): Promise<OwnAccessRole | undefined> {
  const row = await roles(db, workspaceId).where("r.key", "=", key).executeTakeFirst();
  return row && roleFrom(row);
}

/** One of them, held until the transaction ends. */
export async function holdOwnAccessRole(
  db: Db,
  workspaceId: string,
  id: string,
): Promise<OwnAccessRole | undefined> {
  const row = await roles(db, workspaceId).where("r.id", "=", id).forNoKeyUpdate().executeTakeFirst();
  return row && roleFrom(row);
}

const columnsOf = ({ name, summary, rights, reach }: RoleSaid) => ({
  name,
  summary,
  rights: [...rights],
  reach,
});

export async function insertAccessRole(
  db: Db,
  workspaceId: string,
  role: KeyedRole & { readonly id: string },
): Promise<void> {
  await db
    .insertInto("people.access_role")
    .values({ workspace_id: workspaceId, id: role.id, key: role.key, ...columnsOf(role) })
    .execute();
}

export async function storeAccessRole(
  db: Db,
  workspaceId: string,
  id: string,
  said: RoleSaid,
): Promise<void> {
  await db
    .updateTable("people.access_role")
    .set(columnsOf(said))
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", id)
    .execute();
}

/** Marks an own edition as removed and gives its new version. */
export async function markAccessRoleRemoved(db: Db, workspaceId: string, id: string): Promise<number> {
  const row = await db
    .updateTable("people.access_role")
    .set({ removed_at: sql`base.moment()` })
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", id)
    .returning("version")
    .executeTakeFirstOrThrow();
  return row.version;
}

/** How many open seats have a role. */
export async function countSeatsWith(db: Db, workspaceId: string, key: string): Promise<number> {
  const row = await db
    .selectFrom("people.seat")
    .select(({ fn }) => fn.countAll().as("n"))
    .where("workspace_id", "=", workspaceId)
    .where("access_role", "=", key)
    .where("ended_at", "is", null)
    .executeTakeFirstOrThrow();
  return Number(row.n);
}
