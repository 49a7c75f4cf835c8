/** The waterfall from the replica: each opportunity's standing on two days, and what it adds to which step. */
import {
  columnsNamed,
  duck,
  type FactAsk,
  type Fragment,
  type Inferred,
  inferredOf,
  type Replica,
  raw,
  type Slice,
  slicing,
} from "#base/platform";
import { cutOpportunities, opportunityFact } from "#crm";
import type { Step, StepName } from "./waterfall.ts";

export interface WaterfallAsk {
  readonly workspaceId: string;
  readonly from: FactAsk;
  readonly to: FactAsk;
  readonly closingFrom: string | null;
  readonly closingTo: string | null;
  readonly where: readonly Slice[];
}

/** Counts and magnitudes of every step that has rows, and how many of the opportunities rest on dates alone. */
export async function waterfallSteps(
  replica: Replica,
  ask: WaterfallAsk,
): Promise<{ steps: Step[]; inferred: Inferred | null }> {
  const rows = await replica.ask(
    ask.workspaceId,
    duck`${contributions(ask, [])} SELECT step, count(DISTINCT id)::INTEGER AS count, sum(amount)::HUGEINT AS amount,
        NULL::INTEGER AS inferred FROM contribution GROUP BY step
      UNION ALL SELECT NULL, count(DISTINCT id)::INTEGER, NULL,
        (count(DISTINCT id) FILTER (WHERE a_basis = 'inferred' OR b_basis = 'inferred'))::INTEGER
      FROM known WHERE was_in OR is_in OR passed_through`,
  );
  const steps = rows.filter((row) => row.step !== null);
  const whole = rows.find((row) => row.step === null);
  return {
    steps: steps.map((row) => ({
      name: row.step as StepName,
      count: Number(row.count),
      amountMinor: BigInt(row.amount ?? 0),
    })),
    inferred: inferredOf(Number(whole?.inferred ?? 0), Number(whole?.count ?? 0)),
  };
}

export interface MovedRow {
  readonly id: string;
  readonly name: string;
  readonly account: string | null;
  readonly changeMinor: bigint;
  readonly before: StandingRow | null;
  readonly after: StandingRow | null;
}

export interface StandingRow {
  readonly stage: string | null;
  readonly status: string;
  readonly amountMinor: bigint | null;
  readonly closeOn: string | null;
  readonly person: string | null;
}

/** The opportunities of one step, the largest first, with how they stood on both days in the workspace's currency. */
export async function waterfallMoves(
  replica: Replica,
  ask: WaterfallAsk,
  step: StepName,
  page: { offset: number; limit: number },
): Promise<{ rows: MovedRow[]; count: number }> {
  const rows = await replica.ask(
    ask.workspaceId,
    duck`${contributions(ask, ["name"])} SELECT CAST(c.id AS VARCHAR) AS id, coalesce(m.name, 'Deleted opportunity') AS name, n.name AS account,
        c.amount AS change, count(*) OVER ()::INTEGER AS count,
        m.a_status, m.a_amount, CAST(m.a_close_on AS VARCHAR) AS a_close_on, ga.name AS a_stage, pa.name AS a_person,
        m.b_status, m.b_amount, CAST(m.b_close_on AS VARCHAR) AS b_close_on, gb.name AS b_stage, pb.name AS b_person
      FROM contribution c JOIN moved m ON m.id = c.id
      LEFT JOIN account n ON n.account_id = m.account_id
      LEFT JOIN stage ga ON ga.stage_id = m.a_stage_id LEFT JOIN person pa ON pa.person_id = m.a_owner_id
      LEFT JOIN stage gb ON gb.stage_id = m.b_stage_id LEFT JOIN person pb ON pb.person_id = m.b_owner_id
      WHERE c.step = ${step} ORDER BY abs(c.amount) DESC, c.id LIMIT ${page.limit} OFFSET ${page.offset}`,
  );
  const counted =
    rows.length > 0 || page.offset === 0
      ? rows[0]?.count
      : (await waterfallSteps(replica, ask)).steps.find((one) => one.name === step)?.count;
  return { rows: rows.map(movedRow), count: Number(counted ?? 0) };
}

type PlainRow = Awaited<ReturnType<Replica["ask"]>>[number];

function movedRow(row: PlainRow): MovedRow {
  const standing = (side: "a" | "b"): StandingRow | null =>
    row[`${side}_status`] === null
      ? null
      : {
          stage: textOrNull(row[`${side}_stage`]),
          status: String(row[`${side}_status`]),
          amountMinor: row[`${side}_amount`] === null ? null : BigInt(row[`${side}_amount`] ?? 0),
          closeOn: textOrNull(row[`${side}_close_on`]),
          person: textOrNull(row[`${side}_person`]),
        };
  return {
    id: String(row.id),
    name: String(row.name),
    account: textOrNull(row.account),
    changeMinor: BigInt(row.change ?? 0),
    before: standing("a"),
    after: standing("b"),
  };
}

function textOrNull(value: PlainRow[string] | undefined): string | null {
  return value === null || value === undefined ? null : String(value);
}

/**
 * `moved`: both standings of each opportunity, of a slice by products only the part that falls to it. `contribution`: what it adds to each step.
 * A win counts at the value it was won with, so that the step equals bookings; what leaves otherwise counts at the value
 * that it had at the start. What was opened and decided in between counts both as new and as won or lost. An amount that
 * only changed because the exchange rate did is told apart. `also`: columns that are looked at besides.
 */
