import { type Clock, newId } from "#base/kernel";
import { type Db, refuseStale } from "#base/platform";
import { type Amendment, amended, refuseBecause, requireFound, requireKnown, requirePerson } from "#people";
import { requireAccount } from "../accounts/actions.ts";
import { requireContact } from "../contacts/actions.ts";
import { checkedCustom } from "../fields/actions.ts";
import type { Custom } from "../fields/field.ts";
import { findOpportunity } from "../opportunities/store.ts";
import { markRemoved } from "../record-store.ts";
import {
  type Activity,
  type ActivitySaid,
  anActivityIsAboutARecord,
  anActivityIsCompletedOnce,
} from "./activity.ts";
import { findActivity, holdActivity, insertActivity, markActivityDone, storeActivity } from "./store.ts";

const nothingSaid: Omit<ActivitySaid, "kind" | "subject"> = {
  body: null,
  opportunityId: null,
  accountId: null,
  contactId: null,
  personId: null,
  dueAt: null,
  doneAt: null,
};

/** Adds an activity. Refuses one that is about nothing, or about what is not there. */
export async function addActivity(
  db: Db,
  workspaceId: string,
  clock: Clock,
  given: Amendment<ActivitySaid> &
    Pick<ActivitySaid, "kind" | "subject"> & { readonly custom?: Custom | undefined },
): Promise<Activity> {
  const { custom, ...said } = given;
  const { kind, subject } = given;
  const activity = amended<ActivitySaid>({ ...nothingSaid, kind, subject }, said);
  refuseBecause(anActivityIsAboutARecord(activity), "opportunityId");
  await requireReferences(db, workspaceId, said);
  const values = await checkedCustom(db, workspaceId, "activity", {}, custom);
  const id = newId(clock);
  await insertActivity(db, workspaceId, id, activity, values);
  return activityOf(db, workspaceId, id);
}

/** Changes what is given about an activity. Refuses a stale version, and one that would be about nothing. */
export async function changeActivity(
  db: Db,
  workspaceId: string,
  id: string,
  expectedVersion: number,
  given: Amendment<ActivitySaid> & { readonly custom?: Custom | undefined },
): Promise<Activity> {
  const held = refuseStale(await holdActivity(db, workspaceId, id), expectedVersion);
  const { custom, ...said } = given;
  await requireReferences(db, workspaceId, said);
  const activity = amended<ActivitySaid>(held, said);
  refuseBecause(anActivityIsAboutARecord(activity), "opportunityId");
  const values = await checkedCustom(db, workspaceId, "activity", held.custom, custom);
  await storeActivity(db, workspaceId, id, activity, values);
  return activityOf(db, workspaceId, id);
}

/** Marks an activity as done, now. Refuses a stale version and one that is done. */
export async function completeActivity(
  db: Db,
  workspaceId: string,
  id: string,
  expectedVersion: number,
): Promise<Activity> {
  const held = refuseStale(await holdActivity(db, workspaceId, id), expectedVersion);
  refuseBecause(anActivityIsCompletedOnce(held));
  await markActivityDone(db, workspaceId, id);
  return activityOf(db, workspaceId, id);
}

/** Removes an activity; it stays with its history. Refuses a stale version. */
export async function removeActivity(db: Db, workspaceId: string, id: string, expectedVersion: number) {
  refuseStale(await holdActivity(db, workspaceId, id), expectedVersion);
  return { id, version: await markRemoved(db, "crm.activity", workspaceId, id) };
}

async function requireReferences(db: Db, workspaceId: string, said: Amendment<ActivitySaid>): Promise<void> {
  await requirePerson(db, workspaceId, said.personId, "personId");
  await requireAccount(db, workspaceId, said.accountId);
  await requireContact(db, workspaceId, said.contactId);
  if (said.opportunityId) {
    const opportunity = await findOpportunity(db, workspaceId, said.opportunityId);
    requireKnown(opportunity !== undefined && opportunity.removedAt === null, "opportunity", "opportunityId");
  }
}

/** One activity. Refuses when there is none with this id. */
export async function activityOf(db: Db, workspaceId: string, id: string): Promise<Activity> {
  return requireFound(await findActivity(db, workspaceId, id), "activity");
}
