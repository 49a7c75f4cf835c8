import { bind, type Route } from "#base/platform";
import { amountMinorOf, dayOf, moneyText } from "#base/wire";
import * as actions from "./actions.ts";
import type { TargetOut } from "./contract.ts";
import * as contract from "./contract.ts";
import { listTargets } from "./store.ts";
import type { Target } from "./target.ts";

function shown({
  id,
  version,
  personId,
  personName,
  startsOn,
  endsOn,
  amountMinor,
  currency,
}: Target): TargetOut {
  return {
    id,
    version,
    person: personId === null ? null : { id: personId, name: personName ?? "" },
    startsOn: startsOn.toString(),
    endsOn: endsOn.toString(),
    amount: { amount: moneyText(amountMinor, currency).amount ?? "0", currency },
  };
}

const minorOf = (amount: TargetOut["amount"]) => ({
  amountMinor: amountMinorOf(amount, "amount") ?? 0n,
  currency: amount.currency,
});

export const targetRoutes: Route[] = [
  bind(contract.getTargets, async ({ db, sight, query }) => ({
    items: (await listTargets(db, sight, query.personId)).map(shown),
  })),
  bind(contract.createTarget, async ({ db, author, services, body: { amount, ...said } }) => {
    const days = { startsOn: dayOf(said.startsOn), endsOn: dayOf(said.endsOn) };
    const given = { ...said, ...days, ...minorOf(amount) };
    return shown(await actions.setTarget(db, author.workspaceId, services.clock, given));
  }),
  bind(contract.changeTarget, async ({ db, author, params, expectedVersion, body: { amount, ...said } }) => {
    const days = { startsOn: dayOf(said.startsOn), endsOn: dayOf(said.endsOn) };
    const given = { ...said, ...days, ...(amount === undefined ? {} : minorOf(amount)) };
    return shown(await actions.changeTarget(db, author.workspaceId, params.id, expectedVersion, given));
  }),
  bind(contract.removeTarget, ({ db, author, params, expectedVersion }) =>
    actions.removeTarget(db, author.workspaceId, params.id, expectedVersion),
  ),
];
