/** What moved the open pipeline between two days, step by step, each with its opportunities. */
import {
  Answer,
  Empty,
  Loading,
  one,
  Page,
  Section,
  Slices,
  useAddress,
  useAsk,
  useShownDay,
  useSlices,
  useWorkspace,
} from "#base/ui";
import { askWaterfall } from "../contract.ts";
import { PipelineViews } from "./PipelineViews.tsx";
import { WaterfallChart } from "./WaterfallChart.tsx";
import { WaterfallControls } from "./WaterfallControls.tsx";
import { WaterfallFinding } from "./WaterfallFinding.tsx";
import { WaterfallRecords } from "./WaterfallRecords.tsx";
import { WaterfallTable } from "./WaterfallTable.tsx";

export default function WaterfallPage() {
  const [search, change] = useAddress();
  const { day } = useShownDay();
  const { calendar } = useWorkspace();
  const { where } = useSlices();
  const opening = calendar.periodOf(day, "quarter").startsOn.subtract({ days: 1 }).toString();
  const from = one(search, "from", opening);
  const to = day.toString();
  const opened = one(search, "open", undefined);
  const closing = {
    ...given("closingFrom", one(search, "closingFrom", undefined)),
    ...given("closingTo", one(search, "closingTo", undefined)),
  };
  const query = { from, to, ...closing, ...(where.length > 0 ? { where } : {}) };
  const waterfall = useAsk(askWaterfall, { query }, { enabled: from <= to });
  const open = (step: string | undefined) => change({ open: step });
  return (
    <Page
      title="What moved"
      finding={waterfall.data ? <WaterfallFinding answer={waterfall.data} /> : waterfall.error ? null : "…"}
      actions={<PipelineViews view="moved" />}
      controls={
        <>
          <WaterfallControls from={from} to={to} opening={opening} />
          <Slices />
        </>
      }
      main={
        from > to ? (
          <Section>
            <Empty title="The first day is after the second">
              Choose an earlier first day, or move the header's date on.
            </Empty>
          </Section>
        ) : (
          <Answer
            of={waterfall}
            framed
            loading={
              <Section>
                <Loading rows={8} label="The movements are being worked out" />
              </Section>
            }
          >
            {(data) => <WaterfallChart answer={data} open={opened} onOpen={open} />}
          </Answer>
        )
      }
      table={waterfall.data ? <WaterfallTable answer={waterfall.data} open={opened} onOpen={open} /> : null}
      panel={
        opened === undefined ? undefined : (
          <WaterfallRecords query={query} step={opened} onClose={() => open(undefined)} />
        )
      }
    />
  );
}

function given<K extends string>(name: K, value: string | undefined): { [P in K]?: string } {
  return value === undefined ? {} : ({ [name]: value } as { [P in K]?: string });
}
