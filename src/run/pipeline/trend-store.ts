/** The open pipeline at the end of many days in one query, each with the figures that the day itself gives. */
import {
  type Cut,
  duck,
  type FactAsk,
  type Fragment,
  inRowOrder,
  inWorkspaceCurrency,
  joined,
  type Replica,
  raw,
  type Slice,
  slicing,
} from "#base/platform";
import { cutOpportunities, opportunityCuts } from "#crm";

export interface TrendAsk {
  readonly workspaceId: string;
  /** What is asked of each day; all in one currency and time zone. At least one. */
  readonly days: readonly [FactAsk, ...FactAsk[]];
  readonly where: readonly Slice[];
  readonly closingFrom: string | null;
  readonly closingTo: string | null;
}

export interface TrendFigure {
  readonly key: string;
  readonly n: number;
  /** Null where nothing has an amount. */
  readonly value: bigint | null;
  /** Opportunities that are known from dates only. */
  readonly inferred: number;
}

/** By day: the total (under the key "") when `by` is null, else the rows of the breakdown in their order. */
export async function pipelineByDay(
  replica: Replica,
  ask: TrendAsk,
  by: string | null,
): Promise<Map<string, TrendFigure[]>> {
  const sliced = slicing((dimension) => cutByDay(dimension, ask.days[0]), ask.where, by);
  const { portion } = sliced;
  const amount = portion
    ? duck`portion(f.amount, ${portion.before}, ${portion.after}, ${portion.total})`
    : raw("f.amount");
  const head = sliced.by
    ? duck`CAST(${sliced.by.id} AS VARCHAR) AS id, coalesce(CAST(${sliced.by.key} AS VARCHAR), '(none)') AS key,
      min(${sliced.by.order ?? raw("NULL")}) AS sort_by`
    : raw("NULL AS id, '' AS key, NULL AS sort_by");
  const rows = await replica.ask(
    ask.workspaceId,
    duck`WITH ${daysOf(ask)} SELECT CAST(f.asked_on AS VARCHAR) AS day, ${head}, count(*)::BIGINT AS n, sum(${amount})::HUGEINT AS value,
        count(*) FILTER (WHERE f.basis = 'inferred')::BIGINT AS inferred
      FROM (${openByDay(ask)}) f ${sliced.joins} WHERE ${sliced.kept} GROUP BY ${raw(sliced.by ? "1, 2, 3" : "1")}`,
  );
  const found = rows.map((row) => ({
    day: String(row.day),
    key: String(row.key),
    n: Number(row.n),
    value: row.value === null ? null : BigInt(row.value ?? 0),
    inferred: Number(row.inferred ?? 0),
    order: row.sort_by === null || row.sort_by === undefined ? null : Number(row.sort_by),
  }));
  return Map.groupBy(found.sort(inRowOrder), (row) => row.day);
}

/** What is open belongs to the organization of its day. */
function cutByDay(dimension: string, ask: FactAsk): Cut | null {
  return cutOpportunities(dimension, ask, { ...opportunityCuts, day: "f.asked_on" });
}

/** The days asked about, each with the instant at which it ends: named `day`, so that rates are looked up once a day. */
function daysOf({ days }: TrendAsk): Fragment {
  const asked = days.map((one) => duck`(CAST(${one.asOf} AS DATE), CAST(${one.instant} AS TIMESTAMP))`);
  return duck`day(asked_on, instant) AS (VALUES ${joined(asked, ", ")})`;
}

/** One row a day and opportunity that was open at its end, in the workspace's currency at the day's rate. */
function openByDay({ days, closingFrom, closingTo }: TrendAsk): Fragment {
  const from = closingFrom === null ? raw("") : duck`AND close_on >= CAST(${closingFrom} AS DATE)`;
  const to = closingTo === null ? raw("") : duck`AND close_on <= CAST(${closingTo} AS DATE)`;
  const { currency } = days[0];
  return duck`SELECT t.asked_on, s.*, o.lead_source, o.lost_reason,
      ${inWorkspaceCurrency(raw("s.amount_minor"), raw("s.currency"), currency)} AS amount
    FROM day t
    JOIN (SELECT * EXCLUDE (valid_to), coalesce(valid_to, TIMESTAMP 'infinity') AS valid_to FROM opportunity_state
      WHERE status = 'open' ${from} ${to}) s ON s.valid_from < t.instant AND s.valid_to >= t.instant
    LEFT JOIN opportunity o ON o.opportunity_id = s.opportunity_id
    LEFT JOIN (SELECT d.asked_on, r.currency, r.factor FROM day d JOIN exchange_rate r ON d.asked_on >= r.starts_on
      AND (r.ends_on IS NULL OR d.asked_on < r.ends_on)) x ON x.asked_on = t.asked_on AND x.currency = s.currency`;
}
