/** The open pipeline week by week, stacked; pressing a week moves the company to its end. */
import {
  type ChartColors,
  ChartFrame,
  EChart,
  formatDay,
  formatMoneyShort,
  Legend,
  seriesColor,
  useAddress,
  useShownDay,
  useToday,
} from "#base/ui";
import { useCallback, useMemo } from "react";
import { type Trend, trendOption, trendSeries } from "./trend-option.ts";

export function PipelineTrend({ trend, keys }: { trend: Trend; keys: readonly string[] }) {
  const [, change] = useAddress();
  const { day } = useShownDay();
  const now = useToday().toString();
  const shown = day.toString();
  const series = useMemo(() => trendSeries(trend, keys), [trend, keys]);
  const option = useCallback(
    (colors: ChartColors) => trendOption(trend, series, shown, colors),
    [trend, series, shown],
  );
  const last = trend.points.at(-1);
  const description = `Open pipeline by ${trend.by}, week by week, from ${formatDay(trend.points[0]?.asOf)} to ${formatDay(last?.asOf)}`;
  return (
    <ChartFrame
      title={findingOf(trend)}
      description={description}
      table={{
        head: ["Week ending", ...series.map((one) => one.key), "Total"],
        rows: trend.points.map((point, index) => [
          formatDay(point.asOf),
          ...series.map((one) => formatMoneyShort(String(one.values[index] ?? 0), trend.currency)),
          formatMoneyShort(point.amount, trend.currency),
        ]),
      }}
      legend={
        <Legend entries={series.map((one, index) => ({ label: one.key, color: one.rest ? "#a9adb9" : seriesColor(index) }))} />
      }
    >
      <EChart
        option={option}
        height={232}
        label={`${description}. Press a week to see the company as of its end.`}
        onPress={({ index }) => {
          const point = trend.points[index];
          if (point) change({ asOf: point.asOf < now ? point.asOf : undefined });
        }}
      />
    </ChartFrame>
  );
}

/** Says where the pipeline was highest in the stretch: the one thing that the eye looks for. */
function findingOf(trend: Trend): string {
  const known = trend.points.filter((point) => !trend.earliest || point.asOf >= trend.earliest);
  const top = known.reduce<Trend["points"][number] | null>(
    (best, point) => (best === null || Number(point.amount) > Number(best.amount) ? point : best),
    null,
  );
  if (!top || Number(top.amount) === 0) return "No open pipeline in these twelve months";
  return `Highest on ${formatDay(top.asOf)}: ${formatMoneyShort(top.amount, trend.currency)}`;
}
