import { bind, type Route } from "#base/platform";
import * as actions from "./actions.ts";
import type { FieldOut } from "./contract.ts";
import * as contract from "./contract.ts";
import type { CustomField } from "./field.ts";
import { findFields } from "./store.ts";

const shown = ({ removedAt: _, options, ...field }: CustomField): FieldOut => ({
  ...field,
  options: [...options],
});

export const fieldRoutes: Route[] = [
  bind(contract.getFields, async ({ db, sight, query }) => ({
    items: (await findFields(db, sight.workspaceId, query.noun)).map(shown),
  })),
  bind(contract.createField, async ({ db, author, services, body }) =>
    shown(await actions.defineField(db, author.workspaceId, services.clock, body)),
  ),
  bind(contract.changeField, async ({ db, author, params, expectedVersion, body }) =>
    shown(await actions.changeField(db, author.workspaceId, params.id, expectedVersion, body)),
  ),
  bind(contract.removeField, ({ db, author, params, expectedVersion }) =>
    actions.removeField(db, author.workspaceId, params.id, expectedVersion),
  ),
];
