/** What the line of days in the header shows: since when anything is known, and how large the pipeline was. */
import { useMemo } from "react";
import { useAsk, useScope, useToday } from "#base/ui";
import { getKnownDays } from "#crm/contract";
import { pipelineTrend } from "#run/contract";

/** The known days up to today, the last day on which anything changed, and the pipeline month by month. */
export function useTime() {
  const now = useToday();
  const { scope } = useScope();
  const days = useAsk(getKnownDays, {});
  const firstOn = days.data?.firstOn ?? null;
  const where = scope ? { where: [`${scope.kind}=${scope.name}`] } : {};
  const trend = useAsk(
    pipelineTrend,
    {
      query: { by: "status", grain: "month", from: firstOn ?? now.toString(), to: now.toString(), ...where },
    },
    { enabled: firstOn !== null && firstOn < now.toString() },
  );
  const today = now.toString();
  return useMemo(() => {
    const last = Temporal.PlainDate.from(today);
    const first = firstOn !== null && firstOn < today ? Temporal.PlainDate.from(firstOn) : null;
    const pulse = (trend.data?.points ?? []).map(({ asOf, amount }) => ({ day: asOf, size: Number(amount) }));
    return {
      known: { first: first ?? last.subtract({ years: 1 }), last },
      pulse: first ? [{ day: first.toString(), size: 0 }, ...pulse] : [],
      lastOn: days.data?.lastOn ?? null,
    };
  }, [today, firstOn, trend.data, days.data?.lastOn]);
}
