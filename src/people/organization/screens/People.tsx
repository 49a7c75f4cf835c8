/** The people of the shown day: by whom they report to, by team, or one under the other. */
import { useMemo } from "react";
import { Answer, type Column, DataTable, Empty, Person, useAsk, useAsOf } from "#base/ui";
import { getOrganization, getTeams } from "../contract.ts";
import { OrganizationChart } from "./chart/OrganizationChart.tsx";
import { OrganizationTree } from "./OrganizationTree.tsx";
import { type Branch, type Placed, pruned, reportingTree, teamTree } from "./tree.ts";

export const peopleViews = [
  { value: "reporting", label: "Reporting lines" },
  { value: "chart", label: "Chart" },
  { value: "teams", label: "Teams" },
  { value: "list", label: "List" },
] as const;
export type PeopleView = (typeof peopleViews)[number]["value"];

const columns: Column<Placed>[] = [
  { id: "name", header: "Name", value: (row) => row.name, cell: (row) => <Person name={row.name} /> },
  { id: "title", header: "Title", value: (row) => row.title, wideOnly: true },
  { id: "team", header: "Team", value: (row) => row.team?.name ?? null },
  { id: "manager", header: "Reports to", value: (row) => row.manager?.name ?? null },
];

export function useOrganization() {
  const asOf = useAsOf();
  return useAsk(getOrganization, { query: asOf ? { asOf } : {} });
}

export function People(props: {
  view: PeopleView;
  wanted: string;
  opened: string | undefined;
  onOpen: (id: string | undefined) => void;
  onMove: (id: string, managerId: string | null) => void;
}) {
  const { view, wanted, opened } = props;
  const asked = useOrganization();
  const people = asked.data?.people;
  const teams = useAsk(getTeams, {}, { enabled: view === "teams" }).data?.items;
  const rows = useMemo(() => (people ?? []).filter((row) => holds(row, wanted)), [people, wanted]);
  const branches = useMemo(
    () => branchesOf(view, people ?? [], teams ?? [], wanted),
    [view, people, teams, wanted],
  );
  const fits = useMemo(
    () => (wanted.trim() === "" ? null : ({ person }: Branch) => person !== null && holds(person, wanted)),
    [wanted],
  );
  const open = (id: string) => props.onOpen(id === opened ? undefined : id);
  return (
    <Answer of={asked}>
      {() =>
        rows.length === 0 ? (
          <Empty title="Nobody here">
            {wanted
              ? "Nobody on this day fits what you typed."
              : "Import brings people along with the records they own; or add them here."}
          </Empty>
        ) : view === "list" ? (
          <DataTable
            label="People"
            columns={columns}
            rows={rows}
            rowKey={(row) => row.id}
            openKey={opened}
            onOpen={(row) => open(row.id)}
            sort={{ id: "name", desc: false }}
            maxHeight="calc(100vh - 220px)"
          />
        ) : view === "chart" ? (
          <OrganizationChart
            people={people ?? []}
            branches={branches}
            fits={fits}
            opened={opened}
            onOpen={open}
            onMove={props.onMove}
          />
        ) : (
          <OrganizationTree
            key={view}
            label={view === "teams" ? "People by team" : "Who reports to whom"}
            branches={branches}
            searching={wanted.trim() !== ""}
            second={
              view === "teams"
                ? { header: "Reports to", of: ({ manager }) => manager?.name ?? null }
                : { header: "Team", of: ({ team }) => team?.name ?? null }
            }
            opened={opened}
            onOpen={open}
          />
        )
      }
    </Answer>
  );
}

function branchesOf(
  view: PeopleView,
  people: readonly Placed[],
  teams: Parameters<typeof teamTree>[1],
  wanted: string,
): Branch[] {
  const all = view === "teams" ? teamTree(people, teams) : reportingTree(people);
  // The chart keeps everybody and marks those who were found.
  if (wanted.trim() === "" || view === "chart") return all;
  return pruned(all, ({ person }) => person !== null && holds(person, wanted));
}

function holds(row: Placed, wanted: string): boolean {
  const text = [row.name, row.title, row.team?.name, row.manager?.name]
    .filter(Boolean)
    .join(" ")
    .toLowerCase();
  return text.includes(wanted.trim().toLowerCase());
}
