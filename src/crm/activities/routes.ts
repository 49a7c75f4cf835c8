import { bind, type Route } from "#base/platform";
import { momentOf, textOf } from "#base/wire";
import { shownReference } from "../reference.ts";
import * as actions from "./actions.ts";
import type { Activity } from "./activity.ts";
import type { ActivityOut } from "./contract.ts";
import * as contract from "./contract.ts";
import { listActivities } from "./store.ts";

function shown(activity: Activity): ActivityOut {
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

export const activityRoutes: Route[] = [
  bind(contract.getActivities, async ({ db, sight, query }) => {
    const page = await listActivities(db, sight, query);
    return { ...page, items: page.items.map(shown) };
  }),
  bind(contract.createActivity, async ({ db, author, services, body }) => {
    const given = { ...body, dueAt: momentOf(body.dueAt), doneAt: momentOf(body.doneAt) };
    return shown(await actions.addActivity(db, author.workspaceId, services.clock, given));
  }),
  bind(contract.completeActivity, async ({ db, author, params, expectedVersion }) =>
    shown(await actions.completeActivity(db, author.workspaceId, params.id, expectedVersion)),
  ),
  bind(contract.removeActivity, ({ db, author, params, expectedVersion }) =>
    actions.removeActivity(db, author.workspaceId, params.id, expectedVersion),
  ),
];
