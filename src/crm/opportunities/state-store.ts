/** The states of opportunities at an instant, for every fact that is made of them. */
import { duck, type FactAsk, type Fragment, raw, wants } from "#base/platform";

/** The state `alias` that held at an instant. Without an OR, so that outer joins on it stay fast (see joinRate). */
export function stateAt(alias: string, instant: Fragment): Fragment {
  const s = raw(alias);
  return duck`${s}.valid_from < ${instant} AND coalesce(${s}.valid_to, TIMESTAMP 'infinity') >= ${instant}`;
}

/** An instant given as UTC text. */
export function timestamp(text: string): Fragment {
  return duck`CAST(${text} AS TIMESTAMP)`;
}

/** Keeps rows `s` of opportunities that were not removed by the end of the day asked about: what is removed counts nowhere. */
export function stillThere(ask: FactAsk): Fragment {
  return duck`JOIN opportunity_state still ON still.opportunity_id = s.opportunity_id
    AND ${stateAt("still", timestamp(ask.instant))} AND still.status <> 'removed'`;
}

/** The columns that every fact about opportunities has. */
export const stateColumns = {
  status: "word",
  pipeline_id: "word",
  stage_id: "word",
  owner_id: "word",
  account_id: "word",
  forecast_category: "word",
  lead_source: "word",
  lost_reason: "word",
  currency: "word",
  basis: "word",
  amount: "amount",
  weighted: "amount",
  close_on: "date",
  created_on: "date",
} as const;

/** What the opportunity of a row says of itself: its columns, and the join to it, left out where none of them is looked at. */
export function ofOpportunity(
  ask: Pick<FactAsk, "columns">,
  opportunityId: string,
): { columns: Fragment; join: Fragment } {
  if (!wants(ask, "created_on", "lead_source", "lost_reason", "name", "cycle_days")) {
    const none =
      "NULL::DATE AS created_on, NULL::VARCHAR AS lead_source, NULL::VARCHAR AS lost_reason, NULL::VARCHAR AS name";
    return { columns: raw(none), join: raw("") };
  }
  return {
    columns: raw("o.created_on, o.lead_source, o.lost_reason, o.name"),
    join: duck`LEFT JOIN opportunity o ON o.opportunity_id = ${raw(opportunityId)}`,
  };
}
