/** Whether a value is an id of a source, or the name that an export with labels writes instead. */
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
