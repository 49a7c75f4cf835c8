/** The quiet lines behind a chart: round values across, names along the foot. */
import type { Scale } from "./scale.ts";

export interface Area {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Lines at the round values, each with its words at the left. */
export function ValueLines(props: { area: Area; scale: Scale; format: (value: number) => string }) {
  const { area, scale } = props;
  return (
    <g className="qd-axis">
      {scale.ticks.map((tick) => {
        const y = area.top + (1 - scale.part(tick)) * area.height;
        return (
          <g key={tick}>
            <line
              x1={area.left}
              x2={area.left + area.width}
              y1={y}
              y2={y}
              data-zero={tick === 0 || undefined}
            />
            <text x={area.left - 8} y={y + 4} textAnchor="end">
              {props.format(tick)}
            </text>
          </g>
        );
      })}
    </g>
  );
}

export interface FootName {
  /** Where it stands, in pixels. */
  readonly x: number;
  readonly text: string;
  readonly strong?: boolean;
}

/** Names along the foot; those that would touch their neighbour are left out. */
export function FootNames({ area, names }: { area: Area; names: readonly FootName[] }) {
  const y = area.top + area.height + 17;
  return (
    <g className="qd-axis">
      {thinned(names).map((name) => (
        <text
          key={`${name.x} ${name.text}`}
          x={Math.min(name.x, area.left + area.width + 10 - wordWidth(name.text) / 2)}
          y={y}
          textAnchor="middle"
          data-strong={name.strong || undefined}
        >
          {name.text}
        </text>
      ))}
    </g>
  );
}

const letterWidth = 6.6;

/** About how wide a word is in the small type of a chart. */
export const wordWidth = (text: string): number => text.length * letterWidth;

/** A name at the left of a row; one that is longer than its room is cut short. Its mark says it in full. */
export function RowName(props: { y: number; width: number; children: string }) {
  return (
    <text x={0} y={props.y} className="qd-fall-name">
      {shortened(props.children, props.width)}
    </text>
  );
}

/** A name as far as it has room, and a sign that it goes on. */
export function shortened(name: string, width: number): string {
  if (wordWidth(name) <= width) return name;
  const letters = [...name].slice(0, Math.max(1, Math.floor(width / letterWidth) - 1));
  return `${letters.join("").trimEnd()}…`;
}

/** Keeps every n-th name, so that the widest does not touch the next. */
export function thinned(names: readonly FootName[]): FootName[] {
  const widest = Math.max(...names.map((name) => wordWidth(name.text)), 0) + 10;
  const gaps = names.slice(1).map((name, index) => name.x - (names[index]?.x ?? 0));
  const gap = Math.min(...gaps, Number.POSITIVE_INFINITY);
  const every = Math.max(1, Math.ceil(widest / gap));
  const lastFirst = (names.length - 1) % every;
  return names.filter((_, index) => index % every === lastFirst);
}

/** How much room the words at the left need. */
export function roomFor(scale: Scale, format: (value: number) => string): number {
  return Math.ceil(Math.max(...scale.ticks.map((tick) => wordWidth(format(tick))))) + 12;
}
