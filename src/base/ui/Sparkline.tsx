/** A trend at the size of a word; the numbers it draws are said in its label. */
export function Sparkline(props: {
  values: readonly (number | null)[];
  label: string;
  width?: number;
  height?: number;
}) {
  const width = props.width ?? 96;
  const height = props.height ?? 24;
  const known = props.values.filter((value): value is number => value !== null);
  if (known.length < 2) return <span className="qd-faint">–</span>;
  const low = Math.min(...known, 0);
  const span = Math.max(...known) - low || 1;
  const step = (width - 6) / (props.values.length - 1);
  const points = props.values.flatMap((value, index) =>
    value === null ? [] : [[3 + index * step, height - 3 - ((value - low) / span) * (height - 6)] as const],
  );
  const path = points.map(([x, y], index) => `${index ? "L" : "M"}${x.toFixed(1)} ${y.toFixed(1)}`).join("");
  const [endX, endY] = points.at(-1) ?? [0, 0];
  return (
    <svg className="qd-spark" width={width} height={height} role="img" aria-label={props.label}>
      <path
        d={`${path}L${endX} ${height - 3}L${points[0]?.[0] ?? 0} ${height - 3}Z`}
        className="qd-spark-area"
      />
      <path d={path} className="qd-spark-line" />
      <circle cx={endX} cy={endY} r={2.2} className="qd-spark-end" />
    </svg>
  );
}
