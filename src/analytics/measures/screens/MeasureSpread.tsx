/** How the single values behind a median lie. */
import {
  Answer,
  ChartFrame,
  Distribution,
  Empty,
  formatCount,
  formatFigure,
  Loading,
  type Range,
  Section,
  useAsk,
} from "#base/ui";
import { measureSpread } from "../contract.ts";

export interface SpreadQuestion {
  readonly from?: string;
  readonly to?: string;
  readonly where?: string[];
  readonly switches?: string[];
  readonly asOf?: string;
}

export function MeasureSpread(props: { name: string; label: string; question: SpreadQuestion }) {
  const { name, label } = props;
  const asked = useAsk(measureSpread, { params: { name }, query: props.question });
  return (
    <Answer
      of={asked}
      loading={
        <Section>
          <Loading rows={6} />
        </Section>
      }
    >
      {({ n, ranges, unit, median, p75, p90 }) => {
        if (n === 0 || median === null) {
          return (
            <Section title="Distribution">
              <Empty title="There is nothing to spread out">No single value falls into this period.</Empty>
            </Section>
          );
        }
        const width = (ranges[0]?.to ?? 1) - (ranges[0]?.from ?? 0);
        const closed = ranges.map((range): Range => ({ ...range, to: range.to ?? range.from + width }));
        const said = (index: number) => {
          const range = ranges[index];
          if (!range) return "";
          return range.to === null
            ? `${formatFigure(range.from, unit, null)} and more`
            : `${formatCount(range.from)} to ${formatFigure(range.to, unit, null)}`;
        };
        return (
          <ChartFrame
            title={findingOf(median, p90, unit)}
            description={`${label}: how many fall where`}
            note={
              p75 === null ? null : `Three quarters are within ${formatFigure(Math.round(p75), unit, null)}.`
            }
            table={{
              head: [label, "Count"],
              rows: ranges.map((range, index) => [said(index), formatCount(range.count)]),
            }}
          >
            <Distribution
              label={`${label}: how many fall where`}
              ranges={closed}
              lines={[{ value: median, label: `Median, ${formatFigure(Math.round(median), unit, null)}` }]}
              format={formatCount}
              formatCount={formatCount}
              rangeLabel={(range) => said(closed.indexOf(range))}
            />
          </ChartFrame>
        );
      }}
    </Answer>
  );
}

function findingOf(median: number, p90: number | null, unit: string): string {
  const half = `Half are within ${formatFigure(Math.round(median), unit, null)}`;
  return p90 === null
    ? half
    : `${half}, one in ten takes more than ${formatFigure(Math.round(p90), unit, null)}`;
}
