import type { Db, Sight } from "#base/platform";
import type { Team } from "./team.ts";

const columns = ["id", "version", "name", "kind", "parent_id as parentId"] as const;
const teamFrom = (row: Omit<Team, "kind"> & { kind: string }): Team => ({
  ...row,
  kind: row.kind as Team["kind"],
});

/** Every team and region by name. */
export async function listTeams(db: Db, sight: Pick<Sight, "workspaceId">): Promise<Team[]> {
  const rows = await db
    .selectFrom("people.team")
    .select(columns)
    .where("workspace_id", "=", sight.workspaceId)
    .where("removed_at", "is", null)
    .orderBy("name")
    .orderBy("id")
    .execute();
  return rows.map(teamFrom);
}

/** One team, held until the transaction ends. */
export async function holdTeam(db: Db, workspaceId: string, id: string): Promise<Team | undefined> {
  const row = await db
    .selectFrom("people.team")
    .select(columns)
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", id)
    .where("removed_at", "is", null)
    .forNoKeyUpdate()
    .executeTakeFirst();
  return row && teamFrom(row);
}

export async function insertTeam(db: Db, workspaceId: string, team: Omit<Team, "version">): Promise<void> {
  await db
    .insertInto("people.team")
    .values({
      workspace_id: workspaceId,
      id: team.id,
      name: team.name,
      kind: team.kind,
      parent_id: team.parentId,
    })
    .execute();
}

export async function storeTeam(db: Db, workspaceId: string, team: Team): Promise<void> {
  await db
    .updateTable("people.team")
    .set({ name: team.name, kind: team.kind, parent_id: team.parentId })
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", team.id)
    .execute();
}
