import { type Clock, newId } from "#base/kernel";
import { type Db, refuseStale } from "#base/platform";
import { type Amendment, amended, refuseBecause, requireFound, requirePerson } from "#people";
import { findTarget, holdTarget, insertTarget, markTargetRemoved, storeTarget } from "./store.ts";
import { aTargetHasAtLeastADay, aTargetIsNotNegative, type Target, type TargetSaid } from "./target.ts";

/** Sets a target. Refuses days that are none, less than nothing, and a person who is not there. */
export async function setTarget(
  db: Db,
  workspaceId: string,
  clock: Clock,
  said: TargetSaid,
): Promise<Target> {
  await requireFit(db, workspaceId, said);
  const id = newId(clock);
  await insertTarget(db, workspaceId, id, said);
  return requireFound(await findTarget(db, workspaceId, id), "target");
}

/** Changes what is given about a target. Refuses a stale version, and what setting one refuses. */
export async function changeTarget(
  db: Db,
  workspaceId: string,
  id: string,
  expectedVersion: number,
  given: Amendment<TargetSaid>,
): Promise<Target> {
  const held = refuseStale(await holdTarget(db, workspaceId, id), expectedVersion);
  const said = amended<TargetSaid>(held, given);
  await requireFit(db, workspaceId, said);
  await storeTarget(db, workspaceId, id, said);
  return requireFound(await findTarget(db, workspaceId, id), "target");
}

/** Removes a target; it stays with its history. Refuses a stale version. */
export async function removeTarget(db: Db, workspaceId: string, id: string, expectedVersion: number) {
  refuseStale(await holdTarget(db, workspaceId, id), expectedVersion);
  return { id, version: await markTargetRemoved(db, workspaceId, id) };
}

async function requireFit(db: Db, workspaceId: string, said: TargetSaid): Promise<void> {
  refuseBecause(aTargetHasAtLeastADay(said), "endsOn");
  refuseBecause(aTargetIsNotNegative(said), "amount");
  await requirePerson(db, workspaceId, said.personId, "personId");
}
