/** How facts about opportunities are cut: by the people, accounts, products, stages and fields that they belong to. */
import { type Cut, duck, type FactAsk, type Fragment, type Portion, raw } from "#base/platform";

/** The columns a fact offers for cutting; a fact without one of them cannot be cut by what hangs on it. */
export interface CutColumns {
  readonly opportunity: string;
  readonly owner: string;
  readonly account: string;
  readonly pipeline: string;
  readonly stage: string;
  /** The day asked about, where rows are of several days; else it is that of the question. */
  readonly day?: string;
}

export const opportunityCuts: CutColumns = {
  opportunity: "f.opportunity_id",
  owner: "f.owner_id",
  account: "f.account_id",
  pipeline: "f.pipeline_id",
  stage: "f.stage_id",
};

/**
 * The day whose organization counts: what is closed stays with the team that closed it, through every reorganization
 * and departure; what is open belongs to the organization of the day asked about.
 */
function organizationDay(ask: FactAsk, columns: CutColumns): Fragment {
  const asked = columns.day ? raw(columns.day) : duck`CAST(${ask.asOf} AS DATE)`;
  return duck`CASE WHEN f.status IN ('won', 'lost') THEN least(coalesce(f.close_on, ${asked}), ${asked}) ELSE ${asked} END`;
}

function holdsOn(alias: string, day: Fragment): Fragment {
  return duck`coalesce(${raw(alias)}.starts_on, DATE '-infinity') <= ${day}
    AND ${day} < coalesce(${raw(alias)}.ends_on, DATE 'infinity')`;
}

/** A cut of rows that have a person: `owner` is the column with the person's id, `day` the day whose organization counts. */
export function cutByPerson(dimension: string, owner: string, day: Fragment): Cut | null {
  const column = raw(owner);
  switch (dimension) {
    case "person":
      return {
        joins: duck`LEFT JOIN person d_person ON d_person.person_id = ${column}`,
        id: raw("d_person.person_id"),
        key: raw("d_person.name"),
      };
    case "manager":
      return {
        joins: duck`LEFT JOIN reporting_line d_line ON d_line.person_id = ${column} AND ${holdsOn("d_line", day)}
          LEFT JOIN person d_manager ON d_manager.person_id = d_line.manager_id`,
        id: raw("d_manager.person_id"),
        key: raw("d_manager.name"),
      };
    case "team":
      return {
        joins: duck`LEFT JOIN membership d_team ON d_team.person_id = ${column} AND ${holdsOn("d_team", day)}`,
        id: raw("d_team.team_id"),
        key: raw("d_team.team"),
      };
    case "region":
      return {
        joins: duck`LEFT JOIN membership d_region ON d_region.person_id = ${column} AND ${holdsOn("d_region", day)}`,
        id: raw("d_region.region_id"),
        key: raw("d_region.region"),
      };
    default:
      return null;
  }
}

/** A cut of rows about opportunities, custom fields of opportunity, account and person included. */
export function cutOpportunities(
  dimension: string,
  ask: FactAsk,
  columns: CutColumns = opportunityCuts,
): Cut | null {
  return (
    cutByPerson(dimension, columns.owner, organizationDay(ask, columns)) ??
    cutByRecord(dimension, columns) ??
    cutByWord(dimension) ??
    cutByField(dimension, columns)
  );
}

