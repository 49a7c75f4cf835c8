/** The fact about stays: each time an opportunity was in an open stage, how long, how it ended, and what came afterwards. */
import { duck, type Fact, type FactAsk, type Fragment, raw, wants } from "#base/platform";
import { cutOpportunities } from "./cuts-store.ts";
import { ofOpportunity, stateAt, stateColumns, timestamp } from "./state-store.ts";

/**
 * One row a stay of an opportunity in an open stage, from entering until the next stage was entered or it closed. `ended`
 * says how: moved (to another open stage), closed, or running. `advanced` is yes when a later stage, or a win, was
 * reached afterwards; `reached_next` when the very next stage was, which is winning for the last one.
 */
export const stageStayFact: Fact = {
  name: "stage-stay",
  opens: true,
  byStretch: false,
  columns: {
    ...stateColumns,
    entered_on: "date",
    days: "number",
    ended: "word",
    first_entry: "word",
    advanced: "word",
    reached_next: "word",
    undecided: "word",
  },
  cut: (dimension, ask) => cutOpportunities(dimension, ask),
  rows: stageStays,
};

function stageStays(ask: FactAsk): Fragment {
  const instant = timestamp(ask.instant);
  const opportunity = ofOpportunity(ask, "y.opportunity_id");
  const closed = wants(ask, "days", "ended");
  const following = wants(ask, "reached_next");
  return duck`SELECT y.*, ${opportunity.columns}, NULL::HUGEINT AS amount, NULL::HUGEINT AS weighted,
      CAST(timezone(${ask.timeZone}, timezone('UTC', y.entered_at)) AS DATE) AS entered_on,
      epoch_us(coalesce(y.left_at, y.closed_at, ${instant}) - y.entered_at) / 86400000000.0 AS days,
      CASE WHEN y.left_for = 'open' THEN 'moved' WHEN y.left_at IS NOT NULL OR y.closed_at IS NOT NULL THEN 'closed'
        ELSE 'running' END AS ended,
      CASE WHEN y.entry_no = 1 THEN 'yes' ELSE 'no' END AS first_entry,
      CASE WHEN y.furthest > y.position OR y.status = 'won' THEN 'yes' ELSE 'no' END AS advanced,
      CASE WHEN (y.wanted IS NULL AND y.status = 'won') OR ${raw(following ? "n.entered_at >= y.entered_at" : "false")}
        THEN 'yes' ELSE 'no' END AS reached_next,
      CASE WHEN y.status = 'open' AND NOT (y.furthest > y.position) THEN 'yes' ELSE 'no' END AS undecided
    FROM (
      SELECT e.*, p.status, p.owner_id, p.account_id, p.forecast_category, p.currency, p.close_on,
        ${raw(closed ? "c.closed_at" : "NULL::TIMESTAMP AS closed_at")}
      FROM (${stageEntries(instant)}) e
      JOIN opportunity_state p ON p.opportunity_id = e.opportunity_id AND ${stateAt("p", instant)} AND p.status <> 'removed'
      ${closed ? duck`LEFT JOIN (${lastClosings(instant)}) c ON c.opportunity_id = e.opportunity_id` : raw("")}
      WHERE e.outcome = 'open'
    ) y
    ${following ? duck`LEFT JOIN (${lastEntries(instant)}) n ON n.opportunity_id = y.opportunity_id AND n.stage_id = y.wanted` : raw("")}
    ${opportunity.join}`;
}

/** When each stage was last entered by then. */
function lastEntries(instant: Fragment): Fragment {
  return duck`SELECT opportunity_id, stage_id, max(stage_entered_at) AS entered_at FROM opportunity_state
    WHERE valid_from < ${instant} GROUP BY 1, 2`;
}

/**
 * Every entry into a stage by then, in order, with how we know of it, when and for what it was left, and the furthest
 * open stage from there on.
 */
function stageEntries(instant: Fragment): Fragment {
  return duck`SELECT n.*, g.position, g.outcome, g.wanted,
      lead(n.entered_at) OVER in_order AS left_at, lead(g.outcome) OVER in_order AS left_for,
      row_number() OVER (PARTITION BY n.opportunity_id, n.stage_id ORDER BY n.entered_at) AS entry_no,
      max(CASE WHEN g.outcome = 'open' THEN g.position END) OVER (PARTITION BY n.opportunity_id ORDER BY n.entered_at
        ROWS BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING) AS furthest
    FROM (SELECT opportunity_id, stage_id, pipeline_id, stage_entered_at AS entered_at, arg_min(basis, valid_from) AS basis
      FROM opportunity_state WHERE stage_id IS NOT NULL AND stage_entered_at IS NOT NULL AND valid_from < ${instant}
      GROUP BY 1, 2, 3, 4) n
    JOIN (SELECT *, lead(CASE WHEN outcome = 'open' THEN stage_id END)
        OVER (PARTITION BY pipeline_id, outcome ORDER BY position) AS wanted FROM stage) g ON g.stage_id = n.stage_id
    WINDOW in_order AS (PARTITION BY n.opportunity_id ORDER BY n.entered_at)`;
}

/** When what is closed closed: the beginning of its last run of closed states, whatever was corrected later. */
function lastClosings(instant: Fragment): Fragment {
  return duck`SELECT s.opportunity_id, min(s.valid_from) AS closed_at
    FROM opportunity_state s
    LEFT JOIN (SELECT opportunity_id, max(valid_from) AS open_from FROM opportunity_state
      WHERE status = 'open' AND valid_from < ${instant} GROUP BY 1) l ON l.opportunity_id = s.opportunity_id
    WHERE s.status IN ('won', 'lost') AND s.valid_from < ${instant} AND (l.open_from IS NULL OR s.valid_from > l.open_from)
    GROUP BY 1`;
}
