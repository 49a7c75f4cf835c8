/** What the eye looks for in the trend, in words. */
import { formatDay, formatMoneyShort } from "#base/ui";
import type { Trend } from "./trend-series.ts";

/** Says where the pipeline stands on the shown day among the weeks before it: at its highest, or how far below that. */
export function trendFinding(trend: Pick<Trend, "points" | "earliest" | "currency">, shown: string): string {
  const known = trend.points.filter(
    (point) => point.asOf <= shown && (!trend.earliest || point.asOf >= trend.earliest),
  );
  const top = known.reduce<Trend["points"][number] | null>(
    (best, point) => (best === null || Number(point.amount) > Number(best.amount) ? point : best),
    null,
  );
  if (!top || Number(top.amount) === 0) return "No open pipeline in these twelve months";
  const most = formatMoneyShort(top.amount, trend.currency);
  // An amount that reads the same as the highest is the highest for whoever reads it.
  const last = known.at(-1);
  if (last && formatMoneyShort(last.amount, trend.currency) === most)
    return `At ${most}, the pipeline is at its highest in twelve months`;
  return `The pipeline was highest on ${formatDay(top.asOf)}, at ${most}`;
}
