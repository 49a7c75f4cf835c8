/** What is to be done about a record; what was done stands in its history. */
import { Answer, formatInstant, headline, More, Section, useAskPages, useWorkspace } from "#base/ui";
import { getActivities } from "../contract.ts";

export function ActivityList(props: {
  about: { opportunityId: string } | { accountId: string } | { contactId: string };
}) {
  const { timeZone } = useWorkspace();
  const found = useAskPages(
    getActivities,
    (cursor: string | undefined) => ({
      query: { ...props.about, state: "open" as const, limit: 20, ...(cursor ? { cursor } : {}) },
    }),
    (page) => page.nextCursor,
  );
  const nothing = found.data?.pages.every(({ items }) => items.length === 0);
  if (nothing)
    return <Section title="To do" side={<span className="qd-faint">Nothing is to be done.</span>} empty />;
  return (
    <Section flush title="To do">
      <Answer of={found}>
        {(data) => {
          const rows = data.pages.flatMap((page) => page.items);
          return (
            <>
              <ul className="qd-list">
                {rows.map((activity) => (
                  <li key={activity.id} className="qd-item">
                    <span className="qd-item-name qd-truncate">{activity.subject}</span>
                    <span className="qd-faint">{headline(activity.kind)}</span>
                    <span className="qd-item-note">
                      {activity.person ? <span>{activity.person.name}</span> : null}
                      <span>
                        {activity.dueAt ? `due ${formatInstant(activity.dueAt, timeZone)}` : "no day"}
                      </span>
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
