/** The audit log: events in chains of hashes, written with what they tell of, and verified. */
export {
  auditColumns,
  findAuditHead,
  hasAuditLog,
  isKnownToHistory,
  listAuditChains,
  writeAuditEvent,
} from "./audit-store.ts";
export {
  type AuditDetail,
  type AuditEvent,
  auditHash,
  auditText,
  installationChain,
  type NewAuditEvent,
  readHash,
  shownHash,
} from "./event.ts";
export { countRefusals, DISTINCT_A_MINUTE, type RefusalCount } from "./refusal-count.ts";
export { type BesideTheServer, tellAudit } from "./tell.ts";
export { type Breakage, type Verification, verifyAuditChain } from "./verify.ts";
