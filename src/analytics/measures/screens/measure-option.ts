/** How a measure's trend is drawn: sums as columns, everything else as a line; the asked period stands out. */

import type { EChartsCoreOption } from "echarts/core";
import type { ChartColors } from "#base/ui";

export interface TrendPoint {
  readonly key: string;
  readonly label: string;
  readonly from: string;
  readonly to: string;
  readonly value: number | null;
  readonly n: number;
}

const escaped: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };
const plain = (text: string) => text.replace(/[&<>]/g, (sign) => escaped[sign] ?? sign);

export function measureOption(
  points: readonly TrendPoint[],
  span: { readonly from: string; readonly to: string },
  unit: string,
  show: (value: number) => string,
  colors: ChartColors,
): EChartsCoreOption {
  const columns = unit === "money" || unit === "count";
  const asked = (point: TrendPoint) => point.from >= span.from && point.to <= span.to;
  const values = points.map((point) => ({
    value: point.value,
    itemStyle: { color: colors.accent, opacity: asked(point) || !columns ? 1 : 0.38 },
    symbolSize: asked(point) ? 9 : 5,
  }));
  return {
    grid: { left: 4, right: 10, top: 12, bottom: 4, containLabel: true },
    xAxis: {
      type: "category",
      data: points.map((point) => point.label),
      axisLine: { lineStyle: { color: colors.line } },
      axisTick: { show: false },
      axisLabel: { color: colors.dim, fontSize: 11, hideOverlap: true },
    },
    yAxis: {
      type: "value",
      splitNumber: 3,
      scale: unit === "days",
      axisLabel: { color: colors.dim, fontSize: 11, formatter: show },
      splitLine: { lineStyle: { color: colors.line } },
    },
    tooltip: {
      trigger: "axis",
      confine: true,
      backgroundColor: colors.surface,
      borderColor: colors.line,
      textStyle: { color: colors.text, fontSize: 12 },
      axisPointer: { type: columns ? "shadow" : "line" },
      formatter: (given: unknown) => {
        const point = points[(given as { dataIndex: number }[])[0]?.dataIndex ?? 0];
        if (!point) return "";
        const value = point.value === null ? "–" : show(point.value);
        return `<div class="qd-tip"><span>${plain(point.label)}</span><b>${plain(value)}</b></div><div class="qd-tip"><span>n</span><span>${point.n}</span></div>`;
      },
    },
    series: [
      columns
        ? { type: "bar", data: values, barMaxWidth: 44, itemStyle: { borderRadius: [3, 3, 0, 0] } }
        : {
            type: "line",
            data: values,
            lineStyle: { width: 2, color: colors.accent },
            symbol: "circle",
            connectNulls: false,
          },
    ],
  };
}
