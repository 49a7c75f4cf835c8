/** A trend at the size of a word; the numbers it draws are said in its label. */
import { linePath, type Point } from "./scale.ts";

export function Sparkline(props: {
  values: readonly (number | null)[];
  label: string;
  width?: number;
  height?: number;
  /** The last period is not over: its end is drawn hollow and the way to it dashed. */
  running?: boolean;
}) {
  const width = props.width ?? 96;
  const height = props.height ?? 24;
  const known = props.values.filter((value): value is number => value !== null);
  if (known.length < 2) return <span className="qd-faint">–</span>;
  const low = Math.min(...known, 0);
  const span = Math.max(...known) - low || 1;
  const step = (width - 8) / (props.values.length - 1);
  const points = props.values.map((value, index): Point | null =>
    value === null ? null : [4 + index * step, height - 4 - ((value - low) / span) * (height - 8)],
  );
  const drawn = points.filter((point): point is Point => point !== null);
  const last = drawn.at(-1);
  const before = drawn.at(-2);
  const runs = props.running === true && points.at(-1) !== null;
  const firm = runs ? drawn.slice(0, -1) : drawn;
  const [startX] = firm[0] ?? [0];
  const [endX] = firm.at(-1) ?? [0];
  return (
    <svg className="qd-spark" width={width} height={height} role="img" aria-label={props.label}>
      <path
        d={`${linePath(firm)}L${endX} ${height - 3}L${startX} ${height - 3}Z`}
        className="qd-spark-area"
      />
      <path d={linePath(runs ? points.slice(0, -1) : points)} className="qd-spark-line" />
      {runs && before && last ? (
        <path d={linePath([before, last])} className="qd-spark-line" data-running />
      ) : null}
      {last ? (
        <circle cx={last[0]} cy={last[1]} r={2.4} className="qd-spark-end" data-running={runs || undefined} />
      ) : null}
    </svg>
  );
}
