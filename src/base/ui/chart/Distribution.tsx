/** How often a value falls where: columns over ranges, with the middle and other shares as lines. Every range is a mark. */
import { type Area, FootNames, roomFor, ValueLines } from "./Axis.tsx";
import { Drawing } from "./Drawing.tsx";
import { type Mark, Read, ReadOut, useMarks } from "./marks.tsx";
import { scaleOf } from "./scale.ts";
import { useWidth } from "./use-width.ts";

export interface Range {
  /** From this value on … */
  readonly from: number;
  /** … and below this one. */
  readonly to: number;
  readonly count: number;
}

const height = 208;
const widestColumn = 120;

export function Distribution(props: {
  label: string;
  ranges: readonly Range[];
  /** Lines at values that the eye should find: the median. */
  lines: readonly { readonly value: number; readonly label: string }[];
  format: (value: number) => string;
  formatCount: (count: number) => string;
  /** "60 to 90 days". */
  rangeLabel: (range: Range) => string;
}) {
  const [place, width] = useWidth();
  const { ranges } = props;
  const counts = ranges.map((range) => range.count);
  const scale = scaleOf(counts, { steps: 3, whole: true });
  const left = roomFor(scale, props.formatCount);
  const area: Area = { left, top: 24, width: Math.max(0, width - left - 12), height: height - 50 };
  // A few ranges are no wall: they keep the width of columns, and stand at the left.
  const step = Math.min(widestColumn, area.width / Math.max(1, ranges.length));
  const [low, high] = [ranges[0]?.from ?? 0, ranges.at(-1)?.to ?? 1];
  const x = (value: number) => area.left + ((value - low) / (high - low || 1)) * step * ranges.length;
  const y = (count: number) => area.top + (1 - scale.part(count)) * area.height;
  const marks = ranges.map(
    (range): Mark => ({
      label: `${props.rangeLabel(range)}: ${props.formatCount(range.count)}`,
      x: x((range.from + range.to) / 2),
      y: Math.max(0, y(range.count) - 24),
    }),
  );
  const { at, props: markProps } = useMarks(marks);
  const looked = at === null ? undefined : ranges[at];
  return (
    <Drawing
      place={place}
      width={width}
      height={height}
      label={props.label}
      readOut={
        <ReadOut mark={at === null ? undefined : marks[at]} width={width}>
          {looked ? (
            <Read name={props.rangeLabel(looked)} value={props.formatCount(looked.count)} strong />
          ) : null}
        </ReadOut>
      }
    >
      <ValueLines area={area} scale={scale} format={props.formatCount} />
      <FootNames
        area={area}
        names={[...ranges.map((range) => range.from), high].map((value) => ({
          x: x(value),
          text: props.format(value),
        }))}
      />
      {ranges.map((range, index) => (
        <g key={range.from} {...markProps(index)}>
          <rect x={x(range.from)} y={area.top} width={step} height={area.height} className="qd-hit" />
          <rect
            x={x(range.from) + 1}
            y={y(range.count)}
            width={Math.max(1, step - 2)}
            height={area.top + area.height - y(range.count)}
            rx={2}
            className="qd-column"
            data-asked
          />
        </g>
      ))}
      <Lines lines={props.lines} x={x} top={area.top} foot={area.top + area.height} turn={width * 0.7} />
    </Drawing>
  );
}

/** Lines at values that the eye should find; their words turn to the left where they would leave the drawing. */
function Lines(props: {
  lines: readonly { readonly value: number; readonly label: string }[];
  x: (value: number) => number;
  top: number;
  foot: number;
  turn: number;
}) {
  return props.lines.map((line) => {
    const at = props.x(line.value);
    const turned = at > props.turn;
    return (
      <g key={line.label} className="qd-middle">
        <line x1={at} x2={at} y1={props.top - 6} y2={props.foot} />
        <text x={at + (turned ? -5 : 5)} y={props.top - 9} textAnchor={turned ? "end" : "start"}>
          {line.label}
        </text>
      </g>
    );
  });
}
