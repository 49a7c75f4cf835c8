import { bind, type Route } from "#base/platform";
import * as actions from "./actions.ts";
import * as contract from "./contract.ts";

export const roleRoutes: readonly Route[] = [
  bind(contract.getRoles, async ({ db, sight }) => ({ items: await actions.showRoles(db, sight) })),
  bind(contract.getRole, ({ db, sight, params }) => actions.showRole(db, sight, params.key)),
  bind(contract.writeRole, ({ db, author, services, body }) =>
    actions.writeRole(db, author.workspaceId, services.clock, body),
  ),
  bind(contract.rewriteRole, ({ db, author, params, expectedVersion, body }) =>
    actions.rewriteRole(db, author.workspaceId, params.id, expectedVersion, body as Partial<actions.Written>),
  ),
  bind(contract.dropRole, ({ db, author, params, expectedVersion }) =>
    actions.dropRole(db, author.workspaceId, params.id, expectedVersion),
  ),
  bind(contract.compareRoles, ({ db, sight, params }) =>
    actions.layBeside(db, sight, params.key, params.other),
  ),
];
