/** The measure period by period; pressing one asks the page for it. */

import { SegmentedControl } from "@mantine/core";
import { type ReactNode, useCallback } from "react";
import {
  type ChartColors,
  ChartFrame,
  EChart,
  Failed,
  formatFigure,
  formatMonth,
  Loading,
  one,
  periodLabel,
  Section,
  useAddress,
  useToday,
} from "#base/ui";
import type { MeasureFacts } from "./MeasureRow.tsx";
import { measureOption, type TrendPoint } from "./measure-option.ts";
import { useSpan } from "./periods.ts";
import { standsOnADay } from "./standing.ts";
import { useTrend } from "./use-trend.ts";

export function MeasureTrend(props: {
  measure: MeasureFacts;
  base: { where?: string[]; switches?: string[] };
}) {
  const [search, change] = useAddress();
  const grain = one(search, "grain", "quarter") === "month" ? "month" : "quarter";
  const trend = useTrend(props.measure, grain, grain === "month" ? 24 : 8, props.base);
  if (trend.error) {
    return (
      <Section>
        <Failed failure={trend.error} />
      </Section>
    );
  }
  if (trend.loading) {
    return (
      <Section>
        <Loading rows={6} />
      </Section>
    );
  }
  const named = (key: string) => (/^\d{4}-\d{2}$/.test(key) ? formatMonth(key) : periodLabel(key));
  const points = trend.days.map((day, index) => {
    const value = trend.values[index] ?? null;
    return { ...day, label: named(day.key), value: value?.value ?? null, n: value?.n ?? 0 };
  });
  const side = (
    <SegmentedControl
      size="xs"
      aria-label="Grain of the trend"
      value={grain}
      onChange={(next) => change({ grain: next === "quarter" ? undefined : next })}
      data={[
        { value: "quarter", label: "Quarters" },
        { value: "month", label: "Months" },
      ]}
    />
  );
  return <Drawn measure={props.measure} currency={trend.currency} points={points} side={side} />;
}

function Drawn(props: {
  measure: MeasureFacts;
  currency: string | null;
  points: readonly TrendPoint[];
  side: ReactNode;
}) {
  const { measure, currency, points } = props;
  const { span } = useSpan(measure.name);
  const press = usePeriodPress(measure.name);
  const show = useCallback(
    (value: number) => formatFigure(value, measure.unit, currency),
    [measure.unit, currency],
  );
  const key = JSON.stringify(points);
  const { from, to } = span;
  const option = useCallback(
    (colors: ChartColors) =>
      measureOption(JSON.parse(key) as TrendPoint[], { from, to }, measure.unit, show, colors),
    [key, from, to, measure.unit, show],
  );
  const description = `${measure.label} from ${points[0]?.label} to ${points.at(-1)?.label}`;
  return (
    <ChartFrame
      title={findingOf(points, show)}
      description={description}
      side={props.side}
      table={{
        head: ["Period", measure.label, "n"],
        rows: points.map((point) => [
          point.label,
          point.value === null ? "–" : show(point.value),
          String(point.n),
        ]),
      }}
    >
      <EChart
        height={196}
        option={option}
        label={`${description}. Press a period to ask for it.`}
        onPress={({ index }) => press(points[index])}
      />
    </ChartFrame>
  );
}

/** Pressing a period asks for it; where the measure stands on a day, the company moves to the period's end. */
function usePeriodPress(name: string): (point: TrendPoint | undefined) => void {
  const [, change] = useAddress();
  const { choose } = useSpan(name);
  const now = useToday().toString();
  return (point) => {
    if (!point) return;
    if (standsOnADay(name)) change({ asOf: point.to < now ? point.to : undefined });
    else choose(point);
  };
}

/** The highest period, in words. */
function findingOf(points: readonly TrendPoint[], show: (value: number) => string): string {
  const known = points.filter((point) => point.value !== null);
  const top = known.reduce<TrendPoint | null>(
    (best, point) => (best === null || Number(point.value) > Number(best.value) ? point : best),
    null,
  );
  if (!top || known.length < 2) return "The trend needs at least two periods with records";
  return `Highest in ${top.label}: ${show(Number(top.value))}`;
}
