import type { Condition } from "#base/kernel";
import { bind, figuresAt, type Listing, type Route } from "#base/platform";
import { equalTo, type ListCall, momentText, pageOfList } from "../lists/actions.ts";
import * as actions from "./actions.ts";
import type { ActivityListed } from "./contract.ts";
import * as contract from "./contract.ts";
import { givenActivity, shownActivity } from "./show-actions.ts";
import { activitiesByIds } from "./store.ts";

const doneIs = (done: boolean): Condition => ({ column: "done", test: "is", values: [String(done)] });

async function listed({ db, sight }: ListCall, ids: string[], listing: Listing): Promise<ActivityListed[]> {
  const activities = await activitiesByIds(db, sight, ids);
  const figures = await figuresAt(db, listing, ids, ["trueSince"]);
  return activities.map((activity) => ({
    ...shownActivity(activity),
    done: activity.doneAt !== null,
    trueSince: momentText(figures.get(activity.id)?.trueSince ?? null) ?? "",
  }));
}

export const activityRoutes: Route[] = [
  bind(contract.getActivities, (call) => {
    const { opportunityId, accountId, contactId, personId, state, ...asked } = call.query;
    const about = { opportunity: opportunityId, account: accountId, contact: contactId, person: personId };
    const also = [...equalTo(about), ...(state === undefined ? [] : [doneIs(state === "done")])];
    return pageOfList(call, "activity", { ...asked, also }, (ids, listing) => listed(call, ids, listing));
  }),
  bind(contract.createActivity, async ({ db, author, services, body }) => {
    const given = { ...givenActivity(body), kind: body.kind, subject: body.subject };
    return shownActivity(await actions.addActivity(db, author.workspaceId, services.clock, given));
  }),
  bind(contract.getActivity, async ({ db, sight, params }) =>
    shownActivity(await actions.activityOf(db, sight.workspaceId, params.id)),
  ),
  bind(contract.changeActivity, async ({ db, author, params, expectedVersion, body }) =>
    shownActivity(
      await actions.changeActivity(db, author.workspaceId, params.id, expectedVersion, givenActivity(body)),
    ),
  ),
  bind(contract.completeActivity, async ({ db, author, params, expectedVersion }) =>
    shownActivity(await actions.completeActivity(db, author.workspaceId, params.id, expectedVersion)),
  ),
  bind(contract.removeActivity, ({ db, author, params, expectedVersion }) =>
    actions.removeActivity(db, author.workspaceId, params.id, expectedVersion),
  ),
];
