/** The list of opportunities: what it shows, how wide, and in which view it begins. */
import { Status, useAskAll } from "#base/ui";
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
    columns: "name:pinned,account,owner,stage,amount,closeOn,nextStep,createdOn",
  },
  usePages: (questions) =>
    useAskAll(
      getOpportunities,
      questions.map((query) => ({ query })),
    ),
  fetchPage: (call, query) => call(getOpportunities, { query }),
  cells: { status: (row) => <Status status={row.status} /> },
  widths: { name: 280, account: 190, owner: 150, stage: 140, nextStep: 200 },
};
