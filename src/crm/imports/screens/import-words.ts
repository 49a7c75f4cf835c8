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
  paused: "Paused",
  done: "Done",
  failed: "Broke off",
  cancelled: "Cancelled",
};
const undoStates: Record<string, string> = {
  running: "Being undone",
  stopped: "Half undone",
  failed: "Half undone",
  done: "Undone",
};

export const sourceWord = (source: string | null): string =>
  source === null ? "files not looked at yet" : (sources[source] ?? source);
/** What the rows of a file can be, for a choice. */
export const objectWords = Object.entries(objects).map(([value, label]) => ({ value, label }));
export const objectWord = (object: string | null): string =>
  object === null ? "Not understood" : (objects[object] ?? headline(object));
/** How an import stands, its undoing and whether it was only tried included. */
export function stateWord(one: {
  readonly state: string;
  readonly dryRun: boolean;
  readonly undo: string | null;
}): string {
  if (one.undo !== null) return undoStates[one.undo] ?? headline(one.undo);
  if (one.dryRun && one.state === "done") return "Tried";
  return states[one.state] ?? headline(one.state);
}

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
