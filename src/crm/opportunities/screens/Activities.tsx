/** What was done and what is to be done about the opportunity. */

import { Answer, formatInstant, headline, More, Section, useAskPages, useWorkspace } from "#base/ui";
import { getActivities } from "../../activities/contract.ts";

export function Activities({ opportunityId }: { opportunityId: string }) {
  const { timeZone } = useWorkspace();
  const found = useAskPages(
    getActivities,
    (cursor: string | undefined) => ({ query: { opportunityId, limit: 20, ...(cursor ? { cursor } : {}) } }),
    (page) => page.nextCursor,
  );
  return (
    <Section flush title="Activities">
      <Answer of={found}>
        {(data) => {
          const rows = data.pages.flatMap((page) => page.items);
          if (rows.length === 0) return <p className="qd-quiet">Nothing is noted about it yet.</p>;
          return (
            <>
              <ul className="qd-list">
                {rows.map((activity) => (
                  <li key={activity.id} className="qd-item">
                    <span className="qd-item-name qd-truncate">{activity.subject}</span>
                    <span className="qd-faint">{activity.doneAt ? "" : "To do"}</span>
                    <span className="qd-item-note">
                      <span>{headline(activity.kind)}</span>
                      {activity.person ? <span>{activity.person.name}</span> : null}
                      <span>{formatInstant(activity.doneAt ?? activity.dueAt, timeZone)}</span>
                    </span>
                  </li>
                ))}
              </ul>
              <More of={found} />
            </>
          );
        }}
      </Answer>
    </Section>
  );
}
