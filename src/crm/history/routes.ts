import { bind, type Route } from "#base/platform";
import { historyOf, opportunityAsOf } from "./actions.ts";
import * as contract from "./contract.ts";

export const historyRoutes: Route[] = [
  bind(contract.getHistory, ({ db, sight, params, query }) =>
    historyOf(db, sight, params.noun, params.id, query),
  ),
  bind(contract.getOpportunityAsOf, ({ db, sight, params }) =>
    opportunityAsOf(db, sight, params.id, Temporal.PlainDate.from(params.date)),
  ),
];
