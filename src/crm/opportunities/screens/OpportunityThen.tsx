/** The opportunity as it stood at the end of the shown day, with what has become of it since. */
import type { ReactNode } from "react";
import {
  Amount,
  Answer,
  Day,
  Empty,
  formatRate,
  headline,
  Person,
  Section,
  Status,
  useAsk,
  useShownDay,
} from "#base/ui";
import { getOpportunityAsOf, type IntervalOut } from "../../history/contract.ts";
import { PastNotice } from "../../history/screens/PastNotice.tsx";
import type { OpportunityDetail } from "../contract.ts";
import { Standing } from "./OpportunityNow.tsx";
import { StagePath } from "./StagePath.tsx";

export function OpportunityThen({ opportunity }: { opportunity: OpportunityDetail }) {
  const date = useShownDay().day.toString();
  const asked = useAsk(getOpportunityAsOf, { params: { id: opportunity.id, date } });
  return (
    <Section label="Where it stood">
      <PastNotice>Products, stakeholders and what is to be done are as of today.</PastNotice>
      <Answer of={asked}>
        {({ state }) =>
          state === null ? (
            <Empty title="It did not exist yet">
              Move the date on, or press a part of the strip in its history.
            </Empty>
          ) : (
            <>
              <StagePath opportunity={state} />
              <State state={state} now={opportunity} />
            </>
          )
        }
      </Answer>
    </Section>
  );
}

function State({ state, now }: { state: IntervalOut; now: OpportunityDetail }) {
  const likely = (rate: number | null) =>
    rate === null ? "nobody said how likely" : `${formatRate(rate)} likely`;
  return (
    <div className="qd-now">
      <Standing
        label="Amount"
        note={
          <Since then={state.amount.amount} now={now.amount.amount}>
            <Amount amount={now.amount.amount} currency={now.amount.currency} full />
          </Since>
        }
      >
        <Amount amount={state.amount.amount} currency={state.amount.currency} full />
      </Standing>
      <Standing
        label={state.status === "open" ? "Closes" : "Closed"}
        field="Close date"
        note={
          <Since then={state.closeOn} now={now.closeOn}>
            <Day day={now.closeOn} />
          </Since>
        }
      >
        <Day day={state.closeOn} />
      </Standing>
      <Standing
        label="Status"
        note={
          <Since then={state.status} now={now.status}>
            {now.status}
          </Since>
        }
      >
        <Status status={state.status} />
      </Standing>
      <Standing label="Forecast" note={likely(state.probability)}>
        {headline(state.forecastCategory)}
      </Standing>
      <Standing
        label="Owner"
        note={
          <Since then={state.owner?.id} now={now.owner?.id}>
            {now.owner?.name ?? "nobody"}
          </Since>
        }
      >
        {state.owner ? <Person name={state.owner.name} /> : "–"}
      </Standing>
    </div>
  );
}

/** What it is today, where that is something else. */
function Since(props: {
  then: string | null | undefined;
  now: string | null | undefined;
  children: ReactNode;
}) {
  if ((props.then ?? null) === (props.now ?? null)) return <span>the same today</span>;
  return <span>today {props.children}</span>;
}
