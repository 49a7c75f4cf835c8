/** Charts where there is little, nothing, or much: none of them may look like a finding that is not there. */
import { Button } from "@mantine/core";
import {
  Breakdown,
  ChartFrame,
  CohortGrid,
  Distribution,
  Empty,
  Failed,
  Funnel,
  formatCount,
  formatDays,
  formatRate,
  Loading,
  Section,
  StackedTrend,
  seriesColor,
} from "#base/ui";
import { Shown } from "./Shown.tsx";

const few = [
  { key: "qualify", label: "Qualify", entered: 3, onward: 0.33 },
  { key: "agreed", label: "Agreed", entered: 1, onward: null },
];
const many = Array.from({ length: 12 }, (_, at) => ({
  key: String(at),
  label: `A region with quite a long name, number ${at + 1}`,
  value: 240 - at * 19,
  note: String(80 - at * 6),
}));

export function ChartStates() {
  return (
    <div className="qd-columns">
      <Shown name="Waiting: as high as what comes">
        <Section>
          <Loading rows={6} />
        </Section>
      </Shown>
      <Shown name="Nothing to draw, and what to do">
        <Section title="Funnel">
          <Empty
            title="Nothing entered a stage in this period"
            action={<Button variant="default">Show the year</Button>}
          >
            Choose another period or another day.
          </Empty>
        </Section>
      </Shown>
      <Shown name="Failed, and again">
        <Section>
          <Failed failure={new Error("The figures could not be worked out.")} retry={() => undefined} />
        </Section>
      </Shown>
      <Shown name="Too few: no stage is called the weakest">
        <ChartFrame
          title="Too few entered to tell where they stay behind"
          description="Example of a small funnel"
          table={{ head: ["Stage", "Entered"], rows: few.map((one) => [one.label, String(one.entered)]) }}
        >
          <Funnel
            label="Example of a small funnel"
            stages={few}
            formatCount={formatCount}
            formatRate={formatRate}
            onPress={() => undefined}
          />
        </ChartFrame>
      </Shown>
      <Little />
      <Shown name="Many with long names">
        <ChartFrame
          title="A few hold most"
          description="Example of many kinds"
          table={{ head: ["Region", "Amount"], rows: many.map((one) => [one.label, String(one.value)]) }}
        >
          <Breakdown
            label="Example of many kinds"
            bars={many}
            format={formatCount}
            onPress={() => undefined}
          />
        </ChartFrame>
      </Shown>
    </div>
  );
}

/** One of something is still something. */
function Little() {
  return (
    <>
      <Shown name="One value">
        <ChartFrame
          title="The only one took 12 days"
          description="Example of a single value"
          table={{ head: ["Days", "Count"], rows: [["0 to 20", "1"]] }}
        >
          <Distribution
            label="Example of a single value"
            ranges={[{ from: 0, to: 20, count: 1 }]}
            lines={[{ value: 12, label: "Median, 12 days" }]}
            format={formatCount}
            formatCount={formatCount}
            rangeLabel={(range) => `${range.from} to ${formatDays(range.to)}`}
          />
        </ChartFrame>
      </Shown>
      <Shown name="The first cohort, still running">
        <ChartFrame
          title="Nothing is won yet"
          description="Example of a first cohort"
          table={{ head: ["Cohort", "n", "+0"], rows: [["Q1 FY2027", "4", "0%"]] }}
        >
          <CohortGrid
            label="Example of a first cohort"
            cohorts={[{ key: "1", label: "Q1 FY2027", n: 4, rates: [0], running: true }]}
            ages={["same quarter"]}
            format={formatRate}
            formatCount={formatCount}
          />
        </ChartFrame>
      </Shown>
      <Shown name="A trend that has just begun">
        <ChartFrame
          title="Two weeks so far"
          description="Example of a short trend"
          table={{
            head: ["Week", "Qualify"],
            rows: [
              ["Week 1", "4"],
              ["Week 2", "6"],
            ],
          }}
        >
          <StackedTrend
            label="Example of a short trend"
            points={[1, 2].map((week) => ({ label: `Week ${week}`, foot: `W${week}` }))}
            series={[{ key: "Qualify", color: seriesColor(0), values: [4, 6] }]}
            format={formatCount}
            shown={1}
            onPress={() => undefined}
          />
        </ChartFrame>
      </Shown>
    </>
  );
}
