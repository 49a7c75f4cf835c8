/** The columns of a list of accounts. */
import type { ListColumn } from "#base/kernel";

export const accountColumns: readonly ListColumn[] = [
  { id: "name", label: "Name", kind: "text", always: true, changes: true },
  { id: "owner", label: "Owner", kind: "reference", leadsTo: "person", changes: true },
  { id: "industry", label: "Industry", kind: "word", changes: true },
  { id: "country", label: "Country", kind: "word", changes: true },
  { id: "city", label: "City", kind: "word", changes: true },
  { id: "openPipeline", label: "Open pipeline", kind: "money", sums: true },
  { id: "openOpportunities", label: "Open opportunities", kind: "number", always: true, sums: true },
  { id: "wonTotal", label: "Won in all", kind: "money", sums: true },
  { id: "lastActivityAt", label: "Last activity", kind: "moment" },
  { id: "team", label: "Team", kind: "reference", leadsTo: "team" },
  { id: "region", label: "Region", kind: "reference", leadsTo: "region" },
  { id: "parent", label: "Parent", kind: "reference", leadsTo: "account", changes: true },
  { id: "domain", label: "Web domain", kind: "text", changes: true },
  { id: "employees", label: "Employees", kind: "number", changes: true },
  { id: "annualRevenue", label: "Annual revenue", kind: "money", changes: true },
  { id: "createdOn", label: "Created on", kind: "day", changes: true },
  { id: "trueSince", label: "Last changed", kind: "moment", always: true },
];
