import { sql } from "kysely";
import type { Db, Sight } from "#base/platform";
import type { Cost, CostSaid } from "./cost.ts";

function costs(db: Db, workspaceId: string) {
  return db
    .selectFrom("plan.cost as c")
    .select(["c.id", "c.version", "c.category"])
    .select(["c.starts_on as startsOn", "c.ends_on as endsOn", "c.amount_minor as amountMinor", "c.currency"])
    .where("c.workspace_id", "=", workspaceId)
    .where("c.removed_at", "is", null);
}

/** Costs by first day, all or a category's. */
export async function listCosts(db: Db, sight: Sight, category?: string): Promise<Cost[]> {
  let query = costs(db, sight.workspaceId);
  if (category) query = query.where("c.category", "=", category);
  return query.orderBy("c.starts_on").orderBy("c.category").orderBy("c.id").execute();
}

/** One cost that was not removed, or undefined. */
export async function findCost(db: Db, workspaceId: string, id: string): Promise<Cost | undefined> {
  return costs(db, workspaceId).where("c.id", "=", id).executeTakeFirst();
}

/** One cost that was not removed, held until the transaction ends. */
export async function holdCost(db: Db, workspaceId: string, id: string): Promise<Cost | undefined> {
  return costs(db, workspaceId).where("c.id", "=", id).forNoKeyUpdate().executeTakeFirst();
}

const columnsOf = (said: CostSaid) => ({
  category: said.category,
  starts_on: said.startsOn,
  ends_on: said.endsOn,
  amount_minor: said.amountMinor,
  currency: said.currency,
});

export async function insertCost(db: Db, workspaceId: string, id: string, said: CostSaid): Promise<void> {
  await db
    .insertInto("plan.cost")
    .values({ workspace_id: workspaceId, id, ...columnsOf(said) })
    .execute();
}

export async function storeCost(db: Db, workspaceId: string, id: string, said: CostSaid): Promise<void> {
  await db
    .updateTable("plan.cost")
    .set(columnsOf(said))
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", id)
    .execute();
}

/** Marks a cost as removed and gives its new version. */
export async function markCostRemoved(db: Db, workspaceId: string, id: string): Promise<number> {
  const row = await db
    .updateTable("plan.cost")
    .set({ removed_at: sql`base.moment()` })
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", id)
    .returning("version")
    .executeTakeFirstOrThrow();
  return row.version;
}
