/** Targets in the replica, and as a fact: the part of each target that falls into a period, by days. */
import { person } from "#base/kernel";
import { duck, type Fact, inWorkspaceCurrency, joinRate, type ReplicatedTable, raw } from "#base/platform";
import { cutByPerson, periodRows } from "#crm";

export const targetRows: ReplicatedTable = {
  name: "target",
  key: "target_id",
  keyExpression: "t.id",
  columns: {
    target_id: "UUID",
    person_id: "UUID",
    starts_on: "DATE",
    ends_on: "DATE",
    amount_minor: "BIGINT",
    currency: "VARCHAR",
  },
  seen: person("person_id"),
  select: `select t.id, t.person_id, t.starts_on, t.ends_on, t.amount_minor, t.currency
    from plan.target t where t.workspace_id = $1 and t.removed_at is null and {keys}`,
  follows: { "plan.target": "key" },
};

/** One row a target and period: its part by days, exact over all periods together. `level` is company or person. */
export const targetFact: Fact = {
  name: "target",
  opens: false,
  byStretch: true,
  columns: { amount: "amount", level: "word", stretch_on: "date" },
  cut: (dimension, ask) => cutByPerson(dimension, "f.person_id", duck`CAST(${ask.asOf} AS DATE)`),
  rows(ask) {
    const part = raw(`portion(g.amount_minor, greatest(t.starts_on, g.starts_on) - g.starts_on,
      least(t.ends_on, g.ends_on) - g.starts_on, g.ends_on - g.starts_on)`);
    return duck`SELECT t.starts_on AS stretch_on, g.person_id, CASE WHEN g.person_id IS NULL THEN 'company' ELSE 'person' END AS level,
        ${inWorkspaceCurrency(part, raw("g.currency"), ask.currency)} AS amount
      FROM ${periodRows(ask.stretches)}
      JOIN target g ON g.starts_on < t.ends_on AND g.ends_on > t.starts_on
      ${joinRate(raw("g.currency"), raw("g.starts_on"))}`;
  },
};