function cutByRecord(dimension: string, columns: CutColumns): Cut | null {
  switch (dimension) {
    case "account":
      return accountCut(columns, "d_account", raw("d_account.account_id"), raw("d_account.name"));
    case "industry":
      return accountCut(columns, "d_industry", raw("NULL"), raw("d_industry.industry"));
    case "country":
      return accountCut(columns, "d_country", raw("NULL"), raw("d_country.country"));
    case "pipeline":
      return {
        joins: duck`LEFT JOIN pipeline d_pipeline ON d_pipeline.pipeline_id = ${raw(columns.pipeline)}`,
        id: raw("d_pipeline.pipeline_id"),
        key: raw("d_pipeline.name"),
        order: raw("d_pipeline.position"),
      };
    case "stage":
      return {
        joins: duck`LEFT JOIN stage d_stage ON d_stage.stage_id = ${raw(columns.stage)}
          LEFT JOIN pipeline d_stage_of ON d_stage_of.pipeline_id = d_stage.pipeline_id`,
        id: raw("d_stage.stage_id"),
        key: raw("d_stage.name"),
        order: raw("d_stage_of.position * 1000 + d_stage.position"),
      };
    case "product":
      return productCut(columns);
    case "product-family":
      return familyCut(columns);
    default:
      return null;
  }
}

function accountCut(columns: CutColumns, alias: string, id: Fragment, key: Fragment): Cut {
  return {
    joins: duck`LEFT JOIN account ${raw(alias)} ON ${raw(alias)}.account_id = ${raw(columns.account)}`,
    id,
    key,
  };
}

/** An opportunity falls to its products by the weights of its lines; one without lines stays whole, under no product. */
function productCut(columns: CutColumns): Cut {
  return {
    joins: duck`LEFT JOIN opportunity_product d_part ON d_part.opportunity_id = ${raw(columns.opportunity)}
      LEFT JOIN product d_product ON d_product.product_id = d_part.product_id`,
    id: raw("d_product.product_id"),
    key: raw("d_product.name"),
    portion: portionOf("d_part"),
  };
}

/** An opportunity counts once in a family, however many of its products it has: their weights lie side by side. */
function familyCut(columns: CutColumns): Cut {
  return {
    joins: duck`LEFT JOIN (SELECT w.opportunity_id, p.family, min(w.weight_before) AS weight_before,
        max(w.weight_after) AS weight_after, max(w.weight_total) AS weight_total
      FROM opportunity_product w LEFT JOIN product p ON p.product_id = w.product_id GROUP BY 1, 2) d_family
      ON d_family.opportunity_id = ${raw(columns.opportunity)}`,
    id: raw("NULL"),
    key: raw("d_family.family"),
    portion: portionOf("d_family"),
    within: { dimension: "product", key: raw("d_product.family") },
  };
}

function portionOf(alias: string): Portion {
  return {
    before: raw(`coalesce(${alias}.weight_before, 0::HUGEINT)`),
    after: raw(`coalesce(${alias}.weight_after, 1::HUGEINT)`),
    total: raw(`coalesce(${alias}.weight_total, 1::HUGEINT)`),
  };
}

const words: Readonly<Record<string, string>> = {
  "forecast-category": "f.forecast_category",
  "lead-source": "f.lead_source",
  "lost-reason": "f.lost_reason",
  status: "f.status",
  currency: "f.currency",
};

function cutByWord(dimension: string): Cut | null {
  const column = words[dimension];
  return column ? { joins: raw(""), id: raw("NULL"), key: raw(column) } : null;
}

/** Custom fields are named `field.KEY` (opportunity), `account.KEY` and `person.KEY`. */
function cutByField(dimension: string, columns: CutColumns): Cut | null {
  const match = /^(field|account|person)\.([a-z][a-z0-9_]*)$/.exec(dimension);
  if (!match) return null;
  const [, noun, key] = match;
  const sources = {
    field: ["opportunity", "opportunity_id", columns.opportunity],
    account: ["account", "account_id", columns.account],
    person: ["person", "person_id", columns.owner],
  } as const;
  const [table, column, own] = sources[noun as keyof typeof sources];
  const alias = `d_${noun}_${key}`;
  return {
    joins: duck`LEFT JOIN ${raw(table)} ${raw(alias)} ON ${raw(alias)}.${raw(column)} = ${raw(own)}`,
    id: raw("NULL"),
    key: duck`json_extract_string(${raw(alias)}.custom, ${`$."${key}"`})`,
  };
}
