/** How the stacked trend is drawn; the time after the shown day is faded. */

import type { EChartsCoreOption } from "echarts/core";
import { type ChartColors, formatDay, formatMoneyShort, formatMonth } from "#base/ui";
import type { Series, Trend } from "./trend-series.ts";

export function trendOption(
  trend: Trend,
  series: readonly Series[],
  shown: string,
  colors: ChartColors,
): EChartsCoreOption {
  const days = trend.points.map((point) => point.asOf);
  const here = days.findLastIndex((day) => day <= shown);
  const after = here >= 0 && here < days.length - 1;
  const money = (value: number) => formatMoneyShort(String(value), trend.currency);
  return {
    grid: { left: 4, right: 14, top: 8, bottom: 2, containLabel: true },
    xAxis: {
      type: "category",
      data: days,
      boundaryGap: false,
      axisLine: { lineStyle: { color: colors.line } },
      axisTick: { show: false },
      axisLabel: {
        color: colors.dim,
        fontSize: 11,
        hideOverlap: true,
        interval: (index: number, day: string) =>
          index > 0 && day.slice(0, 7) !== days[index - 1]?.slice(0, 7),
        formatter: (day: string) =>
          formatMonth(day).replace(/ (\d{4})$/, (_, year) => (day.slice(5, 7) === "01" ? ` ${year}` : "")),
      },
    },
    yAxis: {
      type: "value",
      splitNumber: 4,
      axisLabel: { color: colors.dim, fontSize: 11, formatter: money },
      splitLine: { lineStyle: { color: colors.line } },
    },
    tooltip: {
      trigger: "axis",
      confine: true,
      backgroundColor: colors.surface,
      borderColor: colors.line,
      textStyle: { color: colors.text, fontSize: 12 },
      order: "seriesDesc",
      formatter: (given: unknown) => tooltipOf(given, trend, money),
    },
    series: series.map((one, index) => ({
      name: one.key,
      type: "line",
      stack: "all",
      symbol: "none",
      lineStyle: { width: 1, color: colors.surface },
      itemStyle: { color: one.color },
      areaStyle: { opacity: 0.92, color: one.color },
      emphasis: { disabled: true },
      data: [...one.values],
      ...(index === series.length - 1 ? marks(days, here, after, colors) : {}),
    })),
  };
}

function marks(days: readonly string[], here: number, after: boolean, colors: ChartColors) {
  if (!after) return {};
  return {
    markLine: {
      silent: true,
      z: 11,
      symbol: "none",
      label: { show: false },
      lineStyle: { color: colors.accent, width: 1.5, type: "solid" },
      data: [{ xAxis: here }],
    },
    markArea: {
      silent: true,
      z: 10,
      itemStyle: { color: colors.surface, opacity: 0.62 },
      data: [[{ xAxis: here }, { xAxis: days.length - 1 }]],
    },
  };
}

const escaped: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
const plain = (text: string) => text.replace(/[&<>"']/g, (sign) => escaped[sign] ?? sign);

/** The tooltip is HTML: names of stages and people come from the user's data and are escaped. */
function tooltipOf(given: unknown, trend: Trend, money: (value: number) => string): string {
  const items = given as { dataIndex: number; seriesName: string; value: number; marker: string }[];
  const point = trend.points[items[0]?.dataIndex ?? 0];
  if (!point) return "";
  const rows = items
    .filter((item) => item.value !== 0)
    .map(
      (item) =>
        `<div class="qd-tip"><span>${item.marker}${plain(item.seriesName)}</span><b>${money(item.value)}</b></div>`,
    );
  const total = `<div class="qd-tip qd-tip-total"><span>${formatDay(point.asOf)}</span><b>${money(Number(point.amount))}</b></div>`;
  return total + rows.join("");
}
