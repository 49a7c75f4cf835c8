/** Whether a value is an id of a source, or the name that an export with labels writes instead; ids in one form. */
import { longId } from "./salesforce.ts";
import type { SourceName } from "./shape.ts";

const ids: Readonly<Record<SourceName, RegExp | null>> = {
  csv: null,
  salesforce: /^(?=.*\d)[A-Za-z0-9]{15}([A-Za-z0-9]{3})?$/,
  hubspot: /^(user )?\d+$/,
  pipedrive: /^\d+$/,
  zoho: /^(zcrm_)?\d+$/,
  dynamics: /^\{?[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\}?$/i,
};

/** Whether a source's exports write this value as an id; in plain files everything is a name. */
export function isIdOf(source: SourceName, value: string): boolean {
  return ids[source]?.test(value) ?? false;
}

/**
 * An id in the one form under which it is kept: of Salesforce the long one, of Dynamics in small letters without
 * braces. What is no id of the source stays as it is.
 */
export function plainId(source: SourceName, value: string): string {
  if (source === "salesforce") return longId(value);
  return source === "dynamics" && isIdOf(source, value) ? value.replace(/[{}]/g, "").toLowerCase() : value;
}
