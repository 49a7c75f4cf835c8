/** The list of contacts: what it shows, how wide, and in which view it begins. */
import { useAskAll } from "#base/ui";
import type { ListSpec } from "../../lists/screens/list-spec.ts";
import { contactColumns } from "../columns.ts";
import { type ContactListed, getContacts } from "../contract.ts";

export const contactListSpec: ListSpec<ContactListed> = {
  noun: "contact",
  one: "contact",
  many: "Contacts",
  hrefOf: (id) => `/contacts/${id}`,
  columns: contactColumns,
  naming: "name",
  person: "owner",
  summed: "in all",
  whenEmpty: "Import them from your CRM: drop its export on any page.",
  standard: {
    filter: "none",
    sort: "name",
    group: "none",
    columns: "name:pinned,title,account,email,phone,owner,lastActivityAt",
  },
  usePages: (questions) =>
    useAskAll(
      getContacts,
      questions.map((query) => ({ query })),
    ),
  fetchPage: (call, query) => call(getContacts, { query }),
  cells: { email: (row) => <MailAddress address={row.email} /> },
  widths: { name: 220, title: 190, account: 210, email: 240, phone: 140, owner: 150 },
};

function MailAddress({ address }: { address: string | null }) {
  if (address === null) return <span className="qd-none">–</span>;
  return (
    <a className="qd-cell-link" href={`mailto:${address}`} tabIndex={-1}>
      {address}
    </a>
  );
}
