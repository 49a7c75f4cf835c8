/** What the desk does when somebody's work goes to somebody else: see what is open, hand it over. */
import { type Clock, newId, today } from "#base/kernel";
import type { Db } from "#base/platform";
import { findPerson, refuseBecause, requireFound, requireKnown, workspaceOf } from "#people";
import { splitsOf, storeSplits } from "../opportunities/line-store.ts";
import {
  type Chosen,
  nobodyHandsOverToThemselves,
  onlyOpenWorkIsHandedOver,
  sharesAfter,
  whoeverTakesOverIsHere,
  workNouns,
} from "./open-work.ts";
import * as store from "./store.ts";

/** What somebody still has to their name. Refuses when there is nobody with this id. */
export async function openWorkOf(db: Db, workspaceId: string, personId: string) {
  requireFound(await findPerson(db, workspaceId, personId), "person");
  return {
    opportunity: await store.openOpportunities(db, workspaceId, personId),
    account: await store.openAccounts(db, workspaceId, personId),
    contact: await store.openContacts(db, workspaceId, personId),
    activity: await store.openActivities(db, workspaceId, personId),
    amounts: await store.openAmounts(db, workspaceId, personId),
  };
}

/**
 * Gives open work to another owner: all of it, or what was chosen. The leaver's share of an opportunity goes along.
 * Refuses the same person, somebody who is not here today, and records that are not their open work.
 */
export async function handOver(
  db: Db,
  workspaceId: string,
  clock: Clock,
  given: { readonly fromId: string; readonly toId: string; readonly records: Chosen | null },
) {
  const { fromId, toId } = given;
  const from = requireFound(await findPerson(db, workspaceId, fromId), "person");
  const to = await findPerson(db, workspaceId, toId);
  requireKnown(to !== undefined && to.removedAt === null, "person", "toId");
  const taker = requireFound(to, "person");
  refuseBecause(nobodyHandsOverToThemselves(fromId, toId), "toId");
  const { timeZone } = await workspaceOf(db, workspaceId);
  refuseBecause(whoeverTakesOverIsHere(taker, today(clock, timeZone)), "toId");
  const open = await store.holdOpenWork(db, workspaceId, fromId);
  const records = given.records ?? open;
  refuseBecause(onlyOpenWorkIsHandedOver(records, open), "records", "Look at their open work again.");
  for (const noun of workNouns) await store.storeOwner(db, workspaceId, noun, records[noun], toId);
  const joined = await handSharesOver(db, workspaceId, clock, { fromId, toId, ids: records.opportunity });
  return {
    from: { id: fromId, name: from.name },
    to: { id: toId, name: taker.name },
    joined,
    records,
  };
}

async function handSharesOver(
  db: Db,
  workspaceId: string,
  clock: Clock,
  given: { fromId: string; toId: string; ids: readonly string[] },
): Promise<number> {
  let joinedCount = 0;
  for (const id of await store.sharedBy(db, workspaceId, given.fromId, given.ids)) {
    const held = await splitsOf(db, workspaceId, id);
    const { shares, joined } = sharesAfter(held, given.fromId, given.toId);
    const splits = shares.map((share) => ({ ...share, id: newId(clock) }));
    await storeSplits(db, workspaceId, id, held, splits);
    if (joined) joinedCount += 1;
  }
  return joinedCount;
}
