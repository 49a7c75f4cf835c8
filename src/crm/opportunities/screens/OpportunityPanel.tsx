/** An opportunity beside its list: where it stands, what is known, what was done, and its history. */
import { Answer, Loading, Section, useAsk } from "#base/ui";
import { ActivityList } from "../../activities/screens/ActivityList.tsx";
import { RecordHistory } from "../../history/screens/RecordHistory.tsx";
import { RecordPanel } from "../../lists/screens/RecordPanel.tsx";
import type { OpenRecord } from "../../lists/screens/use-open-record.ts";
import { getOpportunity, type OpportunityListed } from "../contract.ts";
import { OpportunityFacts } from "./OpportunityFacts.tsx";
import { OpportunityNow } from "./OpportunityNow.tsx";

export function OpportunityPanel({ opened }: { opened: OpenRecord<OpportunityListed> }) {
  const { id = "" } = opened;
  const asked = useAsk(getOpportunity, { params: { id } });
  const { data } = asked;
  return (
    <RecordPanel
      opened={opened}
      label="Opportunity"
      title={data?.name ?? "…"}
      note={[data?.account?.name, data?.owner?.name].filter(Boolean).join(" · ")}
      path={`/opportunities/${id}`}
    >
      <Answer of={asked} loading={<Loading rows={10} />}>
        {(opportunity) => (
          <>
            <OpportunityNow opportunity={opportunity} />
            <ActivityList about={{ opportunityId: id }} />
            <Section title="Details">
              <OpportunityFacts opportunity={opportunity} />
            </Section>
            <RecordHistory noun="opportunity" id={id} about={{ opportunityId: id }} />
          </>
        )}
      </Answer>
    </RecordPanel>
  );
}
