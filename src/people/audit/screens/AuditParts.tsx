/** What the page of the audit log is made of; the page itself stands among the settings. */
export { AuditChain } from "./AuditChain.tsx";
export { AuditControls } from "./AuditControls.tsx";
export { AuditEventPanel } from "./AuditEventPanel.tsx";
export { AuditExport } from "./AuditExport.tsx";
export { AuditFinding } from "./AuditFinding.tsx";
export { AuditTable } from "./AuditTable.tsx";
export { useAuditQuery } from "./use-audit-query.ts";
