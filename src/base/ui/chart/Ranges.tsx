/**
 * Ranges on one scale, in groups: a bar from low to high with its middle. An end that is open is no bar but a dashed line:
 * nobody said how far it goes. Every range is a mark.
 */
import { type Area, FootNames, RowName, shortened, wordWidth } from "./Axis.tsx";
import { Drawing } from "./Drawing.tsx";
import { type Mark, useMarks } from "./marks.tsx";
import { type Scale, scaleOf } from "./scale.ts";
import { useWidth } from "./use-width.ts";

export interface RangeRow {
  readonly key: string;
  readonly label: string;
  readonly low: number | null;
  readonly mid: number | null;
  readonly high: number | null;
  /** There is more above the high. */
  readonly openAbove: boolean;
  /** The range in words; stands beside the bar where there is room. */
  readonly words: string;
  /** One of ours, among those of others. */
  readonly own?: boolean;
}

export interface RangeGroup {
  readonly title: string;
  readonly rows: readonly RangeRow[];
}

const rowHeight = 26;
const titleHeight = 30;
const foot = 26;

export function Ranges(props: {
  label: string;
  groups: readonly RangeGroup[];
  format: (value: number) => string;
  open?: string | undefined;
  onPress?: (key: string) => void;
}) {
  const [place, width] = useWidth();
  const { groups, onPress } = props;
  const rows = groups.flatMap((group) => group.rows);
  const scale = scaleOf(
    rows.flatMap(({ low, mid, high }) => [low, mid, high].filter((one) => one !== null)),
    { steps: width < 560 ? 3 : 5 },
  );
  const left = Math.min(width * 0.42, Math.max(...rows.map((row) => wordWidth(row.label)), 0) + 26);
  const height = groups.length * titleHeight + rows.length * rowHeight + foot;
  const area: Area = { left, top: 4, width: Math.max(0, width - left - 44), height: height - foot - 4 };
  const marks = rows.map((row): Mark => ({ label: `${row.label}: ${row.words}`, x: 0, y: 0 }));
  const press = (index: number) => onPress?.(rows[index]?.key ?? "");
  const looked = useMarks(marks, onPress ? press : undefined);
  const tops = placesOf(groups);
  const x = (value: number) => area.left + scale.part(value) * area.width;
  return (
    <Drawing place={place} width={width} height={height} label={props.label}>
      <Lines area={area} scale={scale} format={props.format} x={x} />
      {tops.map(({ group, top }) => (
        <text key={group.title} x={0} y={top + 20} className="qd-fall-text">
          {shortened(group.title, width)}
        </text>
      ))}
      {tops.flatMap(({ group, top }) =>
        group.rows.map((row, at) => {
          const index = rows.indexOf(row);
          const y = top + titleHeight + at * rowHeight;
          return (
            <g key={row.key}>
              <g {...looked.props(index, row.key === props.open)}>
                <rect x={-6} y={y} width={width + 12} height={rowHeight - 2} rx={5} className="qd-hit" />
                <Bar row={row} y={y + 7} x={x} from={area.left} to={area.left + area.width} />
              </g>
              {/* Over the mark, which says the name in full. */}
              <g pointerEvents="none" aria-hidden>
                <RowName y={y + 16} width={left - 22}>
                  {row.label}
                </RowName>
              </g>
            </g>
          );
        }),
      )}
    </Drawing>
  );
}

/** Where each group begins, from the top. */
function placesOf(groups: readonly RangeGroup[]) {
  let next = 0;
  return groups.map((group) => {
    const top = next;
    next += titleHeight + group.rows.length * rowHeight;
    return { group, top };
  });
}

function Lines(props: {
  area: Area;
  scale: Scale;
  format: (value: number) => string;
  x: (value: number) => number;
}) {
  const { area, scale, x } = props;
  return (
    <>
      <g className="qd-axis">
        {scale.ticks.map((tick) => (
          <line key={tick} x1={x(tick)} x2={x(tick)} y1={area.top} y2={area.top + area.height} />
        ))}
      </g>
      <FootNames area={area} names={scale.ticks.map((tick) => ({ x: x(tick), text: props.format(tick) }))} />
    </>
  );
}

const thick = 10;

function Bar(props: { row: RangeRow; y: number; x: (value: number) => number; from: number; to: number }) {
  const { row, y, x } = props;
  const middle = y + thick / 2;
  const [low, high] = [row.low === null ? null : x(row.low), row.high === null ? null : x(row.high)];
  const [start, end] = [low ?? high ?? props.from, high ?? low ?? props.from];
  return (
    <g className="qd-range" data-own={row.own || undefined}>
      {low === null && high !== null ? <line x1={props.from} x2={high} y1={middle} y2={middle} /> : null}
      {row.openAbove ? <line x1={end} x2={props.to + 34} y1={middle} y2={middle} /> : null}
      {row.openAbove ? <path d={`M${props.to + 30} ${middle - 4}l4 4l-4 4`} className="qd-range-on" /> : null}
      {low === null && high === null ? null : (
        <rect
          x={low === null || high === null ? start - 1.5 : start}
          y={y}
          width={low === null || high === null ? 3 : Math.max(3, end - start)}
          height={thick}
          rx={low === null || high === null ? 1.5 : 3}
        />
      )}
      {row.mid === null ? null : (
        <line x1={x(row.mid)} x2={x(row.mid)} y1={y - 2} y2={y + thick + 2} className="qd-range-middle" />
      )}
    </g>
  );
}
