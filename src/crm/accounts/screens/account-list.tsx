/** The list of accounts: what it shows, how wide, and in which view it begins. */
import { DayOf, useAskAll } from "#base/ui";
import type { ListSpec } from "../../lists/screens/list-spec.ts";
import { accountColumns } from "../columns.ts";
import { type AccountListed, getAccounts } from "../contract.ts";

export const accountListSpec: ListSpec<AccountListed> = {
  noun: "account",
  one: "account",
  many: "Accounts",
  hrefOf: (id) => `/accounts/${id}`,
  columns: accountColumns,
  naming: "name",
  person: "owner",
  summed: "of open pipeline",
  whenEmpty: "Import them from your CRM: drop its export on any page.",
  standard: {
    filter: "none",
    sort: "-openPipeline,name",
    group: "none",
    columns: "name:pinned,openPipeline,openOpportunities,lastActivityAt,owner,industry,country,wonTotal",
  },
  usePages: (questions) =>
    useAskAll(
      getAccounts,
      questions.map((query) => ({ query })),
    ),
  fetchPage: (call, query) => call(getAccounts, { query }),
  cells: { lastActivityAt: (row) => <DayOf at={row.lastActivityAt} /> },
  widths: {
    name: 250,
    owner: 145,
    industry: 170,
    country: 120,
    openPipeline: 136,
    openOpportunities: 148,
    wonTotal: 112,
    lastActivityAt: 112,
  },
};
