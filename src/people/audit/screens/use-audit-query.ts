/** Which events are looked at: kept in the address, so that what was found can be sent to a colleague. */
import { type AuditGroup, type AuditOutcome, auditGroups, auditOutcomes } from "#base/kernel";
import { one, useAddress } from "#base/ui";

export interface AuditQuery {
  readonly group?: AuditGroup;
  readonly outcome?: AuditOutcome;
  readonly from?: string;
  readonly to?: string;
  readonly text?: string;
}

const day = (said: string | undefined) => (said && /^\d{4}-\d{2}-\d{2}$/.test(said) ? said : undefined);

/** What is asked for, the event that is open ("workspace-12"), and the way to change them. */
export function useAuditQuery() {
  const [search, change] = useAddress();
  const said = (name: string) => one(search, name, undefined);
  const group = auditGroups.find((known) => known === said("about"));
  const outcome = auditOutcomes.find((known) => known === said("outcome"));
  const [from, to, text] = [day(said("from")), day(said("to")), said("text")];
  const query: AuditQuery = {
    ...(group ? { group } : {}),
    ...(outcome ? { outcome } : {}),
    ...(from ? { from } : {}),
    ...(to ? { to } : {}),
    ...(text ? { text: text.slice(0, 200) } : {}),
  };
  return { query, narrowed: Object.keys(query).length > 0, opened: said("open"), change };
}
