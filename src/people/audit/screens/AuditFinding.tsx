/** What the page found, in a sentence. */
import { counted } from "#base/ui";
import { useAuditVerification } from "./AuditChain.tsx";

export function AuditFinding() {
  const { data } = useAuditVerification();
  if (data === undefined)
    return "Who did, saw or was refused what, when, from where and through what; nothing can be taken out again.";
  const events = data.chains.reduce((sum, chain) => sum + chain.events, 0);
  return data.whole
    ? `${counted(events, "event")}, all as they were written. Who did, saw or was refused what, when, from where and through what.`
    : "Somebody changed this log past Quarterdeck: see below where.";
}
