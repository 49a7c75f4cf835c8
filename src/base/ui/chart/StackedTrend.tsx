/** A figure over time, made of its kinds: areas upon each other. Each point is a mark; what lies after the shown one is faded. */
import { type Area, type FootName, FootNames, roomFor, ValueLines } from "./Axis.tsx";
import { Drawing } from "./Drawing.tsx";
import { type Mark, Read, ReadOut, useMarks } from "./marks.tsx";
import { areaPath, linePath, type Point, scaleOf, stacked } from "./scale.ts";
import { useWidth } from "./use-width.ts";

export interface TrendSeries {
  readonly key: string;
  readonly color: string;
  readonly values: readonly number[];
}

export function StackedTrend(props: {
  label: string;
  /** What each point is called, oldest first. */
  points: readonly { readonly label: string; readonly foot: string | null }[];
  series: readonly TrendSeries[];
  format: (value: number) => string;
  height?: number;
  /** The point that is shown; what lies after it is faded. */
  shown?: number;
  onPress?: (index: number) => void;
}) {
  const [place, width] = useWidth();
  const height = props.height ?? 240;
  const { points, series, format } = props;
  const layers = stacked(series.map((one) => one.values));
  const totals = points.map((_, index) => layers.at(-1)?.to[index] ?? 0);
  const scale = scaleOf(totals, { steps: 5 });
  const left = roomFor(scale, format);
  const area: Area = { left, top: 8, width: Math.max(0, width - left - 12), height: height - 34 };
  const step = area.width / Math.max(1, points.length - 1);
  const x = (index: number) => area.left + index * step;
  const y = (value: number) => area.top + (1 - scale.part(value)) * area.height;
  const shown = props.shown ?? points.length - 1;
  const marks = points.map(
    (point, index): Mark => ({
      label: `${point.label}: ${format(totals[index] ?? 0)}`,
      x: x(index),
      y: area.top,
    }),
  );
  const { at, props: markProps } = useMarks(marks, props.onPress, shown);
  const foot = points.flatMap((point, index): FootName[] =>
    point.foot === null ? [] : [{ x: x(index), text: point.foot }],
  );
  return (
    <Drawing
      place={place}
      width={width}
      height={height}
      label={props.label}
      readOut={
        <ReadOut mark={at === null ? undefined : marks[at]} width={width}>
          {at === null ? null : (
            <PointRead
              name={points[at]?.label ?? ""}
              total={totals[at] ?? 0}
              at={at}
              series={series}
              format={format}
            />
          )}
        </ReadOut>
      }
    >
      <ValueLines area={area} scale={scale} format={format} />
      <Layers layers={layers} series={series} x={x} y={y} />
      <After area={area} x={x(shown)} on={shown < points.length - 1} />
      <FootNames area={area} names={foot} />
      {points.map((point, index) => (
        <g key={point.label} {...markProps(index)}>
          <Hit area={area} x={x(index)} step={step} looked={at === index} />
        </g>
      ))}
    </Drawing>
  );
}

/** The stretch of the drawing that belongs to a point, with a line while it is looked at. */
function Hit({ area, x, step, looked }: { area: Area; x: number; step: number; looked: boolean }) {
  const foot = area.top + area.height;
  return (
    <>
      <rect x={x - step / 2} y={area.top} width={step} height={area.height} className="qd-hit" data-above />
      {looked ? <line x1={x} x2={x} y1={area.top} y2={foot} className="qd-look" /> : null}
    </>
  );
}

/** Fades what came after the shown day, with a line where it lies. */
function After({ area, x, on }: { area: Area; x: number; on: boolean }) {
  if (!on) return null;
  return (
    <g>
      <rect x={x} y={area.top} width={area.left + area.width - x} height={area.height} className="qd-after" />
      <line x1={x} x2={x} y1={area.top - 4} y2={area.top + area.height} className="qd-here" />
    </g>
  );
}

function Layers(props: {
  layers: ReturnType<typeof stacked>;
  series: readonly TrendSeries[];
  x: (index: number) => number;
  y: (value: number) => number;
}) {
  const { x, y } = props;
  const single = props.series.length === 1;
  return props.layers.map((layer, index) => {
    const series = props.series[index];
    const upper = layer.to.map((value, at): Point => [x(at), y(value)]);
    const lower = layer.from.map((value, at): Point => [x(at), y(value)]);
    return (
      <g key={series?.key} className="qd-layer" data-single={single || undefined}>
        <path d={areaPath(upper, lower)} style={{ fill: series?.color }} />
        <path
          d={linePath(upper)}
          className="qd-seam"
          style={{ stroke: single ? series?.color : undefined }}
        />
      </g>
    );
  });
}

/** A point's total and what it is made of, in the order in which it is drawn. */
function PointRead(props: {
  name: string;
  total: number;
  at: number;
  series: readonly TrendSeries[];
  format: (value: number) => string;
}) {
  const { at, format } = props;
  return (
    <>
      <Read name={props.name} value={format(props.total)} strong />
      {props.series
        .toReversed()
        .filter((one) => (one.values[at] ?? 0) !== 0)
        .map((one) => (
          <Read key={one.key} name={one.key} color={one.color} value={format(one.values[at] ?? 0)} />
        ))}
    </>
  );
}
