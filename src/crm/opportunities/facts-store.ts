/** Facts about opportunities: as they stood on a day, their stays in stages, what they promised, how they were pushed. */
import {
  allOf,
  duck,
  type Fact,
  type Fragment,
  inWorkspaceCurrency,
  joined,
  joinRate,
  raw,
  type Stretch,
  wants,
} from "#base/platform";
import { cutOpportunities } from "./cuts-store.ts";
import { ofOpportunity, stateAt, stateColumns, stillThere, timestamp } from "./state-store.ts";
import { stageStayFact } from "./stays-store.ts";

/** The rate of the day: of the closing day once closed, of the day asked about while open. */
function rateDay(asOf: Fragment): Fragment {
  return duck`CASE WHEN s.status = 'open' THEN ${asOf} ELSE coalesce(s.close_on, ${asOf}) END`;
}

/** One row an opportunity that was there at the end of the day, in the workspace's currency. */
export const opportunityFact: Fact = {
  name: "opportunity",
  opens: true,
  byStretch: false,
  columns: { ...stateColumns, cycle_days: "number", days_in_stage: "number" },
  cut: (dimension, ask) => cutOpportunities(dimension, ask),
  rows(ask) {
    const opportunity = ofOpportunity(ask, "s.opportunity_id");
    const valued = wants(ask, "amount", "weighted", "rate_factor");
    const likely = wants(ask, "probability_millionths", "weighted");
    const amount = valued
      ? inWorkspaceCurrency(raw("s.amount_minor"), raw("s.currency"), ask.currency)
      : raw("NULL::HUGEINT");
    const factor = valued
      ? duck`CASE WHEN s.currency = ${ask.currency} THEN 1000000000000::HUGEINT ELSE x.factor END`
      : raw("NULL::HUGEINT");
    const probability = likely
      ? raw("coalesce(s.probability_millionths, g.probability_millionths)::HUGEINT")
      : raw("NULL::HUGEINT");
    return duck`SELECT *, divide_half_even(amount * probability_millionths, 1000000::HUGEINT) AS weighted,
        (close_on - created_on)::DOUBLE AS cycle_days FROM (
      SELECT s.opportunity_id, s.status, s.pipeline_id, s.stage_id, s.owner_id, s.account_id, s.forecast_category,
        s.currency, s.basis, s.amount_minor, s.close_on, ${opportunity.columns},
        ${amount} AS amount, ${factor} AS rate_factor, ${probability} AS probability_millionths,
        epoch_us(${timestamp(ask.instant)} - s.stage_entered_at) / 86400000000.0 AS days_in_stage
      FROM opportunity_state s ${opportunity.join}
      ${likely ? raw("LEFT JOIN stage g ON g.stage_id = s.stage_id") : raw("")}
      ${valued ? joinRate(raw("s.currency"), rateDay(duck`CAST(${ask.asOf} AS DATE)`)) : raw("")}
      WHERE ${stateAt("s", timestamp(ask.instant))} AND s.status <> 'removed')`;
  },
};

/** One row an opportunity, as it stood when it was opened: for the pipeline that was generated, before anything changed. */
export const openingFact: Fact = {
  name: "opening",
  opens: true,
  byStretch: false,
  columns: stateColumns,
  cut: (dimension, ask) => cutOpportunities(dimension, ask),
  rows(ask) {
    const day = duck`coalesce(o.created_on, CAST(${ask.asOf} AS DATE))`;
    return duck`SELECT s.opportunity_id, s.status, s.pipeline_id, s.stage_id, s.owner_id, s.account_id, s.forecast_category,
        s.currency, s.basis, s.close_on, o.created_on, o.lead_source, o.lost_reason,
        ${inWorkspaceCurrency(raw("s.amount_minor"), raw("s.currency"), ask.currency)} AS amount, NULL::HUGEINT AS weighted
      FROM (SELECT * FROM opportunity_state WHERE valid_from < ${timestamp(ask.instant)} AND status <> 'removed'
        QUALIFY row_number() OVER (PARTITION BY opportunity_id ORDER BY valid_from) = 1) s
      ${stillThere(ask)}
      LEFT JOIN opportunity o ON o.opportunity_id = s.opportunity_id
      ${joinRate(raw("s.currency"), day)}`;
  },
};

/** The periods of the question as rows: t(key, starts_on, ends_on, start_at, end_at). */
export function periodRows(periods: readonly Stretch[]): Fragment {
  const rows = periods.map(
    (one) => duck`(${one.key}, CAST(${one.startsOn} AS DATE), CAST(${one.endsOn} AS DATE),
      ${timestamp(one.startInstant)}, ${timestamp(one.endInstant)})`,
  );
  const none = duck`('', DATE '0001-01-01', DATE '0001-01-01', TIMESTAMP '0001-01-01', TIMESTAMP '0001-01-01')`;
  return duck`(VALUES ${joined(rows.length > 0 ? rows : [none], ", ")}) t(key, starts_on, ends_on, start_at, end_at)`;
}

