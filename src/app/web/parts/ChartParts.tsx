/** Charts over time: stacked trend, period trend, waterfall. */
import {
  ChartFrame,
  formatCount,
  Legend,
  PeriodTrend,
  StackedTrend,
  seriesColor,
  tell,
  Waterfall,
} from "#base/ui";
import { Shown } from "./Shown.tsx";

const weeks = Array.from({ length: 26 }, (_, week) => week);
const wave = (week: number, size: number, length: number) =>
  Math.round(size * (1 + Math.sin(week / length) / 3));
const kinds = ["Qualify", "Proposal", "Negotiation", "Agreed"].map((key, index) => ({
  key,
  color: seriesColor(index),
  values: weeks.map((week) => wave(week, 40 - index * 8, index + 3)),
}));
const quarters = [42, 51, 47, 58, 61, 55, 49, 18].map((value, index) => ({
  label: `Q${(index % 4) + 1} FY${2026 + Math.floor(index / 4)}`,
  value,
  n: value * 3,
  asked: index === 7,
  running: index === 7,
}));
const falls = [
  ["start", "Start", "total", 0, 382, "382", "48"],
  ["new", "New", "adds", 382, 458, "+76", "12"],
  ["lowered", "Decreased", "lowers", 458, 440, "−18", "5"],
  ["won", "Won", "good", 440, 420, "−20", "4"],
  ["lost", "Lost", "bad", 420, 396, "−24", "7"],
  ["end", "End", "total", 0, 396, "396", "49"],
] as const;

export function ChartParts() {
  return (
    <>
      <Shown name="Stacked trend; what lies after the shown week is faded" wide>
        <ChartFrame
          title="Qualify is the largest part throughout"
          description="Example of a stacked trend"
          legend={<Legend entries={kinds.map((kind) => ({ label: kind.key, color: kind.color }))} />}
          table={{
            head: ["Week", ...kinds.map((kind) => kind.key)],
            rows: weeks.map((week) => [
              `Week ${week + 1}`,
              ...kinds.map((kind) => String(kind.values[week])),
            ]),
          }}
        >
          <StackedTrend
            label="Example of a stacked trend"
            points={weeks.map((week) => ({
              label: `Week ${week + 1}`,
              foot: week % 4 === 0 ? `W${week + 1}` : null,
            }))}
            series={kinds}
            format={formatCount}
            shown={19}
            onPress={(week) => tell(`Week ${week + 1} was pressed.`)}
          />
        </ChartFrame>
      </Shown>
      <div className="qd-columns">
        <Shown name="Sums as columns; the running period is unfinished">
          <ChartFrame
            title="Highest in Q1 FY2027, at 61"
            description="Example of columns"
            table={{ head: ["Quarter", "Sum"], rows: quarters.map((one) => [one.label, String(one.value)]) }}
          >
            <PeriodTrend label="Example of columns" periods={quarters} kind="columns" format={formatCount} />
          </ChartFrame>
        </Shown>
        <Shown name="All else as a line; a gap where there is no figure">
          <ChartFrame
            title="No figure in Q3 FY2026"
            description="Example of a line"
            table={{ head: ["Quarter", "Days"], rows: quarters.map((one) => [one.label, String(one.value)]) }}
          >
            <PeriodTrend
              label="Example of a line"
              periods={quarters.map((one, index) => (index === 2 ? { ...one, value: null } : one))}
              kind="line"
              format={formatCount}
            />
          </ChartFrame>
        </Shown>
      </div>
      <FallParts />
    </>
  );
}

function FallParts() {
  return (
    <Shown name="Waterfall: filled adds, hollow lowers" wide>
      <ChartFrame
        title="New weighed most: +76"
        description="Example of a waterfall"
        note="The columns begin at 340, so that the movements can be seen."
        table={{ head: ["Step", "Amount"], rows: falls.map(([, label, , , , text]) => [label, text]) }}
      >
        <Waterfall
          label="Example of a waterfall"
          low={340}
          top={458}
          open="won"
          onPress={(step) => tell(`${step} was pressed.`)}
          falls={falls.map(([key, label, tone, from, to, text, note]) => ({
            ...{ key, label, tone, from, to, text, note },
            said: `${label} ${text}, ${note} opportunities`,
            meaning: label,
          }))}
        />
      </ChartFrame>
    </Shown>
  );
}
