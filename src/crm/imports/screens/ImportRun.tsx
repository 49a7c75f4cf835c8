/** One import as it stands: its plan before it starts, its progress while it runs, its results in the end. */

import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { Answer, useAsk } from "#base/ui";
import { getImport } from "../contract.ts";
import { DryRun } from "./DryRun.tsx";
import { ImportPlan } from "./ImportPlan.tsx";
import { RunProgress } from "./RunProgress.tsx";
import { RunResults } from "./RunResults.tsx";

const isGoing = (state: string | undefined): boolean => state === "running" || state === "looking";

export function ImportRun({ id }: { id: string }) {
  const known = useRef<string | undefined>(undefined);
  const asked = useAsk(
    getImport,
    { params: { id } },
    { again: (last) => (isGoing(last.state) || isGoing(last.undo?.state) ? 700 : false) },
  );
  const state = isGoing(asked.data?.undo?.state) ? "running" : asked.data?.state;
  const client = useQueryClient();
  useEffect(() => {
    // What an import has written moves every figure: all of them are asked anew when it ends.
    if (known.current === "running" && state !== "running") void client.invalidateQueries();
    known.current = state;
  }, [state, client]);
  return (
    <Answer of={asked}>
      {(run) => {
        if (run.state === "ready") return <ImportPlan run={run} />;
        if (run.state === "running") return <RunProgress run={run} />;
        if (run.dryRun && run.state === "done") return <DryRun run={run} />;
        return <RunResults run={run} />;
      }}
    </Answer>
  );
}
