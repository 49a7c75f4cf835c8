/** Moving, winning, losing and taking up again from the page, each with the way back. */
import { tell, tellFailed, useDo } from "#base/ui";
import type { OpportunityDetail } from "../contract.ts";
import { closeOpportunity, moveToStage, reopenOpportunity } from "../verb-contract.ts";

export function useVerbs(opportunity: OpportunityDetail) {
  const close = useDo(closeOpportunity);
  const move = useDo(moveToStage);
  const reopen = useDo(reopenOpportunity);
  const { id, version, stage, closeOn, status, lostReason } = opportunity;
  const params = { id };
  const told = { onError: tellFailed };
  /** Puts it back where it stood at the version that was seen. */
  const openAgain = (at: number) => reopen.mutateAsync({ params, ifMatch: at, body: { closeOn } });
  return {
    busy: close.isPending || move.isPending || reopen.isPending,
    win: () =>
      close.mutate(
        { params, ifMatch: version, body: { outcome: "won" } },
        { ...told, onSuccess: (kept) => tell("Won.", () => openAgain(kept.version)) },
      ),
    moveTo: (to: { readonly id: string; readonly name: string }) =>
      move.mutate(
        { params, ifMatch: version, body: { stageId: to.id } },
        {
          ...told,
          onSuccess: (kept) =>
            tell(
              `Moved to ${to.name}.`,
              stage
                ? () =>
                    move.mutateAsync({
                      params,
                      ifMatch: kept.version,
                      body: { stageId: stage.id, closeOn },
                    })
                : undefined,
            ),
        },
      ),
    openAgain: () =>
      reopen.mutate(
        { params, ifMatch: version, body: { closeOn: null } },
        {
          ...told,
          onSuccess: (kept) =>
            tell("Open again. Say when it is expected to close.", () =>
              close.mutateAsync({
                params,
                ifMatch: kept.version,
                body: {
                  outcome: status === "won" ? "won" : "lost",
                  ...(closeOn ? { closeOn } : {}),
                  lostReason: status === "lost" ? lostReason : null,
                },
              }),
            ),
        },
      ),
    /** Loses it for a reason on a day; the form that asks for both shows a refusal itself. */
    losing: close,
    lose: (said: { closeOn: string; lostReason: string | null }, onDone: () => void) =>
      close.mutate(
        { params, ifMatch: version, body: { outcome: "lost", ...said } },
        {
          onSuccess: (kept) => {
            onDone();
            tell("Lost.", () => openAgain(kept.version));
          },
        },
      ),
  };
}
