/** The open pipeline as it stood at the end of the shown day, by any dimension. */

import { useMemo } from "react";
import {
  Amount,
  Answer,
  Change,
  counted,
  DimensionSelect,
  formatDay,
  Loading,
  one,
  Page,
  Section,
  Slices,
  useAddress,
  useAsk,
  useAsOf,
  useShownDay,
  useSlices,
  useToday,
} from "#base/ui";
import { askPipeline, pipelineTrend } from "../contract.ts";
import { PipelineBreakdown } from "./PipelineBreakdown.tsx";
import { PipelineRecords } from "./PipelineRecords.tsx";
import { PipelineTrend } from "./PipelineTrend.tsx";
import { PipelineViews } from "./PipelineViews.tsx";
import { trendSeries } from "./trend-series.ts";
import { trendWindow } from "./trend-window.ts";

export default function PipelinePage() {
  const [search, change] = useAddress();
  const asOf = useAsOf();
  const { where } = useSlices();
  const by = one(search, "by", "stage");
  const opened = one(search, "open", undefined);
  const window = trendWindow(useShownDay().day, useToday());
  const slice = where.length > 0 ? { where } : {};
  const pipeline = useAsk(askPipeline, { query: { by, ...slice, ...(asOf ? { asOf } : {}) } });
  const trend = useAsk(pipelineTrend, { query: { by, grain: "week", ...window, ...slice } });
  const series = useMemo(() => (trend.data ? trendSeries(trend.data) : []), [trend.data]);
  const open = (key: string | undefined) => change({ open: key });
  return (
    <Page
      title="Pipeline"
      finding={pipeline.error ? null : <Finding total={pipeline.data?.total} points={trend.data?.points} />}
      actions={<PipelineViews view="day" />}
      controls={
        <>
          <DimensionSelect value={by} onChange={(name) => change({ by: name, open: undefined })} />
          <Slices />
        </>
      }
      // One failure is told once: below, where the figures of the day would stand.
      main={
        pipeline.error ? null : (
          <Answer
            of={trend}
            framed
            loading={
              <Section>
                <Loading rows={7} label="The trend is being worked out" />
              </Section>
            }
          >
            {(data) => <PipelineTrend trend={data} series={series} />}
          </Answer>
        )
      }
      table={
        <Section flush label={`The open pipeline by ${by}`}>
          <Answer of={pipeline}>
            {(data) => (
              <PipelineBreakdown
                answer={data}
                series={series}
                earliest={trend.data?.earliest ?? null}
                open={opened}
                onOpen={open}
              />
            )}
          </Answer>
        </Section>
      }
      panel={
        opened === undefined ? undefined : (
          <PipelineRecords
            by={by}
            opened={opened}
            query={{ ...slice, ...(asOf ? { asOf } : {}) }}
            onClose={() => open(undefined)}
          />
        )
      }
    />
  );
}

interface Point {
  asOf: string;
  amount: string;
}

/** "$12.4M open in 423 opportunities at the end of 23 Nov 2026, $1.2M more than four weeks before." */
function Finding(props: {
  total: { count: number; amount: string; currency: string } | undefined;
  points: readonly Point[] | undefined;
}) {
  const { day } = useShownDay();
  const { total } = props;
  if (!total) return "…";
  const then = day.subtract({ weeks: 4 }).toString();
  const before = props.points?.findLast((point) => point.asOf <= then);
  const difference = before ? Number(total.amount) - Number(before.amount) : null;
  return (
    <>
      <strong>
        <Amount amount={total.amount} currency={total.currency} />
      </strong>{" "}
      open in {counted(total.count, "opportunity", "opportunities")} at the end of {formatDay(day.toString())}
      {before && difference ? (
        <>
          , <Change amount={String(difference)} currency={total.currency} /> against {formatDay(before.asOf)}
        </>
      ) : null}
      .
    </>
  );
}
