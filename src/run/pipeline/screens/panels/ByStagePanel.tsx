/** Where the open pipeline stands: its stages, each the way to its opportunities. */

import { useNavigate } from "@tanstack/react-router";
import {
  Answer,
  Breakdown,
  ChartFrame,
  Empty,
  formatCount,
  formatMoneyShort,
  formatRate,
  Loading,
  Panel,
  type PanelProps,
  useAsk,
  useAsOf,
  useSlices,
} from "#base/ui";
import { askPipeline } from "../../contract.ts";

/** More stages than this are on the pipeline's own page. */
const mostStages = 9;

export default function ByStagePanel({ question }: PanelProps) {
  const asOf = useAsOf();
  const { where } = useSlices();
  const navigate = useNavigate();
  const asked = useAsk(askPipeline, {
    query: { by: "stage", ...(where.length > 0 ? { where } : {}), ...(asOf ? { asOf } : {}) },
  });
  const open = (key: string) => void navigate({ to: "/pipeline" as "/", search: { open: key } as never });
  return (
    <Answer
      of={asked}
      framed
      loading={
        <Panel question={question}>
          <Loading rows={8} />
        </Panel>
      }
    >
      {({ rows, total }) => {
        const shown = rows.filter((row) => row.count > 0);
        if (shown.length === 0) {
          return (
            <Panel question={question}>
              <Empty title="Nothing was open on this day">Choose another day in the header.</Empty>
            </Panel>
          );
        }
        return (
          <ChartFrame
            title={findingOf(shown, Number(total.amount))}
            description="The open pipeline by stage"
            note={shown.length > mostStages ? `${shown.length - mostStages} more on the Pipeline page` : null}
            table={{
              head: ["Stage", "Amount", "Opportunities"],
              rows: shown.map((row) => [
                row.key,
                formatMoneyShort(row.amount, row.currency),
                formatCount(row.count),
              ]),
            }}
          >
            <Breakdown
              label="The open pipeline by stage. Press a stage to see its opportunities."
              bars={shown.slice(0, mostStages).map((row) => ({
                key: row.key,
                label: row.key,
                value: Number(row.amount),
                note: formatCount(row.count),
              }))}
              format={(value) => formatMoneyShort(String(value), total.currency)}
              onPress={open}
            />
          </ChartFrame>
        );
      }}
    </Answer>
  );
}

function findingOf(rows: readonly { key: string; amount: string }[], total: number): string {
  const most = rows.toSorted((a, b) => Number(b.amount) - Number(a.amount))[0];
  if (!most || total <= 0) return "By stage";
  return `${formatRate(Math.round((Number(most.amount) / total) * 100) / 100)} stands in ${most.key}`;
}
