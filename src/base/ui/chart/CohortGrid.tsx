/** What became of those that began together: a row a beginning, a column an age, darker for more. Every cell is a mark. */
import { wordWidth } from "./Axis.tsx";
import { Drawing } from "./Drawing.tsx";
import { type Mark, useMarks } from "./marks.tsx";
import { useWidth } from "./use-width.ts";

export interface Cohort {
  readonly key: string;
  readonly label: string;
  /** How many began. */
  readonly n: number;
  /** The figure at each age, 0–1; null where that age is still to come. */
  readonly rates: readonly (number | null)[];
  /** The last age is not over: its cell is drawn as unfinished. */
  readonly running?: boolean;
}

interface GridProps {
  label: string;
  cohorts: readonly Cohort[];
  /** "at its end", "1 quarter later". */
  ages: readonly string[];
  format: (rate: number) => string;
  formatCount: (count: number) => string;
  onPress?: (cohort: Cohort, age: number) => void;
}

const rowHeight = 30;
const headHeight = 24;
const countWidth = 46;
const steps = 6;

export function CohortGrid(props: GridProps) {
  const [place, width] = useWidth();
  const { cohorts, ages, onPress } = props;
  const left = Math.ceil(Math.max(...cohorts.map((cohort) => wordWidth(cohort.label)), 40)) + 12 + countWidth;
  const cell = Math.max(34, (width - left) / Math.max(1, ages.length));
  const most = Math.max(...cohorts.flatMap((cohort) => cohort.rates.map((rate) => rate ?? 0)), 0.0001);
  const cells = cohorts.flatMap((cohort, row) =>
    cohort.rates.flatMap((rate, age) => (rate === null ? [] : [{ cohort, row, age, rate }])),
  );
  const marks = cells.map(
    ({ cohort, age, rate }): Mark => ({
      label: `${cohort.label}, ${ages[age] ?? ""}: ${props.format(rate)} of ${props.formatCount(cohort.n)}`,
      x: 0,
      y: 0,
    }),
  );
  const press = (index: number) => {
    const found = cells[index];
    if (found) onPress?.(found.cohort, found.age);
  };
  const looked = useMarks(marks, onPress ? press : undefined);
  return (
    <Drawing
      place={place}
      width={width}
      height={headHeight + cohorts.length * rowHeight}
      drawnWidth={left + cell * ages.length}
      label={props.label}
    >
      <Names {...props} left={left} cell={cell} />
      {cells.map(({ cohort, row, age, rate }, index) => (
        <g key={`${cohort.key} ${ages[age]}`} {...looked.props(index)}>
          <rect
            x={left + age * cell + 1}
            y={headHeight + row * rowHeight + 1}
            width={cell - 2}
            height={rowHeight - 2}
            rx={3}
            className="qd-cell"
            data-running={(cohort.running && age === cohort.rates.length - 1) || undefined}
            style={{ fill: `var(--qd-much-${muchOf(rate, most)})` }}
          />
          <text
            x={left + (age + 0.5) * cell}
            y={headHeight + row * rowHeight + 19}
            textAnchor="middle"
            className="qd-cell-text"
            data-much={muchOf(rate, most) > 4 || undefined}
          >
            {props.format(rate)}
          </text>
        </g>
      ))}
    </Drawing>
  );
}

/** What stands around the cells: the ages above, the beginnings and how many began at the left. */
function Names({ cohorts, ages, formatCount, left, cell }: GridProps & { left: number; cell: number }) {
  const worded = ages.every((age) => wordWidth(age) < cell);
  return (
    <g className="qd-axis">
      <text x={left - 12} y={14} textAnchor="end">
        n
      </text>
      {ages.map((age, index) => (
        <text key={age} x={left + (index + 0.5) * cell} y={14} textAnchor="middle">
          {worded ? age : `+${index}`}
        </text>
      ))}
      {cohorts.map((cohort, row) => (
        <g key={cohort.key}>
          <text x={0} y={headHeight + row * rowHeight + 19}>
            {cohort.label}
          </text>
          <text x={left - 12} y={headHeight + row * rowHeight + 19} textAnchor="end">
            {formatCount(cohort.n)}
          </text>
        </g>
      ))}
    </g>
  );
}

/** From little (1) to much (6), in equal steps up to the most there is. */
export function muchOf(rate: number, most: number): number {
  return Math.min(steps, Math.max(1, Math.ceil((rate / most) * steps)));
}
