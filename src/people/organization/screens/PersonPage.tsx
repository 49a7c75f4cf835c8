/** One person: for whom they work and who works for them on the shown day, and what stands to their name. */
import { Button } from "@mantine/core";
import { Link, useParams } from "@tanstack/react-router";
import { type ComponentType, useState } from "react";
import {
  Answer,
  counted,
  Failed,
  formatDay,
  Loading,
  Page,
  Person,
  Section,
  SideForm,
  useAsk,
  useShownDay,
} from "#base/ui";
import { PersonCareer } from "../../careers/screens/PersonCareer.tsx";
import { getPerson, type PersonDetail } from "../contract.ts";
import { MoveForm } from "../reassignment/screens/MoveForm.tsx";
import { useOrganization } from "./People.tsx";
import { PersonKnown } from "./PersonKnown.tsx";
import { idsBelow, type Placed } from "./tree.ts";

/** What a capability to the right shows of a person: their records. */
export type PersonPart = ComponentType<{
  person: { readonly id: string; readonly name: string };
  /** Everybody below them on the shown day, at every depth, by their ids. */
  below: readonly string[];
}>;

/** What a capability to the right shows of what a person still has to their name, with the way to hand it over. */
export type WorkPart = ComponentType<{
  person: { readonly id: string; readonly name: string; readonly leftOn: string | null };
}>;

/** The page; `Records` and `OpenWork` are what stands to the right of people. */
export function personPageWith(Records: PersonPart, OpenWork: WorkPart): ComponentType {
  return function PersonPage() {
    const { id = "" } = useParams({ strict: false }) as { id?: string };
    const asked = useAsk(getPerson, { params: { id } }, { keep: false });
    const person = asked.data;
    const organization = useOrganization().data?.people ?? [];
    const placed = organization.find((one) => one.id === id);
    if (person === undefined && asked.error)
      return <Page back title="Not found" main={<Failed failure={asked.error} retry={asked.refetch} />} />;
    return (
      <Page
        back
        title={person?.name ?? "…"}
        finding={person ? <PlacedIn person={person} placed={placed} /> : "…"}
        main={
          <Answer of={asked} loading={<Loading rows={10} />}>
            {(data) => (
              <div className="qd-record">
                <div className="qd-record-side">
                  <Section flush label="What is known">
                    <PersonKnown person={data} />
                  </Section>
                  <Reports of={data} people={organization.filter(({ manager }) => manager?.id === id)} />
                  <PersonCareer personId={id} />
                </div>
                <div className="qd-record-side">
                  <OpenWork key={`work ${id}`} person={data} />
                  <Records key={id} person={data} below={idsBelow(organization, id)} />
                </div>
              </div>
            )}
          </Answer>
        }
      />
    );
  };
}

/** "Account Executive · Northern Europe · reports to Astrid Solheim", as of the shown day. */
function PlacedIn({ person, placed }: { person: PersonDetail; placed: Placed | undefined }) {
  const { day, past } = useShownDay();
  return (
    <span className="qd-placed">
      {person.title ? <span>{person.title}</span> : null}
      {placed === undefined ? (
        <span>Not here on {formatDay(day.toString())}</span>
      ) : (
        <>
          <span>{placed.team?.name ?? "In no team"}</span>
          {placed.manager ? (
            <span>
              reports to{" "}
              <Link to={"/people/$id" as "/"} params={{ id: placed.manager.id } as never} className="qd-link">
                {placed.manager.name}
              </Link>
            </span>
          ) : null}
        </>
      )}
      {past && placed ? <span className="qd-faint">as of {formatDay(day.toString())}</span> : null}
    </span>
  );
}

/** Who reports to the person on the shown day, and what moves them all to somebody else. */
function Reports({ of, people }: { of: PersonDetail; people: readonly Placed[] }) {
  const [moving, setMoving] = useState(false);
  const done = () => setMoving(false);
  if (people.length === 0) return null;
  return (
    <Section
      flush
      title={counted(people.length, "person reports to them", "people report to them")}
      side={
        <Button size="compact-xs" variant="default" onClick={() => setMoving(true)}>
          Move them…
        </Button>
      }
    >
      <ul className="qd-list">
        {people.map((one) => (
          <li key={one.id}>
            <Link to={"/people/$id" as "/"} params={{ id: one.id } as never} className="qd-item">
              <Person name={one.name} />
              <span className="qd-item-note">{one.title}</span>
            </Link>
          </li>
        ))}
      </ul>
      <SideForm opened={moving} onClose={done} title={`Who reports to ${of.name}`}>
        {moving ? (
          <MoveForm given={{ personId: of.id, managerId: null, reports: true }} onDone={done} />
        ) : null}
      </SideForm>
    </Section>
  );
}
