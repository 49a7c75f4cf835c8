/** The waterfall: every bar is a button that opens its opportunities. Columns where there is room, else rows. */

import type { CSSProperties } from "react";
import { ChartFrame, formatCount, formatDay, formatMoney, formatMoneyShort } from "#base/ui";
import { type Bar, scaledBars, signedAmount, stepKind } from "./steps.ts";
import type { Waterfall } from "./WaterfallFinding.tsx";

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
      title={`${formatDay(answer.from)} → ${formatDay(answer.to)}`}
      description={description}
      side={<Residual answer={answer} />}
      legend={
        low > 0 ? (
          <p className="qd-falls-cut">
            The columns begin at {formatMoneyShort(String(low), answer.currency)}, so that the movements can
            be seen.
          </p>
        ) : null
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
      <div className="qd-falls" data-cut={low > 0 || undefined}>
        {bars.map((bar) => (
          <Fall
            key={bar.step.name}
            bar={bar}
            scale={(value) => Math.max(0, (value - low) / (top - low))}
            currency={answer.currency}
            open={props.open === bar.step.name}
            onOpen={() => props.onOpen(props.open === bar.step.name ? undefined : bar.step.name)}
          />
        ))}
      </div>
    </ChartFrame>
  );
}

function Fall(props: {
  bar: Bar;
  scale: (value: number) => number;
  currency: string;
  open: boolean;
  onOpen: () => void;
}) {
  const { step, from, to } = props.bar;
  const { label, effect, sentence } = stepKind(step.name);
  const signed = signedAmount(step);
  const sign = effect === "total" || signed === 0 ? "" : signed > 0 ? "+" : "−";
  const text = `${sign}${formatMoneyShort(String(Math.abs(signed)), props.currency)}`;
  const ends = [props.scale(from), props.scale(to)];
  const style = {
    "--low": Math.min(...ends),
    "--high": Math.max(...ends),
    "--end": props.scale(to),
  } as CSSProperties;
  return (
    <button
      type="button"
      className="qd-fall"
      data-effect={effect}
      data-down={signed < 0 || undefined}
      data-none={signed === 0 || undefined}
      aria-pressed={props.open}
      title={sentence}
      style={style}
      onClick={props.onOpen}
    >
      <span className="qd-fall-label">{label}</span>{" "}
      <span className="qd-fall-place">
        <i />
        <b className="qd-number">{text}</b>
      </span>{" "}
      <span className="qd-fall-count">
        {formatCount(step.count)}
        <span className="qd-hidden"> {step.count === 1 ? "opportunity" : "opportunities"}</span>
      </span>
    </button>
  );
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
