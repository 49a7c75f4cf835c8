/** Opportunities, accounts and products as the replica holds them. */
import { among, either, everybody, person } from "#base/kernel";
import type { ReplicatedTable } from "#base/platform";

/** The states of an opportunity as intervals: one holds from valid_from until just before valid_to. */
const opportunityStates: ReplicatedTable = {
  name: "opportunity_state",
  key: "opportunity_id",
  keyExpression: "v.opportunity_id",
  chunkBy: "crm.opportunity",
  columns: {
    opportunity_id: "UUID",
    valid_from: "TIMESTAMP",
    valid_to: "TIMESTAMP",
    basis: "VARCHAR",
    status: "VARCHAR",
    pipeline_id: "UUID",
    stage_id: "UUID",
    stage_entered_at: "TIMESTAMP",
    amount_minor: "BIGINT",
    currency: "VARCHAR",
    probability_millionths: "INTEGER",
    forecast_category: "VARCHAR",
    close_on: "DATE",
    owner_id: "UUID",
    account_id: "UUID",
  },
  seen: among("opportunity", "opportunity_id", "opportunity_id"),
  select: `select v.opportunity_id, v.valid_from,
      lead(v.valid_from) over (partition by v.opportunity_id order by v.valid_from),
      v.basis, v.status, v.pipeline_id, v.stage_id, v.stage_entered_at, v.amount_minor, v.currency,
      (v.probability * 1000000)::integer, v.forecast_category, v.close_on, v.owner_id, v.account_id
    from crm.opportunity_version v where v.workspace_id = $1 and v.superseded_at is null and {keys}`,
  follows: { "crm.opportunity": "key" },
};

const opportunities: ReplicatedTable = {
  name: "opportunity",
  key: "opportunity_id",
  keyExpression: "o.id",
  chunkBy: "crm.opportunity",
  columns: {
    opportunity_id: "UUID",
    name: "VARCHAR",
    created_on: "DATE",
    lead_source: "VARCHAR",
    lost_reason: "VARCHAR",
    custom: "VARCHAR",
    present_owner_id: "UUID",
    present_account_id: "UUID",
  },
  seen: either(person("present_owner_id"), among("opportunity_split", "opportunity_id", "opportunity_id")),
  select: `select o.id, o.name, o.created_on, o.lead_source, o.lost_reason, o.custom, o.owner_id, o.account_id
    from crm.opportunity o where o.workspace_id = $1 and {keys}`,
  follows: { "crm.opportunity": "key" },
};

/** The opportunity of a change of a row that hangs on it. */
const opportunityOf = (table: string) => ({
  keysOf: `coalesce(c.fields -> 'opportunity_id' ->> 1, c.fields -> 'opportunity_id' ->> 0,
    (select l.opportunity_id::text from ${table} l where l.workspace_id = c.workspace_id and l.id = c.record_id))`,
});

/**
 * How an opportunity falls to its products: running weights by line amount, by list price where there is none, else equal.
 * The products of a family lie side by side, so that a family's part is exactly that of its products together.
 */
const opportunityProducts: ReplicatedTable = {
  name: "opportunity_product",
  key: "opportunity_id",
  keyExpression: "l.opportunity_id",
  chunkBy: "crm.opportunity",
  columns: {
    opportunity_id: "UUID",
    product_id: "UUID",
    weight_before: "HUGEINT",
    weight_after: "HUGEINT",
    weight_total: "HUGEINT",
  },
  seen: among("opportunity", "opportunity_id", "opportunity_id"),
  select: `with line as (
      select l.opportunity_id, l.product_id, l.position, l.amount_minor, p.list_price_minor, p.family,
        bool_and(coalesce(l.amount_minor, 0) > 0) over (partition by l.opportunity_id) as amounts_known,
        bool_and(coalesce(p.list_price_minor, 0) > 0) over (partition by l.opportunity_id) as prices_known
      from crm.opportunity_line l join crm.product p on p.workspace_id = l.workspace_id and p.id = l.product_id
      where l.workspace_id = $1 and {keys}
    ), weighed as (
      select opportunity_id, product_id, family, min(position) as position, sum(case when amounts_known then amount_minor
        when prices_known then list_price_minor else 1 end) as weight
      from line group by opportunity_id, product_id, family
    )
    select opportunity_id, product_id, sum(weight) over running - weight, sum(weight) over running,
      sum(weight) over (partition by opportunity_id)
    from weighed window running as (partition by opportunity_id order by family, position, product_id rows unbounded preceding)`,
  follows: {
    "crm.opportunity_line": opportunityOf("crm.opportunity_line"),
    "crm.product": "whole",
  },
};

