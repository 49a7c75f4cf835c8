/** Costs in the replica, and as a fact: the part of each cost that falls into a period, by days. */
import { nobody } from "#base/kernel";
import { duck, type Fact, inWorkspaceCurrency, joinRate, type ReplicatedTable, raw } from "#base/platform";
import { periodRows } from "#crm";

export const costRows: ReplicatedTable = {
  name: "cost",
  key: "cost_id",
  keyExpression: "c.id",
  columns: {
    cost_id: "UUID",
    category: "VARCHAR",
    starts_on: "DATE",
    ends_on: "DATE",
    amount_minor: "BIGINT",
    currency: "VARCHAR",
  },
  seen: nobody,
  select: `select c.id, c.category, c.starts_on, c.ends_on, c.amount_minor, c.currency
    from plan.cost c where c.workspace_id = $1 and c.removed_at is null and {keys}`,
  follows: { "plan.cost": "key" },
};

export const costFact: Fact = {
  name: "cost",
  opens: false,
  byStretch: true,
  columns: { amount: "amount", category: "word", stretch_on: "date" },
  cut: () => null,
  rows(ask) {
    const part = raw(`portion(c.amount_minor, greatest(t.starts_on, c.starts_on) - c.starts_on,
      least(t.ends_on, c.ends_on) - c.starts_on, c.ends_on - c.starts_on)`);
    return duck`SELECT t.starts_on AS stretch_on, c.category,
        ${inWorkspaceCurrency(part, raw("c.currency"), ask.currency)} AS amount
      FROM ${periodRows(ask.stretches)}
      JOIN cost c ON c.starts_on < t.ends_on AND c.ends_on > t.starts_on
      ${joinRate(raw("c.currency"), raw("c.starts_on"))}`;
  },
};
