import { bind, type Route } from "#base/platform";
import { workspaceOf } from "#people";
import { historyOf, opportunityAsOf } from "./actions.ts";
import * as contract from "./contract.ts";
import { knownDays } from "./known-days-store.ts";

export const historyRoutes: Route[] = [
  bind(contract.getHistory, ({ db, sight, params, query }) =>
    historyOf(db, sight, params.noun, params.id, query),
  ),
  bind(contract.getKnownDays, async ({ services, db, sight }) => {
    const { timeZone } = await workspaceOf(db, sight.workspaceId);
    return knownDays(services.replica, sight.workspaceId, timeZone);
  }),
  bind(contract.getOpportunityAsOf, ({ db, sight, params }) =>
    opportunityAsOf(db, sight, params.id, Temporal.PlainDate.from(params.date)),
  ),
];