/** Who has a share in an opportunity: they see it, too. */
const opportunitySplits: ReplicatedTable = {
  name: "opportunity_split",
  key: "opportunity_id",
  keyExpression: "s.opportunity_id",
  chunkBy: "crm.opportunity",
  columns: { opportunity_id: "UUID", person_id: "UUID" },
  seen: person("person_id"),
  select: `select s.opportunity_id, s.person_id
    from crm.opportunity_split s where s.workspace_id = $1 and {keys}`,
  follows: { "crm.opportunity_split": opportunityOf("crm.opportunity_split") },
};

/** Which contacts stand behind an opportunity: who sees it sees them. */
const opportunityContacts: ReplicatedTable = {
  name: "opportunity_contact",
  key: "opportunity_id",
  keyExpression: "s.opportunity_id",
  chunkBy: "crm.opportunity",
  columns: { opportunity_id: "UUID", contact_id: "UUID" },
  seen: among("opportunity", "opportunity_id", "opportunity_id"),
  select: `select s.opportunity_id, s.contact_id
    from crm.opportunity_contact s where s.workspace_id = $1 and {keys}`,
  follows: { "crm.opportunity_contact": opportunityOf("crm.opportunity_contact") },
};

const accounts: ReplicatedTable = {
  name: "account",
  key: "account_id",
  keyExpression: "a.id",
  chunkBy: "crm.account",
  columns: {
    account_id: "UUID",
    name: "VARCHAR",
    industry: "VARCHAR",
    country: "VARCHAR",
    custom: "VARCHAR",
    domain: "VARCHAR",
    removed: "BOOLEAN",
    owner_id: "UUID",
  },
  seen: either(person("owner_id"), among("opportunity", "account_id", "present_account_id")),
  select: `select a.id, a.name, a.industry, a.country, a.custom, a.domain, a.removed_at is not null, a.owner_id
    from crm.account a where a.workspace_id = $1 and {keys}`,
  follows: { "crm.account": "key" },
};

/** Contacts that are there, to be found by name. */
const contacts: ReplicatedTable = {
  name: "contact",
  key: "contact_id",
  keyExpression: "c.id",
  chunkBy: "crm.contact",
  columns: {
    contact_id: "UUID",
    name: "VARCHAR",
    email: "VARCHAR",
    title: "VARCHAR",
    account_id: "UUID",
    owner_id: "UUID",
  },
  seen: either(
    person("owner_id"),
    among("account", "account_id", "account_id"),
    among("opportunity_contact", "contact_id", "contact_id"),
  ),
  select: `select c.id, c.name, c.email, c.title, c.account_id, c.owner_id
    from crm.contact c where c.workspace_id = $1 and c.removed_at is null and {keys}`,
  follows: { "crm.contact": "key" },
};

const products: ReplicatedTable = {
  name: "product",
  key: "product_id",
  keyExpression: "p.id",
  columns: { product_id: "UUID", name: "VARCHAR", family: "VARCHAR", removed: "BOOLEAN" },
  seen: everybody,
  select: `select p.id, p.name, p.family, p.removed_at is not null
    from crm.product p where p.workspace_id = $1 and {keys}`,
  follows: { "crm.product": "key" },
};

const pipelines: ReplicatedTable = {
  name: "pipeline",
  key: "pipeline_id",
  keyExpression: "p.id",
  columns: { pipeline_id: "UUID", name: "VARCHAR", position: "INTEGER" },
  seen: everybody,
  select: "select p.id, p.name, p.position from crm.pipeline p where p.workspace_id = $1 and {keys}",
  follows: { "crm.pipeline": "key" },
};

const stages: ReplicatedTable = {
  name: "stage",
  key: "stage_id",
  keyExpression: "s.id",
  columns: {
    stage_id: "UUID",
    pipeline_id: "UUID",
    name: "VARCHAR",
    position: "INTEGER",
    outcome: "VARCHAR",
    probability_millionths: "INTEGER",
  },
  seen: everybody,
  select: `select s.id, s.pipeline_id, s.name, s.position, s.outcome, (s.probability * 1000000)::integer
    from crm.stage s where s.workspace_id = $1 and {keys}`,
  follows: { "crm.stage": "key" },
};

export const crmReplica: readonly ReplicatedTable[] = [
  opportunityStates,
  opportunities,
  opportunityProducts,
  opportunitySplits,
  opportunityContacts,
  accounts,
  contacts,
  products,
  pipelines,
  stages,
];
