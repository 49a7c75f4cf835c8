/** The open pipeline week by week, stacked; pressing a week moves the company to its end. */

import { useCallback } from "react";
import {
  type ChartColors,
  ChartFrame,
  EChart,
  formatDay,
  formatMoneyShort,
  Legend,
  useAddress,
  useShownDay,
  useToday,
} from "#base/ui";
import { trendOption } from "./trend-option.ts";
import type { Series, Trend } from "./trend-series.ts";

export function PipelineTrend({ trend, series }: { trend: Trend; series: readonly Series[] }) {
  const [, change] = useAddress();
  const { day } = useShownDay();
  const now = useToday().toString();
  const shown = day.toString();
  const option = useCallback(
    (colors: ChartColors) => trendOption(trend, series, shown, colors),
    [trend, series, shown],
  );
  const last = trend.points.at(-1);
  const description = `Open pipeline by ${trend.by}, week by week, from ${formatDay(trend.points[0]?.asOf)} to ${formatDay(last?.asOf)}`;
  if (series.length === 0) return null;
  return (
    <ChartFrame
      title={findingOf(trend, shown)}
      description={description}
      table={{
        head: ["Week ending", ...series.map((one) => one.key), "Total"],
        rows: trend.points.map((point, index) => [
          formatDay(point.asOf),
          ...series.map((one) => formatMoneyShort(String(one.values[index] ?? 0), trend.currency)),
          formatMoneyShort(point.amount, trend.currency),
        ]),
      }}
      legend={<Legend entries={series.map((one) => ({ label: one.key, color: one.color }))} />}
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
      {trend.notes.map((note) => (
        <p key={note} className="qd-notes">
          {note}
        </p>
      ))}
    </ChartFrame>
  );
}

/** Says where the pipeline was highest in the stretch: the one thing that the eye looks for. */
function findingOf(trend: Trend, shown: string): string {
  const known = trend.points.filter(
    (point) => point.asOf <= shown && (!trend.earliest || point.asOf >= trend.earliest),
  );
  const top = known.reduce<Trend["points"][number] | null>(
    (best, point) => (best === null || Number(point.amount) > Number(best.amount) ? point : best),
    null,
  );
  if (!top || Number(top.amount) === 0) return "No open pipeline in these twelve months";
  return `The most in twelve months was ${formatMoneyShort(top.amount, trend.currency)}, on ${formatDay(top.asOf)}`;
}
