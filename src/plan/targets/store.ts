import { sql } from "kysely";
import type { Db, Sight } from "#base/platform";
import type { Target, TargetSaid } from "./target.ts";

function targets(db: Db, workspaceId: string) {
  return db
    .selectFrom("plan.target as t")
    .leftJoin("people.person as p", (join) =>
      join.onRef("p.workspace_id", "=", "t.workspace_id").onRef("p.id", "=", "t.person_id"),
    )
    .select(["t.id", "t.version", "t.person_id as personId", "p.name as personName"])
    .select(["t.starts_on as startsOn", "t.ends_on as endsOn", "t.amount_minor as amountMinor", "t.currency"])
    .where("t.workspace_id", "=", workspaceId)
    .where("t.removed_at", "is", null);
}

/** Targets by first day, all or a person's. */
export async function listTargets(db: Db, sight: Sight, personId?: string): Promise<Target[]> {
  let query = targets(db, sight.workspaceId);
  if (personId) query = query.where("t.person_id", "=", personId);
  return query.orderBy("t.starts_on").orderBy("p.name").orderBy("t.id").execute();
}

/** One target that was not removed, or undefined. */
export async function findTarget(db: Db, workspaceId: string, id: string): Promise<Target | undefined> {
  return targets(db, workspaceId).where("t.id", "=", id).executeTakeFirst();
}

/** One target that was not removed, held until the transaction ends. */
export async function holdTarget(db: Db, workspaceId: string, id: string): Promise<Target | undefined> {
  return targets(db, workspaceId).where("t.id", "=", id).forNoKeyUpdate("t").executeTakeFirst();
}

const columnsOf = (said: TargetSaid) => ({
  person_id: said.personId,
  starts_on: said.startsOn,
  ends_on: said.endsOn,
  amount_minor: said.amountMinor,
  currency: said.currency,
});

export async function insertTarget(db: Db, workspaceId: string, id: string, said: TargetSaid): Promise<void> {
  await db
    .insertInto("plan.target")
    .values({ workspace_id: workspaceId, id, ...columnsOf(said) })
    .execute();
}

export async function storeTarget(db: Db, workspaceId: string, id: string, said: TargetSaid): Promise<void> {
  await db
    .updateTable("plan.target")
    .set(columnsOf(said))
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", id)
    .execute();
}

/** Marks a target as removed and gives its new version. */
export async function markTargetRemoved(db: Db, workspaceId: string, id: string): Promise<number> {
  const row = await db
    .updateTable("plan.target")
    .set({ removed_at: sql`base.moment()` })
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", id)
    .returning("version")
    .executeTakeFirstOrThrow();
  return row.version;
}
