/** The measure period by period; pressing one asks the page for it. */
import { Answer, type ChartColors, ChartFrame, EChart, formatFigure, formatMonth, Loading, one, periodLabel, Section, useAddress, useAsk } from "#base/ui";
import { SegmentedControl } from "@mantine/core";
import { type ReactNode, useCallback } from "react";
import { askMeasure } from "../contract.ts";
import type { MeasureAnswer } from "./MeasureFigure.tsx";
import type { MeasureFacts } from "./MeasureRow.tsx";
import { type TrendPoint, measureOption } from "./measure-option.ts";
import { useSpan, useTrendPeriods } from "./periods.ts";

export function MeasureTrend(props: { measure: MeasureFacts; base: { where?: string[]; switches?: string[]; asOf?: string } }) {
  const [search, change] = useAddress();
  const grain = one(search, "grain", "quarter") === "month" ? "month" : "quarter";
  const { periods, from, to } = useTrendPeriods(grain, grain === "month" ? 24 : 8);
  const asked = useAsk(askMeasure, { params: { name: props.measure.name }, query: { from, to, by: grain, ...props.base } });
  return (
    <Answer of={asked} loading={<Section><Loading rows={6} /></Section>}>
      {(data) => (
        <Drawn
          measure={props.measure}
          answer={data}
          points={periods.map((period) => {
            const row = data.rows.find((found) => found.key === period.key);
            return {
              key: period.key,
              label: grain === "month" && /^\d{4}-\d{2}$/.test(period.key) ? formatMonth(period.key) : periodLabel(period.key),
              from: period.startsOn.toString(),
              to: period.endsOn.subtract({ days: 1 }).toString(),
              value: row?.value === null || row?.value === undefined ? null : Number(row.value),
              n: row?.n ?? 0,
            };
          })}
          side={
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
          }
        />
      )}
    </Answer>
  );
}

function Drawn(props: { measure: MeasureFacts; answer: MeasureAnswer; points: readonly TrendPoint[]; side: ReactNode }) {
  const { measure, answer, points } = props;
  const { span, choose } = useSpan();
  const show = useCallback((value: number) => formatFigure(value, answer.unit, answer.currency), [answer.unit, answer.currency]);
  const key = JSON.stringify(points);
  const option = useCallback(
    (colors: ChartColors) => measureOption(JSON.parse(key) as TrendPoint[], span, answer.unit, show, colors),
    [key, span.from, span.to, answer.unit, show],
  );
  const description = `${measure.label} from ${points[0]?.label} to ${points.at(-1)?.label}`;
  return (
    <ChartFrame
      title={findingOf(points, show)}
      description={description}
      side={props.side}
      table={{
        head: ["Period", measure.label, "n"],
        rows: points.map((point) => [point.label, point.value === null ? "–" : show(point.value), String(point.n)]),
      }}
    >
      <EChart
        height={196}
        option={option}
        label={`${description}. Press a period to ask for it.`}
        onPress={({ index }) => {
          const point = points[index];
          if (point) choose(point);
        }}
      />
    </ChartFrame>
  );
}

/** Best and latest complete period, in words. */
function findingOf(points: readonly TrendPoint[], show: (value: number) => string): string {
  const known = points.filter((point) => point.value !== null);
  const top = known.reduce<TrendPoint | null>(
    (best, point) => (best === null || Number(point.value) > Number(best.value) ? point : best),
    null,
  );
  if (!top || known.length < 2) return "The trend needs at least two periods with records";
  return `Highest in ${top.label}: ${show(Number(top.value))}`;
}
