/** What is to be done about a record, or by a person; what was done stands in the history. */
import { UnstyledButton } from "@mantine/core";
import { IconCheck } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { Answer, DueMoment, headline, More, Section, useAskPages } from "#base/ui";
import { type ActivityListed, getActivities } from "../contract.ts";
import { useDone } from "./use-done.ts";

type About = { opportunityId: string } | { accountId: string } | { contactId: string } | { personId: string };

export function ActivityList({ about }: { about: About }) {
  const found = useAskPages(
    getActivities,
    (cursor: string | undefined) => ({
      query: { ...about, state: "open" as const, limit: 20, ...(cursor ? { cursor } : {}) },
    }),
    (page) => page.nextCursor,
  );
  const nothing = found.data?.pages.every(({ items }) => items.length === 0);
  if (nothing)
    return <Section title="To do" side={<span className="qd-faint">Nothing is to be done.</span>} empty />;
  return (
    <Section flush title="To do">
      <Answer of={found}>
        {(data) => (
          <>
            <ul className="qd-list">
              {data.pages
                .flatMap(({ items }) => items)
                .map((activity) => (
                  <ToDo key={activity.id} activity={activity} about={about} />
                ))}
            </ul>
            <More of={found} />
          </>
        )}
      </Answer>
    </Section>
  );
}

/** One thing to do: a press on its mark and it is done. */
function ToDo({ activity, about }: { activity: ActivityListed; about: About }) {
  const { busy, done } = useDone(activity);
  const { person, opportunity, account, contact } = activity;
  const records = [
    "opportunityId" in about ? null : opportunity,
    "accountId" in about || opportunity !== null ? null : account,
    "contactId" in about ? null : contact,
  ];
  return (
    <li className="qd-item qd-to-do">
      <UnstyledButton
        className="qd-to-do-mark"
        aria-label={`It is done: ${activity.subject}`}
        title="It is done"
        disabled={busy}
        onClick={done}
      >
        <IconCheck size={12} stroke={2.5} aria-hidden />
      </UnstyledButton>
      <Link
        to={"/activities" as "/"}
        search={{ open: activity.id } as never}
        className="qd-record-link qd-item-name qd-truncate"
      >
        {activity.subject}
      </Link>
      <span className="qd-faint">{headline(activity.kind)}</span>
      <span className="qd-item-note">
        <span>
          {activity.dueAt ? "due " : "no day"}
          {activity.dueAt ? <DueMoment at={activity.dueAt} open /> : null}
        </span>
        {"personId" in about || person === null ? null : <span>{person.name}</span>}
        {records.map((one) => (one === null ? null : <span key={one.id}>{one.name}</span>))}
      </span>
    </li>
  );
}
