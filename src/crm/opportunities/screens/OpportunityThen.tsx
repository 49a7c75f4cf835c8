/** The opportunity as it stood at the end of the shown day, with what has become of it since. */
import {
  Amount,
  Answer,
  Day,
  Empty,
  Figure,
  formatDay,
  formatRate,
  headline,
  Section,
  Status,
  useAsk,
  useShownDay,
} from "#base/ui";
import { getOpportunityAsOf } from "../../history/contract.ts";
import type { OpportunityDetail } from "../contract.ts";
import { StagePath } from "./StagePath.tsx";

export function OpportunityThen({ opportunity }: { opportunity: OpportunityDetail }) {
  const date = useShownDay().day.toString();
  const asked = useAsk(getOpportunityAsOf, { params: { id: opportunity.id, date } });
  return (
    <Section title={`As it stood on ${formatDay(date)}`}>
      <Answer of={asked}>
        {({ state }) =>
          state === null ? (
            <Empty title="It did not exist yet">
              Move the date on, or press a part of the strip in its history.
            </Empty>
          ) : (
            <>
              <StagePath opportunity={state} />
              <div className="qd-now">
                <Figure
                  label="Amount"
                  note={
                    since(state.amount.amount, opportunity.amount.amount) ? (
                      <Now of={opportunity} what="amount" />
                    ) : null
                  }
                >
                  <Amount amount={state.amount.amount} currency={state.amount.currency} full />
                </Figure>
                <Figure
                  label={state.status === "open" ? "Closes" : "Closed"}
                  note={
                    since(state.closeOn, opportunity.closeOn) ? <Now of={opportunity} what="close" /> : null
                  }
                >
                  <Day day={state.closeOn} />
                </Figure>
                <Figure
                  label="Status"
                  note={since(state.status, opportunity.status) ? `today ${opportunity.status}` : null}
                >
                  <Status status={state.status} />
                </Figure>
                <Figure label="Probability">
                  {state.probability === null ? "–" : formatRate(state.probability)}
                </Figure>
                <Figure
                  label="Person"
                  note={
                    since(state.owner?.id, opportunity.owner?.id)
                      ? `today ${opportunity.owner?.name ?? "nobody"}`
                      : null
                  }
                >
                  {state.owner?.name ?? "–"}
                </Figure>
                <Figure label="Forecast">{headline(state.forecastCategory)}</Figure>
              </div>
            </>
          )
        }
      </Answer>
    </Section>
  );
}

function since(then: string | null | undefined, now: string | null | undefined): boolean {
  return (then ?? null) !== (now ?? null);
}

function Now({ of, what }: { of: OpportunityDetail; what: "amount" | "close" }) {
  return (
    <>
      today{" "}
      {what === "amount" ? (
        <Amount amount={of.amount.amount} currency={of.amount.currency} full />
      ) : (
        <Day day={of.closeOn} />
      )}
    </>
  );
}
