/** One opportunity: what matters first, what belongs to it, and its whole history. */
import { Link, useParams } from "@tanstack/react-router";
import { Section, Status, useAsk, useShownDay } from "#base/ui";
import { ActivityList } from "../../activities/screens/ActivityList.tsx";
import { RecordHistory } from "../../history/screens/RecordHistory.tsx";
import { PersonLink } from "../../lists/screens/PersonLink.tsx";
import { RecordPage } from "../../lists/screens/RecordPage.tsx";
import { getOpportunity, type OpportunityDetail } from "../contract.ts";
import { Lines } from "./Lines.tsx";
import { OpportunityFacts } from "./OpportunityFacts.tsx";
import { OpportunityNow } from "./OpportunityNow.tsx";
import { OpportunityThen } from "./OpportunityThen.tsx";
import { OpportunityVerbs } from "./OpportunityVerbs.tsx";
import { opportunityListSpec } from "./opportunity-list.tsx";
import { Stakeholders } from "./Stakeholders.tsx";

export default function OpportunityPage() {
  const { id = "" } = useParams({ strict: false }) as { id?: string };
  const { past } = useShownDay();
  const asked = useAsk(getOpportunity, { params: { id } }, { keep: false });
  return (
    <RecordPage
      spec={opportunityListSpec}
      id={id}
      of={asked}
      title={({ name }) => name}
      placed={(opportunity) => <Placed opportunity={opportunity} past={past} />}
      actions={(opportunity) => (past ? null : <OpportunityVerbs opportunity={opportunity} />)}
      now={(opportunity) =>
        past ? <OpportunityThen opportunity={opportunity} /> : <OpportunityNow opportunity={opportunity} />
      }
      known={(opportunity) => (
        <>
          <ActivityList about={{ opportunityId: id }} />
          <Section title="Details">
            <OpportunityFacts opportunity={opportunity} />
          </Section>
          <Lines opportunity={opportunity} />
          <Stakeholders opportunity={opportunity} />
        </>
      )}
      rest={() => <RecordHistory noun="opportunity" id={id} about={{ opportunityId: id }} />}
    />
  );
}

function Placed({ opportunity, past }: { opportunity: OpportunityDetail; past: boolean }) {
  const { account, owner, status } = opportunity;
  return (
    <span className="qd-placed">
      {past ? null : <Status status={status} />}
      {opportunity.removedAt ? <Status status="removed" /> : null}
      {account ? (
        <Link to={"/accounts/$id" as "/"} params={{ id: account.id } as never} className="qd-link">
          {account.name}
        </Link>
      ) : null}
      {owner ? <PersonLink person={owner} /> : <span>Nobody has it</span>}
      <span className="qd-faint">{opportunity.pipeline.name}</span>
    </span>
  );
}
