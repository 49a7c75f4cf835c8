/** What is due today or overdue, the oldest first; a press and it is done. */

import { UnstyledButton } from "@mantine/core";
import { IconCheck } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import {
  Answer,
  counted,
  DueDay,
  Empty,
  formatInstant,
  Loading,
  Panel,
  type PanelProps,
  useAsk,
  useWorkspace,
} from "#base/ui";
import { getSession } from "#people/contract";
import { useCounted, useScopedText } from "../../../lists/screens/use-listed.ts";
import { type ActivityListed, getActivities } from "../../contract.ts";
import { useDone } from "../use-done.ts";

export default function QueuePanel(props: PanelProps) {
  return <Queue {...props} whose="" />;
}

/** What whoever looks has to do; where the seat is no person's, everything in sight. */
export function MyQueuePanel(props: PanelProps) {
  const session = useAsk(getSession, {});
  return <Queue {...props} whose={session.data?.actor.personId ? ",person.one-of(me)" : ""} />;
}

const most = 8;

function Queue({ question, whose }: PanelProps & { whose: string }) {
  const due = `and(done.is(false),dueAt.until(today)${whose})`;
  const scoped = useScopedText(due, "person");
  const late = useScopedText(`and(done.is(false),dueAt.before(today)${whose})`, "person");
  const all = useCounted("activity", scoped);
  const overdue = useCounted("activity", late);
  const sort = "dueAt";
  const asked = useAsk(getActivities, { query: { filter: scoped, sort, limit: most } });
  return (
    <Panel
      today
      flush
      question={question}
      finding={all.data && overdue.data ? findingOf(all.data.count, overdue.data.count) : undefined}
      side={
        all.data && all.data.count > most ? (
          <Link to={"/activities" as "/"} search={{ filter: due, sort } as never} className="qd-link">
            All of them
          </Link>
        ) : null
      }
    >
      <Answer of={asked} loading={<Loading rows={most} />}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty
              title="Nothing is due"
              action={
                <Link to={"/activities" as "/"} className="qd-link">
                  What is to be done later
                </Link>
              }
            />
          ) : (
            <ul className="qd-list qd-panel-list">
              {items.map((activity) => (
                <li key={activity.id} className="qd-panel-row" data-columns="mark">
                  <ToDo activity={activity} />
                </li>
              ))}
            </ul>
          )
        }
      </Answer>
    </Panel>
  );
}

/** "3 are due today, 12 overdue". */
function findingOf(all: number, overdue: number): string | undefined {
  if (all === 0) return undefined;
  const today = all - overdue;
  const parts = [
    today > 0 ? `${counted(today, "thing is", "things are")} due today` : null,
    overdue > 0 ? `${today > 0 ? overdue : counted(overdue, "thing is", "things are")} overdue` : null,
  ];
  return parts.filter((part) => part !== null).join(", ");
}

/** One thing to do: a press on its mark and it is done. */
function ToDo({ activity }: { activity: ActivityListed }) {
  const { timeZone } = useWorkspace();
  const { busy, done } = useDone(activity);
  const { subject, opportunity, account, contact, person, dueAt } = activity;
  const about = opportunity?.name ?? account?.name ?? contact?.name;
  const day = dueAt
    ? Temporal.Instant.from(dueAt).toZonedDateTimeISO(timeZone).toPlainDate().toString()
    : null;
  return (
    <>
      <UnstyledButton
        className="qd-to-do-mark"
        aria-label={`It is done: ${subject}`}
        title="It is done"
        disabled={busy}
        onClick={done}
      >
        <IconCheck size={12} stroke={2.5} aria-hidden />
      </UnstyledButton>
      <Link
        to={"/activities" as "/"}
        search={{ open: activity.id } as never}
        className="qd-plain-link qd-truncate"
        title={subject}
      >
        {subject}
      </Link>
      <span className="qd-faint qd-truncate" title={[about, person?.name].filter(Boolean).join(", ")}>
        {about}
      </span>
      <span title={formatInstant(dueAt, timeZone)}>
        <DueDay day={day} open />
      </span>
    </>
  );
}
