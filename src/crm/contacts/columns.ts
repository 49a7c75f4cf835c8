/** The columns of a list of contacts. */
import type { ListColumn } from "#base/kernel";

export const contactColumns: readonly ListColumn[] = [
  { id: "name", label: "Name", kind: "text", always: true, changes: true },
  { id: "title", label: "Title", kind: "word", changes: true },
  { id: "account", label: "Account", kind: "reference", leadsTo: "account", changes: true },
  { id: "email", label: "Mail address", kind: "text", changes: true },
  { id: "phone", label: "Phone", kind: "text", changes: true },
  { id: "owner", label: "Owner", kind: "reference", leadsTo: "person", changes: true },
  { id: "lastActivityAt", label: "Last activity", kind: "moment" },
  { id: "team", label: "Team", kind: "reference", leadsTo: "team" },
  { id: "region", label: "Region", kind: "reference", leadsTo: "region" },
  { id: "createdOn", label: "Created on", kind: "day", changes: true },
  { id: "trueSince", label: "Last changed", kind: "moment", always: true },
];
