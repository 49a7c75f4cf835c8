/** Activities as they cross the wire, in both directions. */
import { momentOf, textOf } from "#base/wire";
import { shownReference } from "../reference.ts";
import type { Activity } from "./activity.ts";
import type { ActivityIn, ActivityOut } from "./contract.ts";

export function shownActivity(activity: Activity): ActivityOut {
  return {
    id: activity.id,
    version: activity.version,
    kind: activity.kind,
    subject: activity.subject,
    body: activity.body,
    opportunity: shownReference(activity.opportunityId, activity.opportunityName),
    account: shownReference(activity.accountId, activity.accountName),
    contact: shownReference(activity.contactId, activity.contactName),
    person: shownReference(activity.personId, activity.personName),
    dueAt: textOf(activity.dueAt),
    doneAt: textOf(activity.doneAt),
    removedAt: textOf(activity.removedAt),
    custom: { ...activity.custom },
  };
}

/** What a caller said of an activity, in the words of the noun. */
export function givenActivity<T extends ActivityIn>({ dueAt, doneAt, ...rest }: T) {
  return { ...rest, dueAt: momentOf(dueAt), doneAt: momentOf(doneAt) };
}
