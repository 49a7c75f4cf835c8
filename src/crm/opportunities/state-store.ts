/** The states of opportunities at an instant, for every fact that is made of them. */
import { duck, type FactAsk, type Fragment, raw } from "#base/platform";

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
