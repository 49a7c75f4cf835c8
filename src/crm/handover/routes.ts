import { bind, type Route } from "#base/platform";
import { moneyText, textOf } from "#base/wire";
import * as actions from "./actions.ts";
import * as contract from "./contract.ts";

export const handoverRoutes: readonly Route[] = [
  bind(contract.getOpenWork, async ({ db, sight, params }) =>
    openWorkOut(await actions.openWorkOf(db, sight.workspaceId, params.id)),
  ),
  bind(contract.handOver, async ({ db, author, services, params, body }) => {
    const given = { fromId: params.id, toId: body.toId, records: body.records };
    const done = await actions.handOver(db, author.workspaceId, services.clock, given);
    const { opportunity, account, contact, activity } = done.records;
    return {
      ...done,
      records: {
        opportunity: [...opportunity],
        account: [...account],
        contact: [...contact],
        activity: [...activity],
      },
    };
  }),
];

function openWorkOut(work: Awaited<ReturnType<typeof actions.openWorkOf>>): contract.OpenWork {
  return {
    opportunity: {
      count: work.opportunity.count,
      items: work.opportunity.rows.map((row) => ({
        id: row.id,
        name: row.name,
        account: accountOf(row),
        amount: moneyText(row.amountMinor, row.currency),
        closeOn: textOf(row.closeOn),
      })),
    },
    account: {
      count: work.account.count,
      items: work.account.rows.map(({ id, name }) => ({ id, name })),
    },
    contact: {
      count: work.contact.count,
      items: work.contact.rows.map((row) => ({ id: row.id, name: row.name, account: accountOf(row) })),
    },
    activity: {
      count: work.activity.count,
      items: work.activity.rows.map(({ id, name, dueAt }) => ({ id, name, dueAt: textOf(dueAt) })),
    },
    amounts: work.amounts.map(({ amountMinor, currency }) => moneyText(amountMinor, currency)),
  };
}

function accountOf(row: { accountId: string | null; accountName: string | null }) {
  return row.accountId === null ? null : { id: row.accountId, name: row.accountName ?? "" };
}
