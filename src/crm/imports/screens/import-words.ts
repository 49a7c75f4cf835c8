/** The words of an import: what the files are, where they come from, how it stands. */
import { headline } from "#base/ui";

const sources: Record<string, string> = {
  csv: "plain CSV files",
  salesforce: "a Salesforce export",
  hubspot: "a HubSpot export",
  pipedrive: "a Pipedrive export",
  zoho: "a Zoho export",
  dynamics: "a Dynamics 365 export",
};
const objects: Record<string, string> = {
  person: "People",
  account: "Accounts",
  contact: "Contacts",
  product: "Products",
  opportunity: "Opportunities",
  activity: "Activities",
  "opportunity-history": "History of opportunities",
  "opportunity-field-history": "History of fields",
  "opportunity-changes": "Changes of opportunities",
  "opportunity-values": "History of properties",
  "opportunity-states": "History of whole states",
  "opportunity-line": "Lines of opportunities",
  "opportunity-contact": "Stakeholders",
  "opportunity-merge": "Merged opportunities",
  "account-merge": "Merged accounts",
  "contact-merge": "Merged contacts",
  association: "Links between records",
  engagement: "List of activities",
  pipeline: "Pipelines",
  stage: "Stages",
  currency: "Currencies",
  team: "Teams",
  "team-membership": "Who was in which team",
  role: "Roles",
  "field-labels": "Names of fields",
  "activity-types": "Kinds of activities",
};
const states: Record<string, string> = {
  ready: "Not started",
  running: "Running",
  done: "Done",
  failed: "Failed",
  cancelled: "Stopped",
};

export const sourceWord = (source: string | null): string =>
  source === null ? "files not looked at yet" : (sources[source] ?? source);
/** What the rows of a file can be, for a choice. */
export const objectWords = Object.entries(objects).map(([value, label]) => ({ value, label }));
export const objectWord = (object: string | null): string =>
  object === null ? "Not understood" : (objects[object] ?? headline(object));
export const stateWord = (state: string): string => states[state] ?? headline(state);

const nouns: Record<string, string> = {
  "crm.opportunity_line": "Lines of opportunities",
  "crm.opportunity_split": "Shares of opportunities",
  "crm.opportunity_contact": "Stakeholders",
  "crm.opportunity": "Opportunities",
  "people.team_membership": "Memberships of teams",
  "people.reporting_line": "Reporting lines",
  "people.person": "People",
  "crm.activity": "Activities",
  "crm.custom_field": "Custom fields",
};
/** "crm.account" → "Accounts". */
export const nounWord = (noun: string): string => nouns[noun] ?? `${headline(noun.split(".")[1] ?? noun)}s`;

/** 75 → "1 min 15 s". */
export function durationWord(seconds: number): string {
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  return minutes < 60
    ? `${minutes} min ${seconds % 60} s`
    : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

/** 1536 → "1.5 kB". */
export function sizeWord(bytes: number): string {
  const style = new Intl.NumberFormat("en", { maximumFractionDigits: 1 });
  if (bytes < 1000) return `${bytes} bytes`;
  return bytes < 1_000_000 ? `${style.format(bytes / 1000)} kB` : `${style.format(bytes / 1_000_000)} MB`;
}
