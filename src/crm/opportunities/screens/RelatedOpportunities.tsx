/** The opportunities of another record as a compact table: an account's, a product's. */
import type { ReactNode } from "react";
import { Amount, type Column, DueDay, Person, Status, useAsk } from "#base/ui";
import { Related } from "../../lists/screens/Related.tsx";
import { getOpportunities, type OpportunityListed } from "../contract.ts";

/** The same question wherever these opportunities are told of, so that it is asked once. */
export const useRelatedOpportunities = ({ filter, sort }: { filter: string; sort: string }) =>
  useAsk(getOpportunities, { query: { filter: `and(${filter})`, sort, limit: 100 } });

export function RelatedOpportunities(props: {
  /** What they have in common, as the parts of a filter: "account.one-of(…)". */
  filter: string;
  /** The open ones first; then the latest, or the largest. */
  sort: string;
  none: ReactNode;
  /** Begins every name on this page, so that it need not be read each time. */
  known?: string | undefined;
  /** False where all have the same owner. */
  owned?: boolean;
}) {
  const { filter } = props;
  const asked = useRelatedOpportunities(props);
  return (
    <Related
      of={asked}
      one="opportunity"
      many="opportunities"
      columns={columnsFor(props.known).filter(({ id }) => props.owned !== false || id !== "owner")}
      hrefOf={(row) => `/opportunities/${row.id}`}
      all={`/opportunities?filter=and(${filter})`}
      none={props.none}
    />
  );
}

function columnsFor(known: string | undefined): Column<OpportunityListed>[] {
  const nameOf = ({ name }: OpportunityListed) =>
    known && name.startsWith(`${known}: `) ? name.slice(known.length + 2) : name;
  return [
    {
      id: "name",
      header: "Opportunity",
      value: nameOf,
      cell: (row) => (
        <span className="qd-strong" title={row.name}>
          {nameOf(row)}
        </span>
      ),
    },
    {
      id: "stage",
      header: "Stage",
      width: 124,
      value: (row) => `${["open", "won", "lost"].indexOf(row.status)} ${row.stage?.name ?? ""}`,
      cell: (row) => (
        <Status status={row.status} word={row.status === "open" ? row.stage?.name : undefined} />
      ),
    },
    {
      id: "owner",
      header: "Owner",
      width: 156,
      wideOnly: true,
      value: (row) => row.owner?.name ?? null,
      cell: (row) => (row.owner ? <Person name={row.owner.name} /> : <span className="qd-faint">–</span>),
    },
    {
      id: "amount",
      header: "Amount",
      align: "right",
      width: 116,
      value: (row) => Number(row.amount.amount ?? 0),
      cell: (row) => <Amount amount={row.amount.amount} currency={row.amount.currency} whole />,
    },
    {
      id: "close",
      header: "Close date",
      align: "right",
      width: 112,
      wideOnly: true,
      value: (row) => row.closeOn,
      cell: (row) => <DueDay day={row.closeOn} open={row.status === "open"} />,
    },
  ];
}
