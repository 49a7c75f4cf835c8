import type { Condition } from "#base/kernel";
import { bind, bindMany, type Route } from "#base/platform";
import { equalTo, pageOfList } from "../lists/actions.ts";
import * as actions from "./actions.ts";
import * as contract from "./contract.ts";
import { listedActivities } from "./list-actions.ts";
import { givenActivity, shownActivity } from "./show-actions.ts";

const doneIs = (done: boolean): Condition => ({ column: "done", test: "is", values: [String(done)] });

const routes: Route[] = [
  bind(contract.getActivities, (call) => {
    const { opportunityId, accountId, contactId, personId, state, ...asked } = call.query;
    const about = { opportunity: opportunityId, account: accountId, contact: contactId, person: personId };
    const also = [...equalTo(about), ...(state === undefined ? [] : [doneIs(state === "done")])];
    return pageOfList(call, "activity", { ...asked, also }, (ids, listing) =>
      listedActivities(call, ids, listing),
    );
  }),
  bind(contract.createActivity, async ({ db, author, services, body }) => {
    const given = {
      personId: author.authorId,
      ...givenActivity(body),
      kind: body.kind,
      subject: body.subject,
    };
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

export const activityRoutes: Route[] = [...routes, bindMany(contract.writeActivities, routes)];
