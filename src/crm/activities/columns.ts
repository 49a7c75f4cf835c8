/** The columns of a list of activities. */
import type { ListColumn } from "#base/kernel";
import { activityKinds } from "./activity.ts";

const headline = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);

export const activityColumns: readonly ListColumn[] = [
  { id: "subject", label: "Subject", kind: "text", always: true, changes: true },
  {
    id: "kind",
    label: "Kind",
    kind: "choice",
    always: true,
    changes: true,
    options: activityKinds.map((value) => ({ value, label: headline(value) })),
  },
  { id: "done", label: "Done", kind: "flag", always: true },
  { id: "dueAt", label: "Due", kind: "moment", changes: true },
  { id: "doneAt", label: "Done at", kind: "moment" },
  { id: "person", label: "Person", kind: "reference", leadsTo: "person", changes: true },
  { id: "team", label: "Team", kind: "reference", leadsTo: "team" },
  { id: "region", label: "Region", kind: "reference", leadsTo: "region" },
  { id: "opportunity", label: "Opportunity", kind: "reference", leadsTo: "opportunity", changes: true },
  { id: "account", label: "Account", kind: "reference", leadsTo: "account", changes: true },
  { id: "contact", label: "Contact", kind: "reference", leadsTo: "contact", changes: true },
  { id: "body", label: "Text", kind: "text", changes: true },
  { id: "trueSince", label: "Last changed", kind: "moment", always: true },
];
