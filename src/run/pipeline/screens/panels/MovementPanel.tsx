/** What moved the open pipeline since the last visit, or since Monday: a small waterfall, whose steps open their opportunities. */

import { useNavigate } from "@tanstack/react-router";
import {
  Answer,
  formatMoneyShort,
  Loading,
  Panel,
  type PanelProps,
  useAsk,
  useSlices,
  Waterfall,
} from "#base/ui";
import { askWaterfall } from "../../contract.ts";
import { type Step, scaledBars } from "../steps.ts";
import { fallOf } from "../WaterfallChart.tsx";
import { useSince } from "./use-since.tsx";

export default function MovementPanel({ question }: PanelProps) {
  const { from, to, words, presets } = useSince();
  const { where } = useSlices();
  const navigate = useNavigate();
  const asked = useAsk(askWaterfall, { query: { from, to, ...(where.length > 0 ? { where } : {}) } });
  const open = (step: string) =>
    void navigate({ to: "/pipeline/moved" as "/", search: { from, open: step } as never });
  return (
    <Panel
      question={question}
      finding={asked.data ? findingOf(asked.data) : undefined}
      side={<div className="qd-section-side">{presets}</div>}
    >
      <Answer of={asked} loading={<Loading rows={7} label="The movements are being worked out" />}>
        {({ steps, currency }) => {
          const { bars, low, top } = scaledBars(steps);
          return (
            <>
              <Waterfall
                narrow
                label={`What moved the open pipeline since ${words}. Press a step to see its opportunities.`}
                falls={bars.map((bar) => fallOf(bar, currency))}
                low={low}
                top={top}
                onPress={open}
              />
              <p className="qd-chart-note">
                Since {words}
                {low > 0 ? `. The bars begin at ${formatMoneyShort(String(low), currency)}` : ""}
              </p>
            </>
          );
        }}
      </Answer>
    </Panel>
  );
}

/** "Pipeline grew by $1.2M". */
function findingOf({ steps, currency }: { steps: readonly Step[]; currency: string }): string {
  const amountOf = (name: string) => Number(steps.find((step) => step.name === name)?.amount ?? 0);
  const change = amountOf("end") - amountOf("start");
  if (change === 0) return "Pipeline is as it was";
  return `Pipeline ${change > 0 ? "grew" : "shrank"} by ${formatMoneyShort(String(Math.abs(change)), currency)}`;
}
