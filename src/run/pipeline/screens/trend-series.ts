/** What the trend draws: at most eight kinds and a rest, each with the colour that it has in the table as well. */
import { seriesColor } from "#base/ui";

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

const kinds = 8;
const restColor = "#a9adb9";

/**
 * One series for each key, in the order of the breakdown, then those that only the past knows. Beyond the ninth, the
 * largest eight stay and the others become "Others". Keys that never had anything open are left out.
 */
export function trendSeries(trend: Trend, order: readonly string[]): Series[] {
  const seen = new Set<string>(order);
  for (const point of trend.points) for (const row of point.rows) seen.add(row.key);
  const byKey = new Map([...seen].map((key) => [key, trend.points.map(() => 0)]));
  trend.points.forEach((point, index) => {
    for (const row of point.rows) {
      const values = byKey.get(row.key);
      if (values) values[index] = Number(row.amount);
    }
  });
  const some = [...byKey].map(([key, values]) => ({ key, values })).filter(({ values }) => sum(values) !== 0);
  if (some.length <= kinds + 1) return some.map((one, index) => ({ ...one, color: seriesColor(index) }));
  const large = new Set(some.toSorted((a, b) => sum(b.values) - sum(a.values)).slice(0, kinds));
  const small = some.filter((series) => !large.has(series));
  const rest = trend.points.map((_, index) => sum(small.map((series) => series.values[index] ?? 0)));
  const shown = some
    .filter((series) => large.has(series))
    .map((one, index) => ({ ...one, color: seriesColor(index) }));
  return [...shown, { key: "Others", values: rest, color: restColor }];
}

/** The colour of each key in the chart; a key that is not drawn on its own has the colour of the others. */
export function colorOf(series: readonly Series[], key: string): string {
  return series.find((one) => one.key === key)?.color ?? restColor;
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
