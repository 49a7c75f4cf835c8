/** A figure by its kinds, as bars from the largest (or in their own order). Every bar is a mark. */
import { RowName, wordWidth } from "./Axis.tsx";
import { Drawing } from "./Drawing.tsx";
import { type Mark, useMarks } from "./marks.tsx";
import { useWidth } from "./use-width.ts";

export interface BreakdownBar {
  readonly key: string;
  readonly label: string;
  readonly value: number;
  /** Beside the value: how many. */
  readonly note?: string;
  readonly color?: string;
}

const rowHeight = 30;

export function Breakdown(props: {
  label: string;
  bars: readonly BreakdownBar[];
  format: (value: number) => string;
  open?: string | undefined;
  onPress?: (key: string) => void;
}) {
  const [place, width] = useWidth();
  const { bars, onPress } = props;
  const height = bars.length * rowHeight;
  const left = Math.min(width * 0.4, Math.max(...bars.map((bar) => wordWidth(bar.label)), 0) + 14);
  const right = Math.max(...bars.map((bar) => wordWidth(props.format(bar.value) + (bar.note ?? ""))), 0) + 24;
  const most = Math.max(...bars.map((bar) => Math.abs(bar.value)), 1e-9);
  const marks = bars.map(
    (bar): Mark => ({
      label: `${bar.label}: ${props.format(bar.value)}${bar.note ? `, ${bar.note}` : ""}`,
      x: 0,
      y: 0,
    }),
  );
  const looked = useMarks(
    marks,
    onPress
      ? (index) => {
          const bar = bars[index];
          if (bar) onPress(bar.key);
        }
      : undefined,
  );
  return (
    <Drawing place={place} width={width} height={height} label={props.label}>
      {bars.map((bar, index) => {
        const y = index * rowHeight;
        const long = Math.max(2, (Math.abs(bar.value) / most) * Math.max(20, width - left - right));
        return (
          <g key={bar.key} {...looked.props(index, bar.key === props.open)}>
            <rect x={-8} y={y + 1} width={width + 16} height={rowHeight - 2} rx={6} className="qd-hit" />
            <RowName y={y + 19} width={left - 12}>
              {bar.label}
            </RowName>{" "}
            <rect
              x={left}
              y={y + 9}
              width={long}
              height={12}
              rx={2}
              className="qd-breakdown-bar"
              style={bar.color ? { fill: bar.color } : undefined}
            />
            <text x={left + long + 7} y={y + 19} className="qd-fall-text">
              {props.format(bar.value)}{" "}
              {bar.note ? (
                <tspan className="qd-fall-note" dx={6}>
                  {bar.note}
                </tspan>
              ) : null}
            </text>
          </g>
        );
      })}
    </Drawing>
  );
}
