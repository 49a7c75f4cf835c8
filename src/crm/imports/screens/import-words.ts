/** The words of an import: what the files are, where they come from, how it stands. */
import { headline } from "#base/ui";

const sources: Record<string, string> = {
  csv: "plain CSV files",
  salesforce: "a Salesforce export",
  pipedrive: "a Pipedrive export",
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
  stage: "Stages",
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
export const objectWord = (object: string | null): string =>
  object === null ? "Not understood" : (objects[object] ?? headline(object));
export const stateWord = (state: string): string => states[state] ?? headline(state);

/** 1536 → "1.5 kB". */
export function sizeWord(bytes: number): string {
  const style = new Intl.NumberFormat("en", { maximumFractionDigits: 1 });
  if (bytes < 1000) return `${bytes} bytes`;
  return bytes < 1_000_000 ? `${style.format(bytes / 1000)} kB` : `${style.format(bytes / 1_000_000)} MB`;
}
