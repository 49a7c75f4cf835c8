import { bind, type Route } from "#base/platform";
import * as roles from "./access-role-actions.ts";
import type { RoleSaid } from "./access-roles.ts";
import * as contract from "./contract.ts";
import * as reach from "./reach-actions.ts";

export const rightRoutes: readonly Route[] = [
  bind(contract.getAccessRoles, ({ db, actor }) => roles.showAccessRoles({ db, actor })),
  bind(contract.writeAccessRole, ({ db, actor, services: { clock }, body }) =>
    roles.writeAccessRole({ db, actor, clock }, body),
  ),
  bind(contract.rewriteAccessRole, ({ db, actor, params, expectedVersion, body }) =>
    roles.rewriteAccessRole({ db, actor }, params.id, expectedVersion, body as Partial<RoleSaid>),
  ),
  bind(contract.dropAccessRole, ({ db, actor, params, expectedVersion }) =>
    roles.dropAccessRole({ db, actor }, params.id, expectedVersion),
  ),
  bind(contract.getSharedAccess, ({ db, sight, services }) =>
    reach.showSharedAccess(db, sight, services.clock),
  ),
  bind(contract.shareAccess, ({ db, author, services, body }) =>
    reach.shareAccess(db, author.workspaceId, services.clock, body),
  ),
  bind(contract.endSharedAccess, ({ db, author, services, params }) =>
    reach.endSharedAccess(db, author.workspaceId, services.clock, params.id),
  ),
  bind(contract.getReach, ({ db, actor, services, params, query }) =>
    reach.showReach(db, actor, services.clock, params.id, query.asOf),
  ),
];
