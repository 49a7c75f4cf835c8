/** How the next fiscal quarter begins: what is open to close in it, against this quarter at the same point before it began. */

import {
  Answer,
  Change,
  formatCount,
  formatFigure,
  formatMoneyShort,
  Loading,
  Panel,
  type PanelProps,
  periodLabel,
  useShownDay,
} from "#base/ui";
import { MeasureLink, wholeFigure } from "./MeasureLink.tsx";
import { numberOf, rowOf, useCoverages, useMeasure, useStretches } from "./use-figures.ts";

export default function NextQuarterPanel({ question }: PanelProps) {
  const { quarter, next } = useStretches();
  const { day } = useShownDay();
  const ahead = day.until(Temporal.PlainDate.from(next.from), { largestUnit: "days" }).days;
  const then = Temporal.PlainDate.from(quarter.from).subtract({ days: ahead }).toString();
  const days = { from: next.from, to: next.to };
  const open = useMeasure("open-pipeline", days);
  const before = useMeasure("open-pipeline", { from: quarter.from, to: quarter.to, asOf: then });
  const missing = useMeasure("missing-to-target", days);
  const [now, was] = [numberOf(open.data?.total), numberOf(before.data?.total)];
  const currency = open.data?.currency ?? "USD";
  const label = periodLabel(next.key);
  return (
    <Panel
      question={question}
      finding={
        now === null
          ? undefined
          : was === null
            ? `${label} has ${formatMoneyShort(String(now), currency)} so far`
            : `${label} begins with ${now === was ? "as much as" : now > was ? "more than" : "less than"} ${periodLabel(quarter.key).split(" ")[0]} did`
      }
    >
      <Answer of={open} loading={<Loading rows={5} />}>
        {({ total }) => (
          <>
            <div className="qd-goal-figures">
              <MeasureLink name="open-pipeline" {...days} open={wholeFigure}>
                <span className="qd-goal-value qd-number">
                  {now === null ? "–" : formatMoneyShort(String(now), currency)}
                </span>
              </MeasureLink>
              <span className="qd-dim">{now === null ? total.reason : `open to close in ${label}`}</span>
            </div>
            <Facts was={was} now={now} currency={currency} />
            <p className="qd-panel-note">
              {missing.data?.total.reason ?? `It begins in ${ahead} days.`} n = {formatCount(total.n)} open.
            </p>
          </>
        )}
      </Answer>
    </Panel>
  );
}

/** What goes with it: the quarter before at the same point, and how far it covers the target. */
function Facts(props: { was: number | null; now: number | null; currency: string }) {
  const { was, now, currency } = props;
  const { quarter, next } = useStretches();
  const days = { from: next.from, to: next.to };
  const coverage = numberOf(rowOf(useCoverages().data, next.key));
  const weighted = useMeasure("weighted-pipeline", days);
  const missing = useMeasure("missing-to-target", days);
  return (
    <dl className="qd-panel-facts">
      <dt>{periodLabel(quarter.key)} had, as early</dt>
      <dd>
        {was === null ? (
          <span className="qd-faint">–</span>
        ) : (
          <>
            {formatMoneyShort(String(was), currency)}{" "}
            {now === null ? null : <Change amount={String(now - was)} currency={currency} />}
          </>
        )}
      </dd>
      <dt>Weighted by probability</dt>
      <dd>
        <MeasureLink name="weighted-pipeline" {...days} className="qd-quiet-link">
          {weighted.data?.total.value ? formatMoneyShort(String(weighted.data.total.value), currency) : "–"}
        </MeasureLink>
      </dd>
      <dt>Target</dt>
      <dd>
        <MeasureLink name="missing-to-target" {...days} className="qd-quiet-link">
          {missing.data?.total.value ? formatMoneyShort(String(missing.data.total.value), currency) : "–"}
        </MeasureLink>
      </dd>
      <dt>Coverage</dt>
      <dd>
        <MeasureLink name="coverage" {...days} className="qd-quiet-link">
          {coverage === null ? "–" : formatFigure(coverage, "ratio", null)}
        </MeasureLink>
      </dd>
    </dl>
  );
}
