/** The quarters of the fiscal year beside each other: how far each reached its target. */
import { formatMoneyShort, formatRate, periodLabel, useWorkspace } from "#base/ui";
import { MeasureLink } from "./MeasureLink.tsx";
import { Reached } from "./Reached.tsx";
import { type Measured, numberOf, rowOf } from "./use-figures.ts";

export function Quarters(props: { shown: string; booked: Measured; share: Measured }) {
  const { calendar, currency } = useWorkspace();
  const year = calendar.periodOf(calendar.parse(props.shown).startsOn, "year");
  let next = calendar.periodOf(year.startsOn, "quarter");
  const quarters = [next];
  for (let step = 1; step < 4; step++) {
    next = calendar.next(next);
    quarters.push(next);
  }
  return (
    <ul className="qd-year-quarters" aria-label="Quarter by quarter">
      {quarters.map((quarter) => {
        const share = numberOf(rowOf(props.share, quarter.key));
        const booked = numberOf(rowOf(props.booked, quarter.key));
        const days = {
          from: quarter.startsOn.toString(),
          to: quarter.endsOn.subtract({ days: 1 }).toString(),
        };
        return (
          <li key={quarter.key} data-shown={quarter.key === props.shown || undefined}>
            <span className="qd-quarter-head">
              <MeasureLink name="attainment" {...days} by="person" className="qd-plain-link">
                {periodLabel(quarter.key).split(" ")[0]}
              </MeasureLink>
              <span className="qd-number">
                {share === null ? "–" : formatRate(Math.round(share * 100) / 100)}
              </span>
            </span>
            <Reached share={share} />
            <span className="qd-figure-note">
              {booked === null ? "–" : formatMoneyShort(String(booked), currency)}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
