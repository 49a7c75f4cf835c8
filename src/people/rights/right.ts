/** Rights in words, for whoever decides who gets them. */

/** By right: what it lets somebody do. */
export const rightWords: Readonly<Record<string, string>> = {
  "workspace.read": "See the workspace's name, calendar and currencies",
  "workspace.configure": "Change calendar, currencies, pipelines and fields; look after data and backups",
  "access.manage": "Give seats, keys and access roles",
  "audit.read": "Read the audit log",
  "people.read": "See who works here, in which team and for whom",
  "people.write": "Change people, teams, reporting lines and role profiles",
  "candidates.read": "See candidates",
  "candidates.write": "Add and assess candidates",
  "pay.read": "See pay bands and where people stand in them",
  "pay.write": "Change pay bands and pay",
  "records.read": "See accounts, contacts, opportunities and activities",
  "records.write": "Add, change and remove records",
  "views.write": "Keep views of lists",
  "imports.run": "Import files and undo imports",
  "plan.read": "See targets, costs and advice",
  "plan.write": "Change targets and costs, ask for advice",
  "analytics.read": "See measures, pipeline and what moved it",
};

/** Whose records a reach covers, as the end of a sentence. */
export const reachWords: Readonly<Record<"company" | "line" | "team" | "own", string>> = {
  company: "everybody's records",
  line: "their own records and those of the people who report to them",
  team: "the records of their team, and of those who report to them",
  own: "their own records",
};
