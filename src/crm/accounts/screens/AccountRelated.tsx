/** What belongs to an account: its opportunities, its contacts, and the accounts below it with what they are worth together. */
import { Amount, type Column, useAsk, useWorkspace } from "#base/ui";
import { type ContactListed, getContacts } from "../../contacts/contract.ts";
import { getListOutline } from "../../lists/contract.ts";
import { Related } from "../../lists/screens/Related.tsx";
import { RelatedOpportunities } from "../../opportunities/screens/RelatedOpportunities.tsx";
import { type AccountListed, getAccounts } from "../contract.ts";

const limit = 100;
const strong = (name: string) => <span className="qd-strong">{name}</span>;

/** An account's opportunities, the open ones first. */
export const ofAccount = ({ id }: AccountListed) => ({
  filter: `account.one-of(${id})`,
  sort: "status,-closeOn",
});

export function AccountOpportunities({ account }: { account: AccountListed }) {
  return (
    <RelatedOpportunities
      {...ofAccount(account)}
      known={account.name}
      none="No opportunities with this account yet."
    />
  );
}

const contactColumns: Column<ContactListed>[] = [
  { id: "name", header: "Contact", value: (row) => row.name, cell: (row) => strong(row.name) },
  { id: "title", header: "Title", value: (row) => row.title },
  { id: "email", header: "Mail address", wideOnly: true, value: (row) => row.email },
];

export function AccountContacts({ account }: { account: AccountListed }) {
  const filter = `account.one-of(${account.id})`;
  const asked = useAsk(getContacts, { query: { filter, limit } });
  return (
    <Related
      of={asked}
      one="contact"
      many="contacts"
      columns={contactColumns}
      hrefOf={(row) => `/contacts/${row.id}`}
      all={`/contacts?filter=and(${filter})`}
      none="Nobody is known at this account yet."
    />
  );
}

export function AccountsBelow({ account }: { account: AccountListed }) {
  const { currency } = useWorkspace();
  const filter = `parent.one-of(${account.id})`;
  const asked = useAsk(getAccounts, { query: { filter, sort: "-openPipeline,name", limit } });
  const outline = useAsk(getListOutline, { params: { noun: "account" }, query: { filter } });
  if (asked.data?.items.length === 0) return null;
  const sumOf = (column: string) => outline.data?.sums.find((sum) => sum.column === column)?.sum ?? null;
  const money = (id: "openPipeline" | "wonTotal", header: string): Column<AccountListed> => ({
    id,
    header,
    align: "right",
    width: 130,
    value: (row) => Number(row[id]?.amount ?? 0),
    cell: (row) => <Amount amount={row[id]?.amount ?? null} currency={row[id]?.currency ?? currency} />,
    total: <Amount amount={sumOf(id)} currency={currency} />,
  });
  return (
    <Related
      of={asked}
      one="account below it"
      many="accounts below it"
      columns={[
        {
          id: "name",
          header: "Account",
          value: (row) => row.name,
          cell: (row) => strong(row.name),
          total: "Together",
        },
        money("openPipeline", "Open pipeline"),
        money("wonTotal", "Won in all"),
      ]}
      hrefOf={(row) => `/accounts/${row.id}`}
      all={`/accounts?filter=and(${filter})`}
      none=""
    />
  );
}