/**
 * One row an opportunity and period: open when the period began (the lock) and expected to close in it. `kept` is yes
 * when it was closed by the end of the period, or of the day asked about where that comes first; undecided while the
 * period runs and the promise stands; else no.
 */
export const promiseFact: Fact = {
  name: "promise",
  opens: true,
  byStretch: true,
  columns: { ...stateColumns, kept: "word", stretch_on: "date" },
  cut: (dimension, ask) => cutOpportunities(dimension, ask),
  rows(ask) {
    const end = duck`least(t.end_at, ${timestamp(ask.instant)})`;
    return duck`SELECT t.starts_on AS stretch_on, s.opportunity_id, e.status, s.pipeline_id, s.stage_id, s.owner_id, s.account_id,
        s.forecast_category, s.currency, s.basis, s.close_on, o.created_on, o.lead_source, o.lost_reason,
        ${inWorkspaceCurrency(raw("s.amount_minor"), raw("s.currency"), ask.currency)} AS amount, NULL::HUGEINT AS weighted,
        CASE WHEN e.status IN ('won', 'lost') THEN 'yes'
          WHEN t.end_at > ${timestamp(ask.instant)} AND e.status = 'open' AND e.close_on < t.ends_on THEN 'undecided'
          ELSE 'no' END AS kept
      FROM ${periodRows(ask.stretches)}
      JOIN opportunity_state s ON ${stateAt("s", raw("t.start_at"))} AND s.status = 'open'
        AND s.close_on >= t.starts_on AND s.close_on < t.ends_on
      ${stillThere(ask)}
      LEFT JOIN opportunity_state e ON e.opportunity_id = s.opportunity_id AND ${stateAt("e", end)}
      LEFT JOIN opportunity o ON o.opportunity_id = s.opportunity_id
      ${joinRate(raw("s.currency"), raw("t.starts_on"))}
      WHERE t.start_at < ${timestamp(ask.instant)}`;
  },
};

/**
 * One row an opportunity and period in which it was open at some time. `pushed` is yes when, in that period, its close
 * date was moved into a later fiscal quarter.
 */
export const exposureFact: Fact = {
  name: "exposure",
  opens: true,
  byStretch: true,
  columns: { ...stateColumns, pushed: "word", stretch_on: "date" },
  cut: (dimension, ask) => cutOpportunities(dimension, ask),
  rows(ask) {
    const quarter = (column: string) =>
      duck`(SELECT max(q.starts_on) FROM (VALUES ${joined(
        ask.quarters.map((one) => duck`(CAST(${one.startsOn} AS DATE))`),
        ", ",
      )}) q(starts_on) WHERE q.starts_on <= ${raw(column)})`;
    const overlap = allOf([
      raw("s.status = 'open'"),
      raw("s.valid_from < t.end_at"),
      duck`s.valid_from < ${timestamp(ask.instant)}`,
      raw("(s.valid_to IS NULL OR s.valid_to > t.start_at)"),
    ]);
    return duck`SELECT t.starts_on AS stretch_on, s.opportunity_id, arg_max(s.status, s.valid_from) AS status,
        arg_max(s.pipeline_id, s.valid_from) AS pipeline_id, arg_max(s.stage_id, s.valid_from) AS stage_id,
        arg_max(s.owner_id, s.valid_from) AS owner_id, arg_max(s.account_id, s.valid_from) AS account_id,
        arg_max(s.forecast_category, s.valid_from) AS forecast_category, max(s.currency) AS currency,
        CASE WHEN bool_or(s.basis = 'inferred') THEN 'inferred' ELSE max(s.basis) END AS basis, arg_max(s.close_on, s.valid_from) AS close_on, max(o.created_on) AS created_on,
        max(o.lead_source) AS lead_source, max(o.lost_reason) AS lost_reason, NULL::HUGEINT AS amount, NULL::HUGEINT AS weighted,
        CASE WHEN bool_or(s.pushed AND s.valid_from >= t.start_at) THEN 'yes' ELSE 'no' END AS pushed
      FROM ${periodRows(ask.stretches)}
      JOIN (SELECT *, quarter_of > lag(quarter_of) OVER (PARTITION BY opportunity_id ORDER BY valid_from)
          AND lag(status) OVER (PARTITION BY opportunity_id ORDER BY valid_from) = 'open' AS pushed
        FROM (SELECT *, ${quarter("close_on")} AS quarter_of FROM opportunity_state)) s ON ${overlap}
      ${stillThere(ask)}
      LEFT JOIN opportunity o ON o.opportunity_id = s.opportunity_id
      GROUP BY 1, 2`;
  },
};

export const opportunityFacts: readonly Fact[] = [
  opportunityFact,
  openingFact,
  stageStayFact,
  promiseFact,
  exposureFact,
];
