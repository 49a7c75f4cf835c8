/** Who worked here on the shown day, in which team, and for whom. */

import { TextInput } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { useMemo, useState } from "react";
import {
  Answer,
  type Column,
  counted,
  DataTable,
  Empty,
  formatDay,
  Page,
  Section,
  useAsk,
  useAsOf,
  useShownDay,
} from "#base/ui";
import { getOrganization } from "../contract.ts";

interface Row {
  readonly id: string;
  readonly name: string;
  readonly title: string | null;
  readonly manager: { readonly name: string } | null;
  readonly team: { readonly name: string } | null;
}

const columns: Column<Row>[] = [
  {
    id: "name",
    header: "Name",
    value: (row) => row.name,
    cell: (row) => <span className="qd-strong">{row.name}</span>,
  },
  { id: "title", header: "Title", value: (row) => row.title, wideOnly: true },
  { id: "team", header: "Team", value: (row) => row.team?.name ?? null },
  { id: "manager", header: "Reports to", value: (row) => row.manager?.name ?? null },
];

export default function PeoplePage() {
  const asOf = useAsOf();
  const { day } = useShownDay();
  const [wanted, setWanted] = useState("");
  const asked = useAsk(getOrganization, { query: asOf ? { asOf } : {} });
  const people = asked.data?.people;
  const rows = useMemo(() => (people ?? []).filter((row) => holds(row, wanted)), [people, wanted]);
  const teams = new Set((people ?? []).map((row) => row.team?.name).filter(Boolean)).size;
  return (
    <Page
      title="People"
      finding={
        people
          ? `${counted(people.length, "person", "people")} in ${counted(teams, "team")} on ${formatDay(day.toString())}.`
          : "…"
      }
      controls={
        <TextInput
          size="xs"
          w={240}
          placeholder="Name, title, team or manager"
          aria-label="Find people"
          leftSection={<IconSearch size={14} />}
          value={wanted}
          onChange={(event) => setWanted(event.currentTarget.value)}
        />
      }
      table={
        <Section flush label="People">
          <Answer of={asked}>
            {() =>
              rows.length === 0 ? (
                <Empty title="Nobody here">
                  {wanted
                    ? "Nobody on this day fits what you typed."
                    : "Import brings people along with the records they own."}
                </Empty>
              ) : (
                <DataTable
                  label="People"
                  columns={columns}
                  rows={rows}
                  rowKey={(row) => row.id}
                  sort={{ id: "name", desc: false }}
                  maxHeight="calc(100vh - 220px)"
                />
              )
            }
          </Answer>
        </Section>
      }
    />
  );
}

function holds(row: Row, wanted: string): boolean {
  const text = [row.name, row.title, row.team?.name, row.manager?.name]
    .filter(Boolean)
    .join(" ")
    .toLowerCase();
  return text.includes(wanted.trim().toLowerCase());
}
