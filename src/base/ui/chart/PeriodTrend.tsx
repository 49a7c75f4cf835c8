/** A figure period by period: sums as columns, everything else as a line. The running period is drawn as unfinished. */
import { type Area, FootNames, roomFor, ValueLines } from "./Axis.tsx";
import { Drawing } from "./Drawing.tsx";
import { type Mark, Read, ReadOut, useMarks } from "./marks.tsx";
import { linePath, type Point as Place, scaleOf } from "./scale.ts";
import { useWidth } from "./use-width.ts";

export interface TrendPeriod {
  readonly label: string;
  /** Null where there is no figure. */
  readonly value: number | null;
  readonly n?: number;
  /** Belongs to what the page asks for. */
  readonly asked?: boolean;
  /** Is not over yet. */
  readonly running?: boolean;
}

export function PeriodTrend(props: {
  label: string;
  periods: readonly TrendPeriod[];
  kind: "columns" | "line";
  format: (value: number) => string;
  height?: number;
  /** A line may begin above zero where its values lie close together. */
  floating?: boolean;
  whole?: boolean;
  onPress?: (index: number) => void;
}) {
  const [place, width] = useWidth();
  const height = props.height ?? 208;
  const { periods, format } = props;
  const values = periods.flatMap(({ value }) => (value === null ? [] : [value]));
  const scale = scaleOf(values, {
    steps: 3,
    floating: props.floating === true && props.kind === "line",
    whole: props.whole ?? false,
  });
  const left = roomFor(scale, format);
  const area: Area = { left, top: 14, width: Math.max(0, width - left - 8), height: height - 40 };
  const step = area.width / Math.max(1, periods.length);
  const x = (index: number) => area.left + (index + 0.5) * step;
  const y = (value: number) => area.top + (1 - scale.part(value)) * area.height;
  const marks = periods.map(
    (period, index): Mark => ({
      label: `${period.label}${period.running ? ", still running" : ""}: ${saidOf(period, format)}`,
      x: x(index),
      y: period.value === null ? area.top : Math.max(0, y(period.value) - 20),
    }),
  );
  const { at, props: markProps } = useMarks(marks, props.onPress, periods.length - 1);
  const looked = at === null ? undefined : periods[at];
  return (
    <Drawing
      place={place}
      width={width}
      height={height}
      label={props.label}
      readOut={
        <ReadOut mark={at === null ? undefined : marks[at]} width={width}>
          {looked ? <PeriodRead period={looked} format={format} /> : null}
        </ReadOut>
      }
    >
      <ValueLines area={area} scale={scale} format={format} />
      {props.kind === "line" ? <Line periods={periods} x={x} y={y} /> : null}
      <FootNames
        area={area}
        names={periods.map((period, index) => ({
          x: x(index),
          text: period.label,
          strong: period.asked ?? false,
        }))}
      />
      {periods.map((period, index) => (
        <g key={period.label} {...markProps(index)}>
          <rect x={x(index) - step / 2} y={area.top} width={step} height={area.height} className="qd-hit" />
          <Point period={period} kind={props.kind} x={x(index)} y={y} width={Math.min(44, step * 0.62)} />
        </g>
      ))}
    </Drawing>
  );
}

/** What stands for a period: a column from zero, or a dot on the line. */
function Point(props: {
  period: TrendPeriod;
  kind: "columns" | "line";
  x: number;
  y: (value: number) => number;
  width: number;
}) {
  const { period, x, y } = props;
  if (period.value === null) return null;
  const running = period.running || undefined;
  if (props.kind === "columns")
    return <Column period={period} x={x} y={y(period.value)} zero={y(0)} width={props.width} />;
  return (
    <circle
      cx={x}
      cy={y(period.value)}
      r={period.asked ? 4.5 : 3}
      className="qd-dot"
      data-running={running}
    />
  );
}

function PeriodRead({ period, format }: { period: TrendPeriod; format: (value: number) => string }) {
  return (
    <>
      <Read
        name={period.running ? `${period.label}, so far` : period.label}
        value={period.value === null ? "–" : format(period.value)}
        strong
      />
      {period.n === undefined ? null : <Read name="Records" value={period.n} />}
    </>
  );
}

function saidOf(period: TrendPeriod, format: (value: number) => string): string {
  const value = period.value === null ? "no figure" : format(period.value);
  return period.n === undefined ? value : `${value}, from ${period.n}`;
}

function Column(props: { period: TrendPeriod; x: number; y: number; zero: number; width: number }) {
  const { period, x, y, zero, width } = props;
  return (
    <rect
      x={x - width / 2}
      width={width}
      y={Math.min(y, zero)}
      height={Math.max(1.5, Math.abs(zero - y))}
      rx={2}
      className="qd-column"
      data-asked={period.asked || undefined}
      data-running={period.running || undefined}
    />
  );
}

/** The line, dashed on its way into a period that is not over. */
function Line(props: {
  periods: readonly TrendPeriod[];
  x: (index: number) => number;
  y: (value: number) => number;
}) {
  const points = props.periods.map((period, index): Place | null =>
    period.value === null ? null : [props.x(index), props.y(period.value)],
  );
  const runs = props.periods.at(-1)?.running === true;
  const whole = runs ? points.slice(0, -1) : points;
  const [before, last] = points.slice(-2);
  return (
    <g className="qd-line">
      <path d={linePath(whole)} />
      {runs && before && last ? <path d={linePath([before, last])} data-running /> : null}
    </g>
  );
}
