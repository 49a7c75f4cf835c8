/** What else is known about the opportunity, its custom fields included, and who shares in it. */
import { formatRate, useShownDay } from "#base/ui";
import { RecordFacts } from "../../lists/screens/RecordFacts.tsx";
import type { OpportunityDetail } from "../contract.ts";

const shown = ["owner", "account", "pipeline", "createdOn", "leadSource", "probability", "forecastCategory"];
/** On an earlier day the rest is told by the state of that day. */
const shownThen = ["createdOn", "leadSource"];

export function OpportunityFacts({ opportunity }: { opportunity: OpportunityDetail }) {
  const { splits } = opportunity;
  const { past } = useShownDay();
  return (
    <>
      <RecordFacts
        noun="opportunity"
        one="opportunity"
        record={opportunity}
        show={past ? shownThen : shown}
      />
      {splits.length > 0 ? (
        <p className="qd-shared">
          <span className="qd-faint">Shared by</span>{" "}
          {splits.map(({ person, share }) => `${person.name} ${formatRate(share)}`).join(", ")}
        </p>
      ) : null}
    </>
  );
}
