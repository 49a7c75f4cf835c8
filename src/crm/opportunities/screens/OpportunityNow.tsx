/** Where the opportunity stands today: its stage on the path, and the figures that can be changed right here. */
import { Amount, Day, Editable, Figure, formatDays, formatRate, headline, Section, useToday } from "#base/ui";
import type { OpportunityDetail } from "../contract.ts";
import { ChangeRefused } from "./ChangeRefused.tsx";
import { StagePath } from "./StagePath.tsx";
import { useChange } from "./use-change.ts";

export function OpportunityNow({ opportunity }: { opportunity: OpportunityDetail }) {
  const { keep, refused, again, leave } = useChange(opportunity);
  const { amount, closeOn, status, nextStep } = opportunity;
  return (
    <Section label="Where it stands">
      <StagePath opportunity={opportunity} />
      <div className="qd-now">
        <Figure label="Amount">
          <Editable
            label="Amount"
            kind="amount"
            value={amount.amount}
            onKeep={(value) => keep({ amount: { amount: value, currency: amount.currency } })}
          >
            <Amount amount={amount.amount} currency={amount.currency} full />
          </Editable>
        </Figure>
        <Figure label={status === "open" ? "Closes" : "Closed"}>
          <Editable
            label="Close date"
            kind="day"
            value={closeOn}
            onKeep={(value) => keep({ closeOn: value })}
          >
            <Day day={closeOn} />
          </Editable>
        </Figure>
        <Figure label="Probability">
          {opportunity.probability === null ? "–" : formatRate(opportunity.probability)}
        </Figure>
        <Figure label="In this stage">
          <InStage opportunity={opportunity} />
        </Figure>
        <Figure label="Forecast">{headline(opportunity.forecastCategory)}</Figure>
      </div>
      <div className="qd-next-step">
        <span className="qd-dim">Next step</span>
        <Editable
          label="Next step"
          kind="text"
          value={nextStep}
          onKeep={(value) => keep({ nextStep: value })}
        >
          {nextStep ?? <span className="qd-faint">None is said yet</span>}
        </Editable>
      </div>
      {refused ? <ChangeRefused refused={refused} again={again} leave={leave} /> : null}
    </Section>
  );
}

function InStage({ opportunity }: { opportunity: OpportunityDetail }) {
  const now = useToday();
  if (!opportunity.stageEnteredAt || opportunity.status !== "open") return "–";
  const since = Temporal.Instant.from(opportunity.stageEnteredAt).toZonedDateTimeISO("UTC").toPlainDate();
  return formatDays(Math.max(0, since.until(now, { largestUnit: "days" }).days));
}
