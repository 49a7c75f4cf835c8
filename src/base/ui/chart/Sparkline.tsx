/** A trend at the size of a word; the numbers it draws are said in its label. */
import { areaPath, linePath, type Point } from "./scale.ts";

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
  return (
    <svg className="qd-spark" width={width} height={height} role="img" aria-label={props.label}>
      {stretches(runs ? points.slice(0, -1) : points).map((stretch) => (
        <path
          key={stretch[0]?.[0]}
          d={areaPath(
            stretch,
            stretch.map(([x]): Point => [x, height - 3]),
          )}
          className="qd-spark-area"
        />
      ))}
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

/** The stretches of points without a gap, as far as they hold more than one. */
function stretches(points: readonly (Point | null)[]): Point[][] {
  const found: Point[][] = [[]];
  for (const point of points) {
    if (point === null) found.push([]);
    else found.at(-1)?.push(point);
  }
  return found.filter((stretch) => stretch.length > 1);
}
