/** The list of opportunities: what it shows, how wide, and in which view it begins. */
import { DueDay, Status, useAskAll } from "#base/ui";
import type { ListSpec } from "../../lists/screens/list-spec.ts";
import { opportunityColumns } from "../columns.ts";
import { getOpportunities, type OpportunityListed } from "../contract.ts";

export const opportunityListSpec: ListSpec<OpportunityListed> = {
  noun: "opportunity",
  one: "opportunity",
  many: "Opportunities",
  hrefOf: (id) => `/opportunities/${id}`,
  columns: opportunityColumns,
  naming: "name",
  person: "owner",
  summed: "in all",
  whenEmpty: "Import them from your CRM: drop its export on any page.",
  standard: {
    filter: "and(status.one-of(open))",
    sort: "-amount",
    group: "none",
    columns: "name:pinned,amount,stage,closeOn,owner,nextStep,account,createdOn",
  },
  usePages: (questions) =>
    useAskAll(
      getOpportunities,
      questions.map((query) => ({ query })),
    ),
  fetchPage: (call, query) => call(getOpportunities, { query }),
  cells: {
    status: (row) => <Status status={row.status} />,
    closeOn: (row) => <DueDay day={row.closeOn} open={row.status === "open"} />,
  },
  widths: { name: 350, amount: 116, stage: 124, owner: 150, nextStep: 200, account: 200 },
};
