/** The measure period by period; pressing one asks the page for it. */

import { SegmentedControl } from "@mantine/core";
import type { ReactNode } from "react";
import {
  ChartFrame,
  Failed,
  formatFigure,
  formatMonth,
  Loading,
  one,
  PeriodTrend,
  periodLabel,
  Section,
  useAddress,
  useShownDay,
  useToday,
} from "#base/ui";
import type { MeasureFacts } from "./MeasureRow.tsx";
import { useSpan } from "./periods.ts";
import { standsOnADay } from "./standing.ts";
import { useTrend } from "./use-trend.ts";

interface TrendPoint {
  readonly key: string;
  readonly label: string;
  readonly from: string;
  readonly to: string;
  readonly value: number | null;
  readonly n: number;
}

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
  const shown = useShownDay().day.toString();
  const sums = measure.unit === "money" || measure.unit === "count";
  const show = (value: number) => formatFigure(value, measure.unit, currency);
  const description = `${measure.label} from ${points[0]?.label} to ${points.at(-1)?.label}`;
  const runs = (point: TrendPoint) => !standsOnADay(measure.name) && point.to > shown;
  return (
    <ChartFrame
      title={findingOf(
        points.filter((point) => !runs(point)),
        show,
      )}
      description={description}
      side={props.side}
      table={{
        head: ["Period", measure.label, "n"],
        rows: points.map((point) => [
          runs(point) ? `${point.label}, so far` : point.label,
          point.value === null ? "–" : show(point.value),
          String(point.n),
        ]),
      }}
    >
      <PeriodTrend
        label={`${description}. Press a period to ask for it.`}
        kind={sums ? "columns" : "line"}
        floating={measure.unit === "days"}
        whole={measure.unit === "count"}
        format={show}
        periods={points.map((point) => ({
          label: point.label,
          value: point.value,
          n: point.n,
          asked: point.from >= span.from && point.to <= span.to,
          running: runs(point),
        }))}
        onPress={(index) => press(points[index])}
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

/** Of the periods that are over: which way the last went, and where the highest was. */
function findingOf(points: readonly TrendPoint[], show: (value: number) => string): string {
  const known = points.filter((point) => point.value !== null);
  const top = known.reduce<TrendPoint | null>(
    (best, point) => (best === null || Number(point.value) > Number(best.value) ? point : best),
    null,
  );
  const last = known.at(-1);
  if (!top || !last || known.length < 2) return "The trend needs at least two periods with records";
  if (top === last) return `${last.label} was the highest so far: ${show(Number(last.value))}`;
  return `Highest in ${top.label}, at ${show(Number(top.value))}; ${last.label} had ${show(Number(last.value))}`;
}
