/** The columns of a list of opportunities. */
import type { ListColumn } from "#base/kernel";
import { forecastCategories, outcomes } from "./stage.ts";

const worded = (value: string) => ({ value, label: headline(value) });
const headline = (value: string) => value.charAt(0).toUpperCase() + value.slice(1).replaceAll("-", " ");

export const opportunityColumns: readonly ListColumn[] = [
  { id: "name", label: "Name", kind: "text", always: true, changes: true },
  { id: "account", label: "Account", kind: "reference", leadsTo: "account", changes: true },
  { id: "owner", label: "Owner", kind: "reference", leadsTo: "person", changes: true },
  { id: "status", label: "Status", kind: "choice", always: true, options: outcomes.map(worded) },
  { id: "stage", label: "Stage", kind: "reference", leadsTo: "stage", changes: true, stays: true },
  { id: "amount", label: "Amount", kind: "money", sums: true, changes: true },
  { id: "closeOn", label: "Close date", kind: "day", changes: true },
  { id: "nextStep", label: "Next step", kind: "text", changes: true },
  { id: "probability", label: "Probability", kind: "rate", changes: true },
  {
    id: "forecastCategory",
    label: "Forecast category",
    kind: "choice",
    always: true,
    changes: true,
    options: forecastCategories.map(worded),
  },
  { id: "createdOn", label: "Created on", kind: "day", changes: true },
  { id: "stageEnteredAt", label: "In stage since", kind: "moment" },
  { id: "lastActivityAt", label: "Last activity", kind: "moment" },
  { id: "leadSource", label: "Lead source", kind: "word", changes: true },
  { id: "lostReason", label: "Lost reason", kind: "word" },
  { id: "products", label: "Products", kind: "reference", leadsTo: "product", many: true },
  { id: "team", label: "Team", kind: "reference", leadsTo: "team" },
  { id: "region", label: "Region", kind: "reference", leadsTo: "region" },
  { id: "pipeline", label: "Pipeline", kind: "reference", leadsTo: "pipeline", always: true },
  { id: "currency", label: "Currency", kind: "word", always: true },
  { id: "trueSince", label: "Last changed", kind: "moment", always: true },
];
