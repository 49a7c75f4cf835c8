/** The audit log among the settings: its parts are those of people. */
import type { AuditPageParts } from "#people/screens";
import { Settings } from "./Settings.tsx";

export function auditPageWith(parts: AuditPageParts) {
  const { AuditChain, AuditControls, AuditEventPanel, AuditExport, AuditFinding, AuditTable, useAuditQuery } =
    parts;
  return function AuditPage() {
    const { opened } = useAuditQuery();
    return (
      <Settings
        title="Audit log"
        finding={<AuditFinding />}
        actions={<AuditExport />}
        main={<AuditControls />}
        table={
          <>
            <AuditTable />
            <AuditChain />
          </>
        }
        panel={opened === undefined ? undefined : <AuditEventPanel />}
      />
    );
  };
}
