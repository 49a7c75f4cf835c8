/** What is known of a person: how to reach them, since when, and their managers and teams over time; with what changes it. */
import { Button } from "@mantine/core";
import { useState } from "react";
import { Day, formatDay, SideForm } from "#base/ui";
import type { PersonDetail } from "../contract.ts";
import { LeaveForm } from "../reassignment/screens/LeaveForm.tsx";
import { AssignForm } from "./AssignForm.tsx";
import { PersonForm } from "./PersonForm.tsx";

type Does = "change" | "manager" | "team" | "leave";

export function PersonKnown({ person }: { person: PersonDetail }) {
  const [does, setDoes] = useState<Does | null>(null);
  const done = () => setDoes(null);
  return (
    <div className="qd-person-panel">
      <Facts person={person} />
      <Button.Group>
        <Button variant="default" size="xs" onClick={() => setDoes("change")}>
          Change
        </Button>
        {person.leftOn === null ? (
          <Button variant="default" size="xs" onClick={() => setDoes("leave")}>
            Leaves on …
          </Button>
        ) : null}
      </Button.Group>
      <Held
        title="Reports to"
        verb="Another manager from a day on"
        nothing="Nobody."
        held={person.managers.map(({ manager, ...span }) => ({ ...span, name: manager.name }))}
        onAssign={() => setDoes("manager")}
      />
      <Held
        title="Team"
        verb="Another team from a day on"
        nothing="None."
        held={person.teams.map(({ team, ...span }) => ({ ...span, name: team.name }))}
        onAssign={() => setDoes("team")}
      />
      <SideForm opened={does !== null} onClose={done} title={titleOf(does, person)}>
        {does === "change" ? <PersonForm person={person} onDone={done} /> : null}
        {does === "leave" ? <LeaveForm person={person} onDone={done} /> : null}
        {does === "manager" || does === "team" ? (
          <AssignForm person={person} kind={does} onDone={done} />
        ) : null}
      </SideForm>
    </div>
  );
}

function titleOf(does: Does | null, { name }: PersonDetail): string {
  if (does === "manager") return `Whom ${name} reports to`;
  if (does === "leave") return `${name} leaves`;
  return does === "team" ? `The team of ${name}` : name;
}

function Facts({ person }: { person: PersonDetail }) {
  return (
    <dl className="qd-facts">
      <dt>Email</dt>
      <dd>{person.email ?? <span className="qd-faint">–</span>}</dd>
      <dt>Started</dt>
      <dd>
        <Day day={person.startedOn} />
      </dd>
      {person.leftOn ? (
        <>
          <dt>Left</dt>
          <dd>
            <Day day={person.leftOn} />
          </dd>
        </>
      ) : null}
    </dl>
  );
}

interface Span {
  readonly id: string;
  readonly name: string;
  readonly startsOn: string | null;
  readonly endsOn: string | null;
}

/** What held when, the present first. */
function Held(props: {
  title: string;
  verb: string;
  nothing: string;
  held: readonly Span[];
  onAssign: () => void;
}) {
  const newestFirst = props.held.toSorted((a, b) => ((a.startsOn ?? "") < (b.startsOn ?? "") ? 1 : -1));
  return (
    <section aria-label={props.title}>
      <h3>{props.title}</h3>
      {newestFirst.length === 0 ? <p className="qd-faint">{props.nothing}</p> : null}
      <ul className="qd-spans">
        {newestFirst.map((span) => (
          <li key={span.id} data-over={span.endsOn ? true : undefined}>
            <span>{span.name}</span>
            <span className="qd-faint qd-number">{spanText(span)}</span>
          </li>
        ))}
      </ul>
      <button type="button" className="qd-link-button" onClick={props.onAssign}>
        {props.verb}
      </button>
    </section>
  );
}

/** "since 1 Feb 2026", "until 31 Jan 2026", "1 Feb 2025 – 31 Jan 2026", "since before the records". The end is said as the last day. */
export function spanText({ startsOn, endsOn }: Pick<Span, "startsOn" | "endsOn">): string {
  const last = endsOn ? formatDay(Temporal.PlainDate.from(endsOn).subtract({ days: 1 }).toString()) : null;
  if (startsOn && last) return `${formatDay(startsOn)} – ${last}`;
  if (startsOn) return `since ${formatDay(startsOn)}`;
  return last ? `until ${last}` : "since before the records";
}
