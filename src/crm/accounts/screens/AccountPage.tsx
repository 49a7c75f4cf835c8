/** One account: what is known about it, and its opportunities. */

import { Link, useNavigate, useParams } from "@tanstack/react-router";
import type { ReactNode } from "react";
import {
  Amount,
  Answer,
  type Column,
  counted,
  countryName,
  DataTable,
  Day,
  Empty,
  Page,
  Section,
  Status,
  useAsk,
  useAskPages,
} from "#base/ui";
import { getFields } from "../../fields/contract.ts";
import { customFacts } from "../../fields/screens/custom-facts.tsx";
import { getOpportunities, type OpportunityOut } from "../../opportunities/contract.ts";
import { type AccountOut, getAccount } from "../contract.ts";

export default function AccountPage() {
  const { id = "" } = useParams({ strict: false }) as { id?: string };
  const asked = useAsk(getAccount, { params: { id } }, { keep: false });
  const account = asked.data;
  return (
    <Page
      back
      title={account?.name ?? "…"}
      finding={account ? placed(account) : "…"}
      main={
        <Answer of={asked}>
          {(data) => (
            <Section title="Account">
              <Facts account={data} />
            </Section>
          )}
        </Answer>
      }
      table={<Opportunities accountId={id} />}
    />
  );
}

function placed(account: AccountOut): string {
  const parts = [account.industry, account.city, account.country && countryName(account.country)].filter(
    Boolean,
  );
  return parts.length > 0 ? parts.join(" · ") : "Nothing is said about its industry or place.";
}

function Facts({ account }: { account: AccountOut }) {
  const fields = useAsk(getFields, { query: { noun: "account" } });
  const facts: [string, ReactNode][] = [
    ["Person", account.owner?.name],
    [
      "Part of",
      account.parent ? (
        <Link
          key="parent"
          to={"/accounts/$id" as "/"}
          params={{ id: account.parent.id } as never}
          className="qd-link"
        >
          {account.parent.name}
        </Link>
      ) : null,
    ],
    ["Web", account.domain],
    ["Employees", account.employees?.toLocaleString("en")],
    [
      "Annual revenue",
      account.annualRevenue ? (
        <Amount
          key="revenue"
          amount={account.annualRevenue.amount}
          currency={account.annualRevenue.currency}
        />
      ) : null,
    ],
    ["Since", account.createdOn ? <Day key="since" day={account.createdOn} /> : null],
    ...customFacts(account.custom, fields.data?.items ?? []),
  ];
  return (
    <dl className="qd-facts qd-facts-wide">
      {facts
        .filter(([, value]) => value !== null && value !== undefined)
        .map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}

const columns: Column<OpportunityOut>[] = [
  {
    id: "name",
    header: "Opportunity",
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
    id: "status",
    header: "Status",
    width: 96,
    value: (row) => row.status,
    cell: (row) => <Status status={row.status} />,
  },
  { id: "stage", header: "Stage", wideOnly: true, value: (row) => row.stage?.name ?? null },
  { id: "person", header: "Person", wideOnly: true, value: (row) => row.owner?.name ?? null },
  {
    id: "amount",
    header: "Amount",
    align: "right",
    width: 120,
    value: (row) => Number(row.amount.amount ?? 0),
    cell: (row) => <Amount amount={row.amount.amount} currency={row.amount.currency} full />,
  },
  {
    id: "close",
    header: "Closes",
    align: "right",
    width: 116,
    value: (row) => row.closeOn,
    cell: (row) => <Day day={row.closeOn} />,
  },
];

function Opportunities({ accountId }: { accountId: string }) {
  const navigate = useNavigate();
  const found = useAskPages(
    getOpportunities,
    (cursor: string | undefined) => ({
      query: {
        accountId,
        sort: "close" as const,
        direction: "descending" as const,
        limit: 100,
        ...(cursor ? { cursor } : {}),
      },
    }),
    (page) => page.nextCursor,
  );
  const rows = found.data?.pages.flatMap((page) => page.items) ?? [];
  const more = found.hasNextPage ? "the latest " : "";
  return (
    <Section
      flush
      title={found.data ? `${more}${counted(rows.length, "opportunity", "opportunities")}` : "Opportunities"}
    >
      <Answer of={found}>
        {() =>
          rows.length === 0 ? (
            <Empty title="No opportunities with this account yet" />
          ) : (
            <DataTable
              label="Opportunities of the account"
              columns={columns}
              rows={rows}
              rowKey={(row) => row.id}
              sort={{ id: "close", desc: true }}
              onOpen={(row) => void navigate({ to: `/opportunities/${row.id}` as "/" })}
            />
          )
        }
      </Answer>
    </Section>
  );
}
