/** How many reach each stage, and what share goes on from it. Every stage is a mark. */
import { RowName, wordWidth } from "./Axis.tsx";
import { Drawing } from "./Drawing.tsx";
import { type Mark, useMarks } from "./marks.tsx";
import { useWidth } from "./use-width.ts";

export interface FunnelStage {
  readonly key: string;
  readonly label: string;
  /** How many entered. */
  readonly entered: number;
  /** The share of them that went on, 0–1; null where nobody can say. */
  readonly onward: number | null;
}

const rowHeight = 42;

interface Words {
  formatCount: (count: number) => string;
  formatRate: (rate: number) => string;
}

export function Funnel(
  props: Words & {
    label: string;
    stages: readonly FunnelStage[];
    open?: string | undefined;
    onPress: (key: string) => void;
  },
) {
  const [place, width] = useWidth();
  const { stages } = props;
  const height = Math.max(1, stages.length) * rowHeight + 18;
  const left = Math.min(width * 0.36, Math.max(...stages.map((stage) => wordWidth(stage.label)), 0) + 16);
  const most = Math.max(...stages.map((stage) => stage.entered), 1);
  const weakest = weakestOf(stages);
  const rate = (stage: FunnelStage) => (stage.onward === null ? "–" : props.formatRate(stage.onward));
  const marks = stages.map(
    (stage): Mark => ({
      label: `${stage.label}: ${props.formatCount(stage.entered)}, ${rate(stage)}: how many entered, and the share that went on`,
      x: 0,
      y: 0,
    }),
  );
  const looked = useMarks(marks, (index) => {
    const stage = stages[index];
    if (stage) props.onPress(stage.key);
  });
  return (
    <Drawing place={place} width={width} height={height} label={props.label}>
      <text x={left} y={11} className="qd-fall-note">
        entered
      </text>
      <text x={width} y={11} textAnchor="end" className="qd-fall-note">
        went on
      </text>
      {stages.map((stage, index) => (
        <g key={stage.key} {...looked.props(index, stage.key === props.open)}>
          <Row
            {...props}
            stage={stage}
            y={18 + index * rowHeight}
            left={left}
            width={width}
            bar={Math.max(2, (stage.entered / most) * Math.max(20, width - left - 132))}
            weakest={stage.key === weakest?.key}
          />
        </g>
      ))}
    </Drawing>
  );
}

/** One stage: all who entered, and in it those who went on. */
function Row(
  props: Words & {
    stage: FunnelStage;
    y: number;
    left: number;
    width: number;
    bar: number;
    weakest: boolean;
  },
) {
  const { stage, y, left, width, bar } = props;
  return (
    <>
      <rect x={-8} y={y + 1} width={width + 16} height={rowHeight - 2} rx={6} className="qd-hit" />
      <RowName y={y + 26} width={left - 10}>
        {stage.label}
      </RowName>{" "}
      <rect x={left} y={y + 11} width={bar} height={20} rx={2} className="qd-funnel-all" />
      <rect
        x={left}
        y={y + 11}
        width={bar * (stage.onward ?? 0)}
        height={20}
        rx={2}
        className="qd-funnel-on"
      />
      <text x={left + bar + 7} y={y + 26} className="qd-fall-text">
        {props.formatCount(stage.entered)}
      </text>{" "}
      <text
        x={width}
        y={y + 26}
        textAnchor="end"
        className="qd-funnel-rate"
        data-weakest={props.weakest || undefined}
      >
        {stage.onward === null ? "–" : props.formatRate(stage.onward)}
      </text>
    </>
  );
}

/** The stage after which most stay behind, among those that enough entered to tell. */
export function weakestOf(stages: readonly FunnelStage[], enough = 10): FunnelStage | undefined {
  return stages
    .filter((stage) => stage.onward !== null && stage.entered >= enough)
    .toSorted((a, b) => (a.onward ?? 0) - (b.onward ?? 0))[0];
}
