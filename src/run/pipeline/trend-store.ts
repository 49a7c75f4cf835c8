/** The open pipeline at the end of many days in one query, each with the figures that the day itself gives. */
import {
  type Cut,
  columnsNamed,
  duck,
  type FactAsk,
  type Fragment,
  fallsToOne,
  inRowOrder,
  inWorkspaceCurrency,
  joined,
  type Replica,
  raw,
  type Slice,
  slicing,
} from "#base/platform";
import { cutOpportunities, ofOpportunity, opportunityCuts } from "#crm";

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

/** A day's total, and the rows of the breakdown in their order. */
export interface TrendDay {
  readonly total: TrendFigure;
  readonly rows: readonly TrendFigure[];
}

export const nothingOpen: TrendDay = { total: { key: "", n: 0, value: null, inferred: 0 }, rows: [] };

/** By day on which anything was open. */
export async function pipelineByDay(
  replica: Replica,
  ask: TrendAsk,
  by: string,
): Promise<Map<string, TrendDay>> {
  const cut = cutByDay(by, ask.days[0]);
  if (fallsToOne(cut)) return dayByDay(await figuresOf(replica, ask, by, "both"));
  const totals = await figuresOf(replica, ask, null, "totals");
  return dayByDay([...totals, ...(await figuresOf(replica, ask, by, "rows"))]);
}

type DayFigure = TrendFigure & {
  readonly day: string;
  readonly isTotal: boolean;
  readonly order: number | null;
};

function dayByDay(figures: readonly DayFigure[]): Map<string, TrendDay> {
  const days = Map.groupBy(figures, (figure) => figure.day);
  return new Map(
    [...days].map(([day, list]) => [
      day,
      {
        total: list.find((figure) => figure.isTotal) ?? nothingOpen.total,
        rows: list.filter((figure) => !figure.isTotal).sort(inRowOrder),
      },
    ]),
  );
}

async function figuresOf(
  replica: Replica,
  ask: TrendAsk,
  by: string | null,
  what: "rows" | "totals" | "both",
): Promise<DayFigure[]> {
  const sliced = slicing((dimension) => cutByDay(dimension, ask.days[0]), ask.where, by);
  const { portion } = sliced;
  const amount = portion
    ? duck`portion(f.amount, ${portion.before}, ${portion.after}, ${portion.total})`
    : raw("f.amount");
  const head = sliced.by
    ? duck`CAST(${sliced.by.id} AS VARCHAR) AS row_id, coalesce(CAST(${sliced.by.key} AS VARCHAR), '(none)') AS row_key,
      min(${sliced.by.order ?? raw("NULL")}) AS sort_by`
    : raw("NULL AS row_id, NULL AS row_key, NULL AS sort_by");
  const groups = {
    rows: "f.asked_on, row_id, row_key",
    totals: "f.asked_on",
    both: "GROUPING SETS ((f.asked_on, row_id, row_key), (f.asked_on))",
  };
  const columns = columnsNamed("f", [head, sliced.joins, sliced.kept]);
  const rows = await replica.ask(
    ask.workspaceId,
    duck`WITH ${daysOf(ask)} SELECT CAST(f.asked_on AS VARCHAR) AS day, ${head}, count(*)::BIGINT AS n, sum(${amount})::HUGEINT AS value,
        count(*) FILTER (WHERE f.basis = 'inferred')::BIGINT AS inferred
      FROM (${openByDay(ask, columns)}) f ${sliced.joins} WHERE ${sliced.kept} GROUP BY ${raw(groups[what])}`,
  );
  return rows.map((row) => ({
    day: String(row.day),
    isTotal: row.row_key === null,
    key: String(row.row_key ?? ""),
    n: Number(row.n),
    value: row.value === null ? null : BigInt(row.value ?? 0),
    inferred: Number(row.inferred ?? 0),
    order: row.sort_by === null || row.sort_by === undefined ? null : Number(row.sort_by),
  }));
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
function openByDay({ days, closingFrom, closingTo }: TrendAsk, columns: ReadonlySet<string>): Fragment {
  const from = closingFrom === null ? raw("") : duck`AND close_on >= CAST(${closingFrom} AS DATE)`;
  const to = closingTo === null ? raw("") : duck`AND close_on <= CAST(${closingTo} AS DATE)`;
  const { currency } = days[0];
  const opportunity = ofOpportunity({ columns }, "s.opportunity_id");
  return duck`SELECT t.asked_on, s.*, ${opportunity.columns},
      ${inWorkspaceCurrency(raw("s.amount_minor"), raw("s.currency"), currency)} AS amount
    FROM day t
    JOIN (SELECT * EXCLUDE (valid_to), coalesce(valid_to, TIMESTAMP 'infinity') AS valid_to FROM opportunity_state
      WHERE status = 'open' ${from} ${to}) s ON s.valid_from < t.instant AND s.valid_to >= t.instant
    ${opportunity.join}
    LEFT JOIN (SELECT d.asked_on, r.currency, r.factor FROM day d JOIN exchange_rate r ON d.asked_on >= r.starts_on
      AND (r.ends_on IS NULL OR d.asked_on < r.ends_on)) x ON x.asked_on = t.asked_on AND x.currency = s.currency`;
}
