import { bind, type Route } from "#base/platform";
import * as actions from "./actions.ts";
import * as contract from "./contract.ts";
import { listExchangeRates } from "./store.ts";
import type { ExchangeRate } from "./workspace.ts";

const rateOut = (rate: ExchangeRate) => ({ ...rate, startsOn: rate.startsOn.toString() });

export const workspaceRoutes: Route[] = [
  bind(contract.getWorkspace, ({ db, sight }) => actions.workspaceOf(db, sight.workspaceId)),
  bind(contract.getWorkspaces, async ({ db, actor }) => ({ items: await actions.workspacesOf(db, actor) })),
  bind(contract.openWorkspace, ({ db, services, body: { fiscal, ...body } }) =>
    actions.openOwnWorkspace(db, services.clock, { ...body, fiscal: fiscal ?? {} }),
  ),
  bind(contract.configureWorkspace, ({ db, author, expectedVersion, body }) =>
    actions.configureWorkspace(db, author.workspaceId, expectedVersion, body),
  ),
  bind(contract.getExchangeRates, async ({ db, sight }) => ({
    currency: (await actions.workspaceOf(db, sight.workspaceId)).currency,
    items: (await listExchangeRates(db, sight)).map(rateOut),
  })),
  bind(contract.removeExchangeRate, ({ db, author, params, expectedVersion }) =>
    actions.takeBackExchangeRate(db, author.workspaceId, params.id, expectedVersion),
  ),
  bind(contract.setExchangeRate, async ({ db, author, services, body }) => {
    const startsOn = Temporal.PlainDate.from(body.startsOn);
    return rateOut(
      await actions.stateExchangeRate(db, author.workspaceId, services.clock, { ...body, startsOn }),
    );
  }),
];
