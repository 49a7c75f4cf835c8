import { bind, type Route } from "#base/platform";
import { amountMinorOf, dayOf, moneyText } from "#base/wire";
import * as actions from "./actions.ts";
import type { CostOut } from "./contract.ts";
import * as contract from "./contract.ts";
import type { Cost } from "./cost.ts";
import { listCosts } from "./store.ts";

function shown({ id, version, category, startsOn, endsOn, amountMinor, currency }: Cost): CostOut {
  return {
    id,
    version,
    category,
    startsOn: startsOn.toString(),
    endsOn: endsOn.toString(),
    amount: { amount: moneyText(amountMinor, currency).amount ?? "0", currency },
  };
}

const minorOf = (amount: CostOut["amount"]) => ({
  amountMinor: amountMinorOf(amount, "amount") ?? 0n,
  currency: amount.currency,
});

export const costRoutes: Route[] = [
  bind(contract.getCosts, async ({ db, sight, query }) => ({
    items: (await listCosts(db, sight, query.category)).map(shown),
  })),
  bind(contract.createCost, async ({ db, author, services, body: { amount, ...said } }) => {
    const days = { startsOn: dayOf(said.startsOn), endsOn: dayOf(said.endsOn) };
    const given = { ...said, ...days, ...minorOf(amount) };
    return shown(await actions.enterCost(db, author.workspaceId, services.clock, given));
  }),
  bind(contract.changeCost, async ({ db, author, params, expectedVersion, body: { amount, ...said } }) => {
    const days = { startsOn: dayOf(said.startsOn), endsOn: dayOf(said.endsOn) };
    const given = { ...said, ...days, ...(amount === undefined ? {} : minorOf(amount)) };
    return shown(await actions.changeCost(db, author.workspaceId, params.id, expectedVersion, given));
  }),
  bind(contract.removeCost, ({ db, author, params, expectedVersion }) =>
    actions.removeCost(db, author.workspaceId, params.id, expectedVersion),
  ),
];
