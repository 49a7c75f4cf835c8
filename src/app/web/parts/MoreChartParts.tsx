/** Charts of kinds: funnel, distribution, cohort grid, breakdown. */
import {
  Breakdown,
  ChartFrame,
  CohortGrid,
  Distribution,
  Funnel,
  formatCount,
  formatDays,
  formatRate,
  type RangeRow,
  Ranges,
  tell,
} from "#base/ui";
import { Shown } from "./Shown.tsx";

const stages = [
  { key: "qualify", label: "Qualify", entered: 240, onward: 0.71 },
  { key: "survey", label: "Site survey", entered: 171, onward: 0.42 },
  { key: "proposal", label: "Proposal", entered: 72, onward: 0.68 },
  { key: "agreed", label: "Agreed", entered: 49, onward: null },
];
const ranges = [4, 11, 23, 31, 26, 17, 9, 5, 2, 1].map((count, index) => ({
  from: index * 20,
  to: (index + 1) * 20,
  count,
}));
const cohorts = ["Q1", "Q2", "Q3", "Q4"].map((label, index) => ({
  key: label,
  label: `${label} FY2027`,
  n: 80 + index * 7,
  rates: [0.08, 0.21, 0.33, 0.38].map((rate, age) => (age + index < 4 ? rate + index * 0.01 : null)),
}));
const regions = [
  { key: "a", label: "Atlantic", value: 182, note: "61" },
  { key: "e", label: "Europe", value: 140, note: "48" },
  { key: "p", label: "Pacific", value: 77, note: "30" },
];

export function MoreChartParts() {
  return (
    <div className="qd-columns">
      <Shown name="Funnel; the weakest stage stands out">
        <ChartFrame
          title="Most stay behind after Site survey"
          description="Example of a funnel"
          table={{ head: ["Stage", "Entered"], rows: stages.map((one) => [one.label, String(one.entered)]) }}
        >
          <Funnel
            label="Example of a funnel"
            stages={stages}
            formatCount={formatCount}
            formatRate={formatRate}
            onPress={(key) => tell(`${key} was pressed.`)}
          />
        </ChartFrame>
      </Shown>
      <Shown name="Distribution with its median">
        <ChartFrame
          title="Half are done within 76 days"
          description="Example of a distribution"
          table={{
            head: ["Days", "Count"],
            rows: ranges.map((one) => [`${one.from} to ${one.to}`, String(one.count)]),
          }}
        >
          <Distribution
            label="Example of a distribution"
            ranges={ranges}
            lines={[{ value: 76, label: "Median, 76 days" }]}
            format={formatCount}
            formatCount={formatCount}
            rangeLabel={(range) => `${range.from} to ${formatDays(range.to)}`}
          />
        </ChartFrame>
      </Shown>
      <Shown name="Ranges, with ends that are open">
        <ChartFrame
          title="Two sources of one range disagree"
          description="Example of ranges"
          table={{ head: ["Source", "Range"], rows: sources.map((one) => [one.label, one.words]) }}
        >
          <Ranges
            label="Example of ranges"
            groups={[{ title: "Days until the first order", rows: sources }]}
            format={formatCount}
          />
        </ChartFrame>
      </Shown>
      <KindParts />
    </div>
  );
}

const sources: readonly RangeRow[] = [
  {
    key: "own",
    label: "Our own",
    low: 20,
    mid: 34,
    high: 60,
    openAbove: false,
    words: "20 to 60",
    own: true,
  },
  {
    key: "one",
    label: "A survey",
    low: 45,
    mid: null,
    high: 90,
    openAbove: true,
    words: "45 to 90 and more",
  },
  { key: "two", label: "A vendor", low: null, mid: null, high: 70, openAbove: false, words: "up to 70" },
];

function KindParts() {
  return (
    <>
      <Shown name="Cohorts: darker for more">
        <ChartFrame
          title="A third is won two quarters later"
          description="Example of cohorts"
          table={{
            head: ["Cohort", "n", "+0", "+1", "+2", "+3"],
            rows: cohorts.map((one) => [
              one.label,
              String(one.n),
              ...one.rates.map((rate) => (rate === null ? "–" : formatRate(rate))),
            ]),
          }}
        >
          <CohortGrid
            label="Example of cohorts"
            cohorts={cohorts}
            ages={["same quarter", "1 later", "2 later", "3 later"]}
            format={formatRate}
            formatCount={formatCount}
          />
        </ChartFrame>
      </Shown>
      <Shown name="Breakdown">
        <ChartFrame
          title="Atlantic leads"
          description="Example of a breakdown"
          table={{ head: ["Region", "Amount"], rows: regions.map((one) => [one.label, String(one.value)]) }}
        >
          <Breakdown
            label="Example of a breakdown"
            bars={regions}
            format={formatCount}
            open="e"
            onPress={(key) => tell(`${key} was pressed.`)}
          />
        </ChartFrame>
      </Shown>
    </>
  );
}
