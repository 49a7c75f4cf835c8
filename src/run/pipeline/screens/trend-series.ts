/** What the trend draws: at most eight kinds and a rest, each with the colour that it has in the table as well. */
import { restColor, seriesColor, seriesCount } from "#base/ui";

export interface Trend {
  readonly by: string;
  readonly currency: string;
  readonly earliest: string | null;
  readonly notes: readonly string[];
  readonly points: readonly {
    readonly asOf: string;
    readonly count: number;
    readonly amount: string;
    readonly rows: readonly { readonly key: string; readonly count: number; readonly amount: string }[];
  }[];
}
export interface Series {
  readonly key: string;
  readonly values: readonly number[];
  readonly color: string;
}

/** Kinds with an order of their own keep it; all others stand from the largest. */
const ordered = new Set(["stage", "status", "forecast-category", "day", "week", "month", "quarter", "year"]);

/**
 * One series for each key that ever had anything open. Order and colours come from the whole trend and not from the shown
 * day, so that nothing changes its colour while the company moves through time. Beyond the ninth, the largest eight stay
 * and the others become "Others".
 */
export function trendSeries(trend: Trend): Series[] {
  const byKey = new Map<string, number[]>();
  for (const key of keysOf(trend))
    byKey.set(
      key,
      trend.points.map(() => 0),
    );
  trend.points.forEach((point, index) => {
    for (const row of point.rows) {
      const values = byKey.get(row.key);
      if (values) values[index] = Number(row.amount);
    }
  });
  const all = [...byKey].map(([key, values]) => ({ key, values })).filter(({ values }) => sum(values) !== 0);
  const bySize = all.toSorted((a, b) => sum(b.values) - sum(a.values));
  const some = ordered.has(trend.by) ? all : bySize;
  if (some.length <= seriesCount + 1)
    return some.map((one, index) => ({ ...one, color: seriesColor(index) }));
  const large = new Set(bySize.slice(0, seriesCount));
  const small = some.filter((one) => !large.has(one));
  const rest = trend.points.map((_, index) => sum(small.map((one) => one.values[index] ?? 0)));
  const shown = some
    .filter((one) => large.has(one))
    .map((one, index) => ({ ...one, color: seriesColor(index) }));
  return [...shown, { key: "Others", values: rest, color: restColor }];
}

/** All keys in the order in which a point has them; those that only some points have are put in where they stand there. */
function keysOf(trend: Trend): string[] {
  const keys: string[] = [];
  for (const point of trend.points) {
    let place = 0;
    for (const { key } of point.rows) {
      const known = keys.indexOf(key);
      if (known < 0) keys.splice(place, 0, key);
      place = (known < 0 ? place : known) + 1;
    }
  }
  return keys;
}

/** The colour of each key in the chart; a key that is not drawn on its own has the colour of the others. */
export function colorOf(series: readonly Series[], key: string): string {
  return series.find((one) => one.key === key)?.color ?? restColor;
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
