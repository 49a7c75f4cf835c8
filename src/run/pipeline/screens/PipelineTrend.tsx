/** The open pipeline week by week, stacked; pressing a week moves the company to its end. */

import {
  ChartFrame,
  formatDay,
  formatMoneyShort,
  formatMonth,
  Legend,
  StackedTrend,
  useAddress,
  useShownDay,
  useToday,
} from "#base/ui";
import { trendFinding } from "./trend-finding.ts";
import type { Series, Trend } from "./trend-series.ts";

export function PipelineTrend({ trend, series }: { trend: Trend; series: readonly Series[] }) {
  const [, change] = useAddress();
  const { day } = useShownDay();
  const now = useToday().toString();
  const shown = day.toString();
  const last = trend.points.at(-1);
  const description = `Open pipeline by ${trend.by}, week by week, from ${formatDay(trend.points[0]?.asOf)} to ${formatDay(last?.asOf)}`;
  if (series.length === 0) return null;
  const money = (value: number) => formatMoneyShort(String(value), trend.currency);
  return (
    <ChartFrame
      title={trendFinding(trend, shown)}
      description={description}
      table={{
        head: ["Week ending", ...series.map((one) => one.key), "Total"],
        rows: trend.points.map((point, index) => [
          formatDay(point.asOf),
          ...series.map((one) => money(one.values[index] ?? 0)),
          formatMoneyShort(point.amount, trend.currency),
        ]),
      }}
      legend={<Legend entries={series.map((one) => ({ label: one.key, color: one.color }))} />}
    >
      <StackedTrend
        label={`${description}. Press a week to see the company as of its end.`}
        points={trend.points.map((point, index) => ({
          label: formatDay(point.asOf),
          foot: footOf(point.asOf, trend.points[index - 1]?.asOf),
        }))}
        series={series}
        format={money}
        shown={trend.points.findLastIndex((point) => point.asOf <= shown)}
        onPress={(index) => {
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

/** The month's name below the first week of each month; January with its year. */
function footOf(day: string, before: string | undefined): string | null {
  if (before === undefined || before.slice(0, 7) === day.slice(0, 7)) return null;
  return day.slice(5, 7) === "01" ? formatMonth(day) : formatMonth(day).slice(0, 3);
}
