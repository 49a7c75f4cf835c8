/** Fetches a file that an import gives, for the workspace on screen, and lets the browser keep it. */
import { useState } from "react";
import { CallRefused, type Problem } from "#base/contract";
import { useWorkspaceChoice } from "#base/ui";

const nameIn = (header: string | null): string => {
  const [, written] = /filename\*=UTF-8''([^;]+)/.exec(header ?? "") ?? [];
  return written === undefined ? "rejected.csv" : decodeURIComponent(written);
};

async function keepFile(url: string, workspaceId: string | undefined): Promise<void> {
  const headers: Record<string, string> = workspaceId ? { "quarterdeck-workspace": workspaceId } : {};
  const answer = await fetch(url, { headers, credentials: "same-origin" });
  if (!answer.ok) throw new CallRefused((await answer.json()) as Problem);
  const address = URL.createObjectURL(await answer.blob());
  const link = document.createElement("a");
  link.href = address;
  link.download = nameIn(answer.headers.get("content-disposition"));
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** A way to download, what is on its way now, and why the last one failed. */
export function useDownload() {
  const workspaceId = useWorkspaceChoice();
  const [coming, setComing] = useState<string | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const download = async (url: string) => {
    setComing(url);
    setFailure(null);
    try {
      await keepFile(url, workspaceId);
    } catch (refused) {
      setFailure(refused);
    } finally {
      setComing(null);
    }
  };
  return { download, coming, failure };
}
