/** The waterfall as one sentence. */
import { Amount, formatDay, formatMoneyShort } from "#base/ui";
import { type Step, signedAmount, stepKind } from "./steps.ts";

export interface Waterfall {
  readonly from: string;
  readonly to: string;
  readonly currency: string;
  readonly steps: readonly Step[];
  readonly residual: string;
  readonly notes: readonly string[];
}

/** "Pipeline grew by $1.2M since 31 Oct 2026: $3.2M new, against $1.1M won and $0.9M lost." */
export function WaterfallFinding({ answer }: { answer: Waterfall }) {
  const amountOf = (name: string) => Number(answer.steps.find((step) => step.name === name)?.amount ?? 0);
  const change = amountOf("end") - amountOf("start");
  const said = (step: Step) =>
    `${formatMoneyShort(String(Math.abs(signedAmount(step))), answer.currency)} ${wordOf(step.name)}`;
  const moving = answer.steps.filter(
    (step) => stepKind(step.name).effect !== "total" && signedAmount(step) !== 0,
  );
  const up = moving.filter((step) => signedAmount(step) > 0).map(said);
  const down = moving.filter((step) => signedAmount(step) < 0).map(said);
  const reasons = [listed(up), listed(down)].filter((part) => part !== "").join(", against ");
  return (
    <>
      Pipeline {change === 0 ? "is the same as" : change > 0 ? "grew by " : "shrank by "}
      {change === 0 ? null : (
        <strong>
          <Amount amount={String(Math.abs(change))} currency={answer.currency} />
        </strong>
      )}{" "}
      {change === 0 ? "on" : "since"} {formatDay(answer.from)}
      {reasons === "" ? "; nothing moved" : `: ${reasons}`}.
    </>
  );
}

function wordOf(step: string): string {
  return step === "exchange-rate" ? "by exchange rates" : stepKind(step).label.toLowerCase();
}

function listed(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join("") : `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`;
}
