/** Who worked here on the shown day, in which team, and for whom; a row opens the person. */

import { Button } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useMemo, useState } from "react";
import {
  Answer,
  type Column,
  counted,
  DataTable,
  Empty,
  formatDay,
  one,
  Page,
  Person,
  SearchField,
  Section,
  SideForm,
  useAddress,
  useAsk,
  useAsOf,
  useShownDay,
} from "#base/ui";
import { getOrganization } from "../contract.ts";
import { PersonForm } from "./PersonForm.tsx";
import { PersonPanel } from "./PersonPanel.tsx";

interface Row {
  readonly id: string;
  readonly name: string;
  readonly title: string | null;
  readonly manager: { readonly name: string } | null;
  readonly team: { readonly name: string } | null;
}

const columns: Column<Row>[] = [
  { id: "name", header: "Name", value: (row) => row.name, cell: (row) => <Person name={row.name} /> },
  { id: "title", header: "Title", value: (row) => row.title, wideOnly: true },
  { id: "team", header: "Team", value: (row) => row.team?.name ?? null },
  { id: "manager", header: "Reports to", value: (row) => row.manager?.name ?? null },
];

export default function PeoplePage() {
  const [search, change] = useAddress();
  const opened = one(search, "open", undefined);
  const open = (id: string | undefined) => change({ open: id });
  const [adding, setAdding] = useState(false);
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
      controls={<SearchField label="Name, title, team or manager" value={wanted} onChange={setWanted} />}
      table={
        <Section flush label="People">
          <People wanted={wanted} opened={opened} onOpen={open} />
          <SideForm
            opened={adding}
            onClose={() => setAdding(false)}
            title="Add a person"
            note="They need no seat to own opportunities. Say afterwards in which team they are, and for whom."
          >
            {adding ? (
              <PersonForm
                person={null}
                onDone={(id) => {
                  setAdding(false);
                  if (id) open(id);
                }}
              />
            ) : null}
          </SideForm>
        </Section>
      }
      panel={
        opened === undefined ? undefined : (
          <PersonPanel key={opened} id={opened} onClose={() => open(undefined)} />
        )
      }
    />
  );
}

function useOrganization() {
  const asOf = useAsOf();
  return useAsk(getOrganization, { query: asOf ? { asOf } : {} });
}

function Finding() {
  const { day } = useShownDay();
  const people = useOrganization().data?.people;
  if (!people) return "…";
  const teams = new Set(people.map((row) => row.team?.name).filter(Boolean)).size;
  return `${counted(people.length, "person", "people")} in ${counted(teams, "team")} on ${formatDay(day.toString())}.`;
}

function People(props: {
  wanted: string;
  opened: string | undefined;
  onOpen: (id: string | undefined) => void;
}) {
  const { wanted, opened } = props;
  const asked = useOrganization();
  const people = asked.data?.people;
  const rows = useMemo(() => (people ?? []).filter((row) => holds(row, wanted)), [people, wanted]);
  return (
    <Answer of={asked}>
      {() =>
        rows.length === 0 ? (
          <Empty title="Nobody here">
            {wanted
              ? "Nobody on this day fits what you typed."
              : "Import brings people along with the records they own; or add them here."}
          </Empty>
        ) : (
          <DataTable
            label="People"
            columns={columns}
            rows={rows}
            rowKey={(row) => row.id}
            openKey={opened}
            onOpen={(row) => props.onOpen(row.id === opened ? undefined : row.id)}
            sort={{ id: "name", desc: false }}
            maxHeight="calc(100vh - 220px)"
          />
        )
      }
    </Answer>
  );
}

function holds(row: Row, wanted: string): boolean {
  const text = [row.name, row.title, row.team?.name, row.manager?.name]
    .filter(Boolean)
    .join(" ")
    .toLowerCase();
  return text.includes(wanted.trim().toLowerCase());
}
