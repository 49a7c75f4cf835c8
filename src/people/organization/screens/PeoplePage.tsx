/** Who worked here on the shown day, for whom, and in which team; a press opens the person. */
import { Button } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import {
  counted,
  formatDay,
  one,
  Page,
  Presets,
  SearchField,
  Section,
  SideForm,
  useAddress,
  useShownDay,
} from "#base/ui";
import { LastMoves } from "../reassignment/screens/LastMoves.tsx";
import { MoveForm, type MoveGiven } from "../reassignment/screens/MoveForm.tsx";
import { OrganizationFigures } from "./OrganizationFigures.tsx";
import { People, type PeopleView, peopleViews, useOrganization } from "./People.tsx";
import { PersonForm } from "./PersonForm.tsx";
import { PersonPanel } from "./PersonPanel.tsx";

export default function PeoplePage() {
  const [search, change] = useAddress();
  const opened = one(search, "open", undefined);
  const view = viewOf(one(search, "view", undefined));
  const open = (id: string | undefined) => change({ open: id });
  const [adding, setAdding] = useState(false);
  const [moving, setMoving] = useState<MoveGiven | null>(null);
  const [wanted, setWanted] = useState("");
  return (
    <Page
      title="People"
      finding={<Finding />}
      actions={
        <Button leftSection={<IconPlus size={14} />} onClick={() => setAdding(true)}>
          Add a person
        </Button>
      }
      controls={
        <>
          <Presets
            label="How people are shown"
            choices={peopleViews}
            value={view}
            onChange={(chosen) => change({ view: chosen === "reporting" ? undefined : chosen })}
          />
          <SearchField label="Name, title, team or manager" value={wanted} onChange={setWanted} />
        </>
      }
      main={view === "reporting" || view === "chart" ? <Shape /> : null}
      table={
        <>
          <Section flush label="People">
            <People
              view={view}
              wanted={wanted}
              opened={opened}
              onOpen={open}
              onMove={(personId, managerId) => setMoving({ personId, managerId })}
            />
          </Section>
          {view === "chart" ? <LastMoves /> : null}
          <AddForm
            opened={adding}
            onDone={(id) => {
              setAdding(false);
              if (id) open(id);
            }}
          />
          <MoveSide moving={moving} onDone={() => setMoving(null)} />
        </>
      }
      panel={
        opened === undefined ? undefined : (
          <PersonPanel
            key={opened}
            id={opened}
            onMove={() => setMoving({ personId: opened, managerId: null })}
            onClose={() => open(undefined)}
          />
        )
      }
    />
  );
}

function AddForm({ opened, onDone }: { opened: boolean; onDone: (id: string | null) => void }) {
  return (
    <SideForm
      opened={opened}
      onClose={() => onDone(null)}
      title="Add a person"
      note="They need no seat to own opportunities. Say afterwards in which team they are, and for whom."
    >
      {opened ? <PersonForm person={null} onDone={onDone} /> : null}
    </SideForm>
  );
}

function MoveSide({ moving, onDone }: { moving: MoveGiven | null; onDone: () => void }) {
  const people = useOrganization().data?.people ?? [];
  const name = people.find(({ id }) => id === moving?.personId)?.name ?? "somebody";
  return (
    <SideForm
      opened={moving !== null}
      onClose={onDone}
      title={`Move ${name}`}
      note="What holds until the day ends there and stays in the history; figures of the past keep to it."
    >
      {moving ? <MoveForm given={moving} onDone={onDone} /> : null}
    </SideForm>
  );
}

function Shape() {
  const people = useOrganization().data?.people;
  return people && people.length > 0 ? <OrganizationFigures people={people} /> : null;
}

const viewOf = (said: string | undefined): PeopleView =>
  peopleViews.find(({ value }) => value === said)?.value ?? "reporting";

function Finding() {
  const { day } = useShownDay();
  const people = useOrganization().data?.people;
  if (!people) return "…";
  const teams = new Set(people.map((row) => row.team?.name).filter(Boolean)).size;
  return `${counted(people.length, "person", "people")} in ${counted(teams, "team")} on ${formatDay(day.toString())}.`;
}
