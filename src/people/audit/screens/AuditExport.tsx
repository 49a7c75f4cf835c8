/** Takes the events that are looked at along as a file. */
import { Button } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import { useState } from "react";
import { fetchFile, tell, tellFailed, useWorkspaceChoice, writeSearch } from "#base/ui";
import { exportAuditEvents } from "../contract.ts";
import { useAuditQuery } from "./use-audit-query.ts";

export function AuditExport() {
  const { query } = useAuditQuery();
  const workspaceId = useWorkspaceChoice();
  const [busy, setBusy] = useState(false);
  const run = async () => {
    setBusy(true);
    const headers: Record<string, string> = workspaceId ? { "quarterdeck-workspace": workspaceId } : {};
    const url = `${exportAuditEvents.shape.path}${writeSearch({ ...query })}`;
    await fetchFile(url, headers, () => undefined, new AbortController().signal)
      .then((name) => tell(`${name} is on your machine. That it was exported is an event too.`), tellFailed)
      .finally(() => setBusy(false));
  };
  return (
    <Button
      variant="default"
      leftSection={<IconDownload size={14} />}
      loading={busy}
      onClick={() => void run()}
    >
      Export as CSV
    </Button>
  );
}
