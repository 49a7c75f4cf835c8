import { bind, type Route } from "#base/platform";
import { showSeenBy } from "./actions.ts";
import { getSeenBy } from "./contract.ts";

export const seenByRoutes: Route[] = [
  bind(getSeenBy, ({ db, sight, services, params, query }) =>
    showSeenBy(db, sight, services.clock, params, query.asOf),
  ),
];
