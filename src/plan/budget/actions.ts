import { type Clock, newId } from "#base/kernel";
import { type Db, refuseStale } from "#base/platform";
import { type Amendment, amended, refuseBecause, requireFound } from "#people";
import { aCostHasAtLeastADay, type Cost, type CostSaid } from "./cost.ts";
import { findCost, holdCost, insertCost, markCostRemoved, storeCost } from "./store.ts";

/** Enters a cost. Refuses days that are none. */
export async function enterCost(db: Db, workspaceId: string, clock: Clock, said: CostSaid): Promise<Cost> {
  refuseBecause(aCostHasAtLeastADay(said), "endsOn");
  const id = newId(clock);
  await insertCost(db, workspaceId, id, said);
  return requireFound(await findCost(db, workspaceId, id), "cost");
}

/** Changes what is given about a cost. Refuses a stale version, and days that are none. */
export async function changeCost(
  db: Db,
  workspaceId: string,
  id: string,
  expectedVersion: number,
  given: Amendment<CostSaid>,
): Promise<Cost> {
  const held = refuseStale(await holdCost(db, workspaceId, id), expectedVersion);
  const said = amended<CostSaid>(held, given);
  refuseBecause(aCostHasAtLeastADay(said), "endsOn");
  await storeCost(db, workspaceId, id, said);
  return requireFound(await findCost(db, workspaceId, id), "cost");
}

/** Removes a cost; it stays with its history. Refuses a stale version. */
export async function removeCost(db: Db, workspaceId: string, id: string, expectedVersion: number) {
  refuseStale(await holdCost(db, workspaceId, id), expectedVersion);
  return { id, version: await markCostRemoved(db, workspaceId, id) };
}
