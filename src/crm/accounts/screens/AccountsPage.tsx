/** All accounts by name. */

import { TextInput } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { IconSearch } from "@tabler/icons-react";
import { Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import {
  Answer,
  type Column,
  countryName,
  DataTable,
  Empty,
  one,
  Page,
  Section,
  useAddress,
  useAskPages,
} from "#base/ui";
import { type AccountOut, getAccounts } from "../contract.ts";

const missing = <span className="qd-faint">–</span>;
const columns: Column<AccountOut>[] = [
  {
    id: "name",
    header: "Name",
    cell: (row) => (
      <Link
        to={"/accounts/$id" as "/"}
        params={{ id: row.id } as never}
        className="qd-record-link"
        tabIndex={-1}
      >
        {row.name}
      </Link>
    ),
  },
  { id: "parent", header: "Part of", wideOnly: true, cell: (row) => row.parent?.name ?? missing },
  { id: "person", header: "Person", wideOnly: true, cell: (row) => row.owner?.name ?? missing },
  { id: "industry", header: "Industry", wideOnly: true, cell: (row) => row.industry ?? missing },
  {
    id: "country",
    header: "Country",
    width: 160,
    cell: (row) => (row.country ? countryName(row.country) : missing),
  },
  {
    id: "employees",
    header: "Employees",
    align: "right",
    width: 110,
    wideOnly: true,
    cell: (row) => row.employees?.toLocaleString("en") ?? missing,
  },
];

export default function AccountsPage() {
  const [search, change] = useAddress();
  const navigate = useNavigate();
  const wanted = one(search, "search", "");
  const [text, setText] = useState(wanted);
  const ask = useDebouncedCallback(
    (next: string) => change({ search: next || undefined }, { replace: true }),
    250,
  );
  const found = useAskPages(
    getAccounts,
    (cursor: string | undefined) => ({
      query: { limit: 100, ...(wanted ? { search: wanted } : {}), ...(cursor ? { cursor } : {}) },
    }),
    (page) => page.nextCursor,
  );
  return (
    <Page
      title="Accounts"
      finding="Every company that you sell to, by name."
      controls={
        <TextInput
          size="xs"
          w={240}
          aria-label="Name of the account"
          placeholder="Name"
          leftSection={<IconSearch size={14} />}
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value);
            ask(event.currentTarget.value);
          }}
        />
      }
      table={
        <Section flush label="Accounts">
          <Answer of={found}>
            {(data) => {
              const rows = data.pages.flatMap((page) => page.items);
              if (rows.length === 0)
                return <Empty title="No account fits">Take the filter away, or import your accounts.</Empty>;
              return (
                <DataTable
                  label="Accounts"
                  columns={columns}
                  rows={rows}
                  rowKey={(row) => row.id}
                  onOpen={(row) => void navigate({ to: `/accounts/${row.id}` as "/" })}
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