function contributions(ask: WaterfallAsk, also: readonly string[]): Fragment {
  return duck`WITH moved AS MATERIALIZED (${movedQuery(ask, also)}),
    known AS MATERIALIZED (SELECT *,
      coalesce(a_in, false) AS was_in, coalesce(b_in, false) AS is_in,
      CASE WHEN a_amount IS NULL OR b_amount IS NULL OR a_currency <> b_currency THEN a_amount ELSE a_at_b END AS a_moved,
      NOT coalesce(a_in, false) AND b_status IN ('won', 'lost') AND b_window
        AND (a_status IS NULL OR a_status = 'open' OR (a_status = 'lost' AND b_status = 'won')) AS passed_through
      FROM moved),
    contribution AS MATERIALIZED (
      SELECT id, 'start' AS step, coalesce(a_amount, 0) AS amount FROM known WHERE was_in
      UNION ALL SELECT id, 'end', coalesce(b_amount, 0) FROM known WHERE is_in
      UNION ALL SELECT id, CASE WHEN a_status = 'open' THEN 'pulled-in' ELSE 'new' END, coalesce(b_amount, 0)
        FROM known WHERE NOT was_in AND (is_in OR passed_through)
      UNION ALL SELECT id, b_status, coalesce(b_amount, 0) FROM known WHERE passed_through
      UNION ALL SELECT id, 'won', coalesce(b_amount, 0) FROM known WHERE was_in AND b_status = 'won'
      UNION ALL SELECT id, 'lost', coalesce(a_amount, 0) FROM known WHERE was_in AND b_status = 'lost'
      UNION ALL SELECT id, 'pushed-out', coalesce(a_amount, 0) FROM known WHERE was_in AND b_status = 'open' AND NOT is_in
      UNION ALL SELECT id, 'removed', coalesce(a_amount, 0) FROM known WHERE was_in AND b_status IS NULL
      UNION ALL SELECT id, CASE WHEN coalesce(b_amount, 0) > coalesce(a_moved, 0) THEN 'increased' ELSE 'decreased' END,
        abs(coalesce(b_amount, 0) - coalesce(a_moved, 0)) FROM known
        WHERE was_in AND (is_in OR b_status = 'won') AND coalesce(b_amount, 0) <> coalesce(a_moved, 0)
      UNION ALL SELECT id, 'exchange-rate', coalesce(a_moved, 0) - coalesce(a_amount, 0) FROM known
        WHERE was_in AND (is_in OR b_status = 'won') AND coalesce(a_moved, 0) <> coalesce(a_amount, 0))`;
}

function movedQuery(ask: WaterfallAsk, also: readonly string[]): Fragment {
  const window = (side: "a" | "b") => {
    const column = raw(`${side}.close_on`);
    const from = ask.closingFrom === null ? raw("true") : duck`${column} >= CAST(${ask.closingFrom} AS DATE)`;
    const to = ask.closingTo === null ? raw("true") : duck`${column} <= CAST(${ask.closingTo} AS DATE)`;
    return duck`coalesce(${from} AND ${to}, false)`;
  };
  const { joins, kept, portion } = slicing(
    (dimension) => cutOpportunities(dimension, ask.to),
    ask.where,
    null,
  );
  const part = (amount: string) =>
    portion
      ? duck`portion(f.${raw(amount)}, ${portion.before}, ${portion.after}, ${portion.total}) AS ${raw(amount)}`
      : duck`f.${raw(amount)} AS ${raw(amount)}`;
  const columns = new Set(["amount", "rate_factor", ...columnsNamed("f", [joins, kept]), ...also]);
  return duck`SELECT f.* EXCLUDE (opportunity_id, owner_id, pipeline_id, stage_id, forecast_category, lead_source, lost_reason, status, currency, close_on)
      REPLACE (${part("a_amount")}, ${part("b_amount")}, ${part("a_at_b")})
    FROM (SELECT coalesce(a.opportunity_id, b.opportunity_id) AS id, coalesce(a.opportunity_id, b.opportunity_id) AS opportunity_id,
        coalesce(b.name, a.name) AS name, coalesce(b.account_id, a.account_id) AS account_id,
        coalesce(b.owner_id, a.owner_id) AS owner_id, coalesce(b.pipeline_id, a.pipeline_id) AS pipeline_id,
        coalesce(b.stage_id, a.stage_id) AS stage_id, coalesce(b.forecast_category, a.forecast_category) AS forecast_category,
        coalesce(b.lead_source, a.lead_source) AS lead_source, coalesce(b.lost_reason, a.lost_reason) AS lost_reason,
        coalesce(b.status, a.status) AS status, coalesce(b.currency, a.currency) AS currency,
        coalesce(b.close_on, a.close_on) AS close_on,
        a.status AS a_status, a.amount AS a_amount, a.currency AS a_currency, a.close_on AS a_close_on,
        a.stage_id AS a_stage_id, a.owner_id AS a_owner_id, a.basis AS a_basis, b.basis AS b_basis,
        b.status AS b_status, b.amount AS b_amount, b.currency AS b_currency, b.close_on AS b_close_on,
        b.stage_id AS b_stage_id, b.owner_id AS b_owner_id, ${window("b")} AS b_window,
        divide_half_even(a.amount_minor::HUGEINT * b.rate_factor, 1000000000000::HUGEINT) AS a_at_b,
        a.status = 'open' AND ${window("a")} AS a_in, b.status = 'open' AND ${window("b")} AS b_in
      FROM (${opportunityFact.rows({ ...ask.from, columns })}) a
      FULL JOIN (${opportunityFact.rows({ ...ask.to, columns })}) b ON a.opportunity_id = b.opportunity_id
      WHERE a.status IS DISTINCT FROM b.status OR a.status = 'open') f ${joins} WHERE ${kept}`;
}
