/** One opportunity: what matters first, what belongs to it, and its whole history. */

import { Link, useParams } from "@tanstack/react-router";
import { Answer, Loading, Page, Section, Status, useAsk, useShownDay } from "#base/ui";
import { ActivityList } from "../../activities/screens/ActivityList.tsx";
import { RecordHistory } from "../../history/screens/RecordHistory.tsx";
import { getOpportunity, type OpportunityDetail } from "../contract.ts";
import { Lines } from "./Lines.tsx";
import { OpportunityFacts } from "./OpportunityFacts.tsx";
import { OpportunityNow } from "./OpportunityNow.tsx";
import { OpportunityThen } from "./OpportunityThen.tsx";
import { Stakeholders } from "./Stakeholders.tsx";

export default function OpportunityPage() {
  const { id = "" } = useParams({ strict: false }) as { id?: string };
  const { past } = useShownDay();
  const asked = useAsk(getOpportunity, { params: { id } }, { keep: false });
  const { data } = asked;
  return (
    <Page
      back
      title={data?.name ?? "…"}
      finding={data ? <Placed opportunity={data} past={past} /> : "…"}
      main={
        <Answer
          of={asked}
          loading={
            <Section>
              <Loading rows={5} />
            </Section>
          }
        >
          {(opportunity) =>
            past ? (
              <OpportunityThen opportunity={opportunity} />
            ) : (
              <OpportunityNow opportunity={opportunity} />
            )
          }
        </Answer>
      }
      table={
        data ? (
          <div className="qd-record">
            <div className="qd-record-side">
              <Section title="Details">
                <OpportunityFacts opportunity={data} />
              </Section>
              <Lines opportunity={data} />
              <Stakeholders opportunity={data} />
              <ActivityList about={{ opportunityId: id }} />
            </div>
            <RecordHistory noun="opportunity" id={id} about={{ opportunityId: id }} />
          </div>
        ) : null
      }
    />
  );
}

function Placed({ opportunity, past }: { opportunity: OpportunityDetail; past: boolean }) {
  const { account, owner, status } = opportunity;
  return (
    <span className="qd-placed">
      {past ? null : <Status status={status} />}
      {account ? (
        <Link to={"/accounts/$id" as "/"} params={{ id: account.id } as never} className="qd-link">
          {account.name}
        </Link>
      ) : null}
      <span>{owner?.name ?? "Nobody has it"}</span>
      <span className="qd-faint">{opportunity.pipeline.name}</span>
    </span>
  );
}
