/** Changing an opportunity where it stands: with the version that was on screen, never over somebody else's change. */

import { useState } from "react";
import { type CallInput, callEndpoint, type Problem } from "#base/contract";
import { fetchTransport, problemOf, tell, useDo, useWorkspaceChoice } from "#base/ui";
import { changeOpportunity, getOpportunity, type OpportunityDetail } from "../contract.ts";

/** What is said anew of an opportunity. */
export type Wanted = NonNullable<CallInput<(typeof changeOpportunity)["shape"]>["body"]>;

export interface RefusedChange {
  readonly problem: Problem;
  readonly wanted: Wanted;
  /** With a conflict: the record as it is now. */
  readonly current: OpportunityDetail | null;
  readonly seen: OpportunityDetail;
}

/** `keep` sends a change and refuses (throws) when the server does; `again` sends it over what is there now. */
export function useChange(opportunity: OpportunityDetail) {
  const change = useDo(changeOpportunity);
  const workspaceId = useWorkspaceChoice();
  const [refused, setRefused] = useState<RefusedChange | null>(null);
  const send = async (wanted: Wanted, ifMatch: number) => {
    await change.mutateAsync({ params: { id: opportunity.id }, body: wanted, ifMatch });
    setRefused(null);
    tell("Kept, with its history.");
  };
  const keep = async (wanted: Wanted) => {
    try {
      await send(wanted, opportunity.version);
    } catch (failure) {
      const problem = problemOf(failure);
      const stale = problem.status === 412;
      const current = stale
        ? await callEndpoint(fetchTransport, getOpportunity, {
            params: { id: opportunity.id },
            ...(workspaceId ? { workspaceId } : {}),
          })
        : null;
      setRefused({ problem, wanted, current, seen: opportunity });
      throw failure;
    }
  };
  const again = async () => {
    if (!refused?.current) return;
    try {
      await send(refused.wanted, refused.current.version);
    } catch (failure) {
      setRefused({ ...refused, problem: problemOf(failure) });
    }
  };
  return { keep, again, refused, leave: () => setRefused(null) };
}
