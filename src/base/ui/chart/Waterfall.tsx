/** From one level to another, step by step. Columns where there is room, else rows; every step is a mark. */
import { wordWidth } from "./Axis.tsx";
import { Drawing } from "./Drawing.tsx";
import { type Mark, type Marks, ReadOut, useMarks } from "./marks.tsx";
import { useWidth } from "./use-width.ts";

/** What a step is coloured by. Shapes differ as well: what lowers is drawn hollow. */
export type FallTone = "total" | "adds" | "lowers" | "good" | "bad";

export interface Fall {
  readonly key: string;
  readonly label: string;
  readonly tone: FallTone;
  /** Where it begins and ends on the value axis. */
  readonly from: number;
  readonly to: number;
  /** "+$7.62M". */
  readonly text: string;
  /** Below the name: how many. */
  readonly note: string;
  /** The whole of it in words. */
  readonly said: string;
  /** What the step means, on hover. */
  readonly meaning: string;
}

interface FallsProps {
  label: string;
  falls: readonly Fall[];
  /** The axis begins here; above zero where the movements are small beside the totals. */
  low: number;
  top: number;
  open?: string | undefined;
  /** Rows, however much room there is. */
  narrow?: boolean;
  onPress: (key: string) => void;
}

const rowHeight = 36;

export function Waterfall(props: FallsProps) {
  const [place, width] = useWidth();
  const { falls } = props;
  const narrow = props.narrow === true || width < 560;
  const height = narrow ? falls.length * rowHeight : 300;
  const span = props.top - props.low || 1;
  const part = (value: number) => Math.max(0, (value - props.low) / span);
  const step = width / Math.max(1, falls.length);
  const marks = falls.map((fall, index): Mark => ({ label: fall.said, x: (index + 0.5) * step, y: 40 }));
  const looked = useMarks(marks, (index) => {
    const fall = falls[index];
    if (fall) props.onPress(fall.key);
  });
  const drawing = { ...props, width, height, part, cut: props.low > 0, looked };
  return (
    <Drawing
      place={place}
      width={width}
      height={height}
      label={props.label}
      readOut={
        narrow ? null : (
          <ReadOut mark={looked.at === null ? undefined : marks[looked.at]} width={width}>
            {looked.at === null ? null : falls[looked.at]?.meaning}
          </ReadOut>
        )
      }
    >
      {narrow ? <Rows {...drawing} /> : <Columns {...drawing} />}
    </Drawing>
  );
}

interface Drawn extends FallsProps {
  width: number;
  height: number;
  part: (value: number) => number;
  cut: boolean;
  looked: Marks;
}

function Columns({ falls, width, height, part, cut, looked, open }: Drawn) {
  const [top, foot] = [26, 46];
  const step = width / falls.length;
  const y = (value: number) => top + (1 - part(value)) * (height - top - foot);
  const ground = height - foot;
  return falls.map((fall, index) => {
    const x = index * step;
    const bar = { x: x + step * 0.14, width: step * 0.72 };
    const high = y(Math.max(fall.from, fall.to));
    const low = fall.tone === "total" ? ground : y(Math.min(fall.from, fall.to));
    const next = falls[index + 1];
    return (
      <g key={fall.key} {...looked.props(index, fall.key === open)}>
        <rect x={x + 2} y={2} width={step - 4} height={height - 4} rx={8} className="qd-hit" />
        <rect
          x={bar.x}
          y={high}
          width={bar.width}
          height={Math.max(2, low - high)}
          rx={2}
          className="qd-fall-bar"
          data-tone={fall.tone}
        />
        {cut && fall.tone === "total" ? (
          <path d={`M${bar.x - 3} ${ground - 8}h${bar.width + 6}`} className="qd-fall-cut" />
        ) : null}
        {next ? (
          <line
            x1={bar.x + bar.width}
            x2={x + step * 1.14}
            y1={y(fall.to)}
            y2={y(fall.to)}
            className="qd-fall-link"
          />
        ) : null}
        <text x={x + step / 2} y={ground + 18} textAnchor="middle" className="qd-fall-name">
          {fall.label}
        </text>{" "}
        <text x={x + step / 2} y={high - 7} textAnchor="middle" className="qd-fall-text">
          {fall.text}
        </text>{" "}
        <text x={x + step / 2} y={ground + 35} textAnchor="middle" className="qd-fall-note">
          {fall.note}
        </text>
      </g>
    );
  });
}

function Rows({ falls, width, part, looked, open }: Drawn) {
  const left = Math.ceil(Math.max(...falls.map((fall) => wordWidth(fall.label)))) + 12;
  const right = Math.ceil(Math.max(...falls.map((fall) => wordWidth(fall.note)))) + 10;
  const room = Math.ceil(Math.max(...falls.map((fall) => wordWidth(fall.text)))) + 14;
  const x = (value: number) => left + part(value) * Math.max(20, width - left - right - room);
  return falls.map((fall, index) => {
    const y = index * rowHeight;
    const low = fall.tone === "total" ? left : x(Math.min(fall.from, fall.to));
    const high = x(Math.max(fall.from, fall.to));
    return (
      <g key={fall.key} {...looked.props(index, fall.key === open)}>
        <rect x={-8} y={y + 1} width={width + 16} height={rowHeight - 2} rx={6} className="qd-hit" />
        <text x={0} y={y + 23} className="qd-fall-name">
          {fall.label}
        </text>{" "}
        <rect
          x={low}
          y={y + 11}
          width={Math.max(2, high - low)}
          height={14}
          rx={2}
          className="qd-fall-bar"
          data-tone={fall.tone}
        />
        <text x={high + 7} y={y + 23} className="qd-fall-text">
          {fall.text}
        </text>{" "}
        <text x={width} y={y + 23} textAnchor="end" className="qd-fall-note">
          {fall.note}
        </text>
      </g>
    );
  });
}
