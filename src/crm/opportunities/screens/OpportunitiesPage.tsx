/** All opportunities: filtered, sorted, scrolled through. */

import { Link, useNavigate } from "@tanstack/react-router";
import {
  Amount,
  Answer,
  type Column,
  DataTable,
  Day,
  Empty,
  formatDay,
  one,
  Page,
  type Search,
  Section,
  type Sort,
  Status,
  useAddress,
  useAskPages,
  useShownDay,
} from "#base/ui";
import { getOpportunities, type OpportunityOut } from "../contract.ts";
import { OpportunityFilters } from "./OpportunityFilters.tsx";

const columns: Column<OpportunityOut>[] = [
  {
    id: "name",
    header: "Name",
    value: (row) => row.name,
    cell: (row) => (
      <Link
        to={"/opportunities/$id" as "/"}
        params={{ id: row.id } as never}
        className="qd-record-link"
        tabIndex={-1}
      >
        {row.name}
      </Link>
    ),
  },
  {
    id: "account",
    header: "Account",
    width: 190,
    wideOnly: true,
    cell: (row) => row.account?.name ?? <span className="qd-faint">–</span>,
  },
  {
    id: "person",
    header: "Person",
    width: 150,
    wideOnly: true,
    cell: (row) => row.owner?.name ?? <span className="qd-faint">–</span>,
  },
  {
    id: "status",
    header: "Status",
    width: 96,
    wideOnly: true,
    cell: (row) => <Status status={row.status} />,
  },
  {
    id: "stage",
    header: "Stage",
    width: 150,
    wideOnly: true,
    cell: (row) => row.stage?.name ?? <span className="qd-faint">not known</span>,
  },
  {
    id: "amount",
    header: "Amount",
    align: "right",
    width: 116,
    value: (row) => Number(row.amount.amount),
    cell: (row) => <Amount amount={row.amount.amount} currency={row.amount.currency} full />,
  },
  {
    id: "close",
    header: "Closes",
    width: 116,
    align: "right",
    wideOnly: true,
    value: (row) => row.closeOn,
    cell: (row) => <Day day={row.closeOn} />,
  },
  {
    id: "created",
    header: "Created",
    width: 116,
    align: "right",
    wideOnly: true,
    value: (row) => row.createdOn,
    cell: (row) => <Day day={row.createdOn} />,
  },
];

const columnsOfOneStatus = columns.filter((column) => column.id !== "status");

type SortName = "name" | "amount" | "close" | "created";
const sorts: readonly SortName[] = ["name", "amount", "close", "created"];

function sortOf(search: Search): Sort & { id: SortName } {
  const [id, way] = one(search, "sort", "amount desc").split(" ");
  return { id: sorts.find((name) => name === id) ?? "amount", desc: way === "desc" };
}

/** The filters of the address as the list's question; what is absent is left out. */
function filtersOf(search: Search) {
  const status = (["open", "won", "lost"] as const).find((name) => name === one(search, "status", "open"));
  const named = (["ownerId", "stageId", "pipelineId", "search"] as const).flatMap((name) => {
    const value = one(search, name, undefined);
    return value ? [[name, value] as const] : [];
  });
  return { ...(status ? { status } : {}), ...Object.fromEntries(named) };
}

export default function OpportunitiesPage() {
  const [search, change] = useAddress();
  const navigate = useNavigate();
  const { day, past } = useShownDay();
  const sort = sortOf(search);
  const everyStatus = one(search, "status", "open") === "all";
  // Where the filter says the status already, its column gives its room to the name.
  const shown = everyStatus ? columns : columnsOfOneStatus;
  const found = useAskPages(
    getOpportunities,
    (cursor: string | undefined) => ({
      query: {
        ...filtersOf(search),
        sort: sort.id,
        direction: sort.desc ? ("descending" as const) : ("ascending" as const),
        limit: 100,
        ...(cursor ? { cursor } : {}),
      },
    }),
    (page) => page.nextCursor,
  );
  return (
    <Page
      title="Opportunities"
      finding={
        past
          ? `The list holds the records as they are today; open one to see it as it stood on ${formatDay(day.toString())}.`
          : "Every opportunity, with its whole history a click away."
      }
      controls={<OpportunityFilters />}
      table={
        <Section flush label="Opportunities">
          <Answer of={found}>
            {(data) => {
              const rows = data.pages.flatMap((page) => page.items);
              if (rows.length === 0)
                return <Empty title="No opportunity fits">Take a filter away, or import more records.</Empty>;
              return (
                <DataTable
                  label="Opportunities"
                  columns={shown}
                  rows={rows}
                  rowKey={(row) => row.id}
                  sort={sort}
                  onSort={(next) =>
                    change({ sort: `${next.id} ${next.desc ? "desc" : "asc"}` }, { replace: true })
                  }
                  onOpen={(row) => void navigate({ to: `/opportunities/${row.id}` as "/" })}
                  onEnd={() => found.hasNextPage && !found.isFetchingNextPage && void found.fetchNextPage()}
                  maxHeight="calc(100vh - 190px)"
                />
              );
            }}
          </Answer>
        </Section>
      }
    />
  );
}
