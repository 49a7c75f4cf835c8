/** Whether the open pipeline is enough for what is missing: coverage of the quarter, against what the win rate asks for. */

import { useMemo } from "react";
import {
  Answer,
  formatCount,
  formatMoneyShort,
  formatRate,
  Loading,
  Panel,
  type PanelProps,
  periodLabel,
  useShownDay,
  useWorkspace,
} from "#base/ui";
import { MeasureLink, wholeFigure } from "./MeasureLink.tsx";
import {
  numberOf,
  rowOf,
  useCoverages,
  useMeasure,
  useOpenInQuarter,
  useStretches,
  useYearly,
} from "./use-figures.ts";

const times = (ratio: number) => `${formatCount(Math.round(ratio * 10) / 10)}×`;

export default function CoveragePanel({ question }: PanelProps) {
  const { quarter } = useStretches();
  const days = { from: quarter.from, to: quarter.to };
  const before = useFourQuarters();
  const coverage = useCoverages();
  const missing = rowOf(useYearly("missing-to-target").data, quarter.key);
  const open = useOpenInQuarter();
  const won = useMeasure("win-rate", { ...before, switches: ["weight=value"] });
  const rate = numberOf(won.data?.total);
  const needed = rate ? 1 / rate : null;
  const total = rowOf(coverage.data, quarter.key);
  const covered = numberOf(total);
  const enough = covered !== null && needed !== null ? covered >= needed : null;
  return (
    <Panel
      question={question}
      finding={
        enough === null || covered === null || needed === null
          ? undefined
          : `The pipeline is ${enough ? "enough" : "too small"}: ${times(covered)} against ${times(needed)}`
      }
    >
      <Answer of={coverage} loading={<Loading rows={5} />}>
        {() => (
          <>
            <div className="qd-goal-figures">
              <MeasureLink name="coverage" {...days}>
                <span className="qd-goal-value qd-number">{covered === null ? "–" : times(covered)}</span>
              </MeasureLink>
              <span className="qd-dim">
                {covered === null
                  ? (total?.reason ?? "No target is entered for the period.")
                  : `in ${periodLabel(quarter.key)}`}
              </span>
            </div>
            <dl className="qd-panel-facts">
              <dt>Open, to close in it</dt>
              <dd>
                <MeasureLink name="open-pipeline" {...days} open={wholeFigure} className="qd-quiet-link">
                  {money(open.data?.total.value, open.data?.currency ?? null)}
                </MeasureLink>
              </dd>
              <dt>Missing to target</dt>
              <dd>
                <MeasureLink name="missing-to-target" {...days} className="qd-quiet-link">
                  {money(missing?.value, open.data?.currency ?? null)}
                </MeasureLink>
              </dd>
              <dt>Needed at the win rate</dt>
              <dd>{needed === null ? "–" : times(needed)}</dd>
            </dl>
            <p className="qd-panel-note">
              {rate === null || !won.data ? (
                (won.data?.total.reason ?? "…")
              ) : (
                <>
                  1 ÷ win rate by value,{" "}
                  <MeasureLink name="win-rate" {...before} className="qd-quiet-link">
                    {formatRate(rate)}
                  </MeasureLink>{" "}
                  of what was decided in four quarters, n = {formatCount(won.data.total.n)}
                </>
              )}
            </p>
          </>
        )}
      </Answer>
    </Panel>
  );
}

const money = (value: string | number | null | undefined, currency: string | null) =>
  value === null || value === undefined ? "–" : formatMoneyShort(String(value), currency ?? "USD");

/** The four fiscal quarters before the one of the shown day. */
function useFourQuarters(): { from: string; to: string } {
  const { calendar } = useWorkspace();
  const { day } = useShownDay();
  const now = day.toString();
  return useMemo(() => {
    const quarter = calendar.periodOf(Temporal.PlainDate.from(now), "quarter");
    let first = quarter;
    for (let step = 0; step < 4; step++) first = calendar.previous(first);
    return { from: first.startsOn.toString(), to: quarter.startsOn.subtract({ days: 1 }).toString() };
  }, [calendar, now]);
}
