/** The waterfall: every step opens its opportunities. */

import {
  ChartFrame,
  Waterfall as Falls,
  type FallTone,
  formatDay,
  formatMoney,
  formatMoneyShort,
} from "#base/ui";
import { type Bar, type Effect, scaledBars, signedAmount, stepKind } from "./steps.ts";
import type { Waterfall } from "./WaterfallFinding.tsx";

const tones: Record<Effect, FallTone> = {
  total: "total",
  adds: "adds",
  either: "adds",
  lowers: "lowers",
  won: "good",
  lost: "bad",
};

export function WaterfallChart(props: {
  answer: Waterfall;
  open: string | undefined;
  onOpen: (step: string | undefined) => void;
}) {
  const { answer } = props;
  const { bars, low, top } = scaledBars(answer.steps);
  const description = `What moved the open pipeline from ${formatDay(answer.from)} to ${formatDay(answer.to)}`;
  return (
    <ChartFrame
      title={findingOf(answer)}
      description={description}
      side={<Residual answer={answer} />}
      note={
        low > 0
          ? `The columns begin at ${formatMoneyShort(String(low), answer.currency)}, so that the movements can be seen.`
          : null
      }
      table={{
        head: ["Step", "Opportunities", "Amount"],
        rows: answer.steps.map((step) => [
          stepKind(step.name).label,
          String(step.count),
          formatMoney(String(signedAmount(step)), answer.currency),
        ]),
      }}
    >
      <Falls
        label={`${description}. Press a step to see its opportunities.`}
        falls={bars.map((bar) => fallOf(bar, answer.currency))}
        low={low}
        top={top}
        open={props.open}
        onPress={(step) => props.onOpen(step === props.open ? undefined : step)}
      />
    </ChartFrame>
  );
}

/** A bar in words and on the value axis. */
export function fallOf({ step, from, to }: Bar, currency: string) {
  const { label, effect, sentence } = stepKind(step.name);
  const signed = signedAmount(step);
  const size = formatMoneyShort(String(Math.abs(signed)), currency);
  const text = effect === "total" || signed === 0 ? size : `${signed > 0 ? "+" : "−"}${size}`;
  const word = step.count === 1 ? "opportunity" : "opportunities";
  return {
    key: step.name,
    label,
    tone: effect === "either" && signed < 0 ? ("lowers" as const) : tones[effect],
    from,
    to,
    text,
    note: String(step.count),
    said: `${label} ${text}, ${step.count} ${word}`,
    meaning: sentence,
  };
}

/** The step that weighs most, and which way. */
function findingOf({ steps, currency }: Waterfall): string {
  const moving = steps.filter((step) => stepKind(step.name).effect !== "total" && signedAmount(step) !== 0);
  const most = moving.toSorted((a, b) => Math.abs(signedAmount(b)) - Math.abs(signedAmount(a)))[0];
  if (!most) return "Nothing moved the pipeline";
  const size = formatMoneyShort(String(Math.abs(signedAmount(most))), currency);
  const name = most.name === "exchange-rate" ? "Exchange rates" : stepKind(most.name).label;
  return `${name} weighed most: ${signedAmount(most) > 0 ? "+" : "−"}${size} in ${most.count} ${most.count === 1 ? "opportunity" : "opportunities"}`;
}

/** The check that every cent is accounted for, in sight. */
function Residual({ answer }: { answer: Waterfall }) {
  const zero = Number(answer.residual) === 0;
  return (
    <span className={zero ? "qd-faint" : "qd-down"} title="Start and all movements against the end">
      Residual {formatMoneyShort(answer.residual, answer.currency)}
    </span>
  );
}
