/** The open pipeline on the shown day: how much, against a week, a month and a quarter before, and over the year. */

import { Skeleton } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import {
  Amount,
  Answer,
  Change,
  ChartFrame,
  counted,
  formatDay,
  formatMoneyShort,
  formatMonth,
  Loading,
  Panel,
  type PanelProps,
  StackedTrend,
  seriesColor,
  useAddress,
  useAsk,
  useAsOf,
  useShownDay,
  useSlices,
  useToday,
} from "#base/ui";
import { askPipeline } from "../../contract.ts";
import { trendFinding } from "../trend-finding.ts";
import { usePipelineYear } from "../use-pipeline-year.ts";

const spans = [
  { days: 7, label: "in 7 days" },
  { days: 30, label: "in 30 days" },
  { days: 90, label: "in 90 days" },
] as const;

export default function PipelinePanel({ question }: PanelProps) {
  const trend = usePipelineYear();
  return (
    <Answer
      of={trend}
      framed
      loading={
        <Panel question={question}>
          <Loading rows={8} label="The pipeline is being added up" />
        </Panel>
      }
    >
      {(data) => <Drawn trend={data} />}
    </Answer>
  );
}

type Trend = Parameters<typeof trendFinding>[0];

function Drawn({ trend }: { trend: Trend }) {
  const [, change] = useAddress();
  const { day } = useShownDay();
  const today = useToday().toString();
  const shown = day.toString();
  const { points } = trend;
  const money = (value: number) => formatMoneyShort(String(value), trend.currency);
  const description = `Open pipeline, week by week, from ${formatDay(points[0]?.asOf)} to ${formatDay(points.at(-1)?.asOf)}`;
  return (
    <ChartFrame
      title={
        <Link to={"/pipeline" as "/"} className="qd-plain-link">
          {trendFinding(trend, shown)}
        </Link>
      }
      description={description}
      table={{
        head: ["Week ending", "Open pipeline"],
        rows: points.map((point) => [formatDay(point.asOf), formatMoneyShort(point.amount, trend.currency)]),
      }}
    >
      <Standing />
      <StackedTrend
        label={`${description}. Press a week to see the company as of its end.`}
        height={222}
        points={points.map((point, index) => ({
          label: formatDay(point.asOf),
          foot:
            index > 0 && point.asOf.slice(0, 7) !== points[index - 1]?.asOf.slice(0, 7)
              ? formatMonth(point.asOf).slice(0, point.asOf.slice(5, 7) === "01" ? 8 : 3)
              : null,
        }))}
        series={[{ key: "Open", color: seriesColor(0), values: points.map((point) => Number(point.amount)) }]}
        format={money}
        shown={points.findLastIndex((point) => point.asOf <= shown)}
        onPress={(index) => {
          const point = points[index];
          if (point) change({ asOf: point.asOf < today ? point.asOf : undefined });
        }}
      />
    </ChartFrame>
  );
}

/** The amount in large, with what changed in a week, a month and a quarter. */
function Standing() {
  const asOf = useAsOf();
  const { where } = useSlices();
  const slice = where.length > 0 ? { where } : {};
  const now = useAsk(askPipeline, { query: { by: "stage", ...slice, ...(asOf ? { asOf } : {}) } });
  const total = now.data?.total;
  return (
    <div className="qd-standing">
      <div>
        <div className="qd-standing-value">
          {total ? <Amount amount={total.amount} currency={total.currency} /> : <Skeleton h={34} w={120} />}
        </div>
        <div className="qd-faint">
          {total ? `open in ${counted(total.count, "opportunity", "opportunities")}` : "…"}
        </div>
      </div>
      {spans.map((span) => (
        <Against key={span.days} {...span} total={total} slice={slice} />
      ))}
    </div>
  );
}

function Against(props: {
  days: number;
  label: string;
  total: { amount: string; currency: string } | undefined;
  slice: { where?: string[] };
}) {
  const { day } = useShownDay();
  const then = day.subtract({ days: props.days }).toString();
  const before = useAsk(askPipeline, { query: { by: "stage", ...props.slice, asOf: then } });
  const was = before.data?.total;
  const { total } = props;
  return (
    <div title={was ? `${formatMoneyShort(was.amount, was.currency)} on ${formatDay(then)}` : undefined}>
      <div className="qd-standing-change">
        {total && was ? (
          <Change amount={String(Number(total.amount) - Number(was.amount))} currency={total.currency} />
        ) : (
          <Skeleton h={18} w={70} />
        )}
      </div>
      <div className="qd-faint">{props.label}</div>
    </div>
  );
}
