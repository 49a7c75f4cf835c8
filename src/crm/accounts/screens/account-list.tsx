/** The list of accounts: what it shows, how wide, and in which view it begins. */
import { useAskAll } from "#base/ui";
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
    columns: "name:pinned,owner,industry,country,openPipeline,openOpportunities,wonTotal,lastActivityAt",
  },
  usePages: (questions) =>
    useAskAll(
      getAccounts,
      questions.map((query) => ({ query })),
    ),
  fetchPage: (call, query) => call(getAccounts, { query }),
  widths: { name: 280, owner: 150, industry: 150, openPipeline: 132, openOpportunities: 150, wonTotal: 132 },
};
