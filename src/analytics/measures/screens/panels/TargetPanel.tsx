/** What is booked against the target, in the fiscal quarter and the year: how much, how much is missing, and what that takes. */

import { Link } from "@tanstack/react-router";
import {
  Amount,
  Answer,
  counted,
  formatCount,
  formatMoneyShort,
  formatRate,
  Loading,
  Panel,
  type PanelProps,
  periodLabel,
} from "#base/ui";
import { MeasureLink, wholeFigure } from "./MeasureLink.tsx";
import { Quarters } from "./Quarters.tsx";
import { Reached } from "./Reached.tsx";
import { type FigureTold, numberOf, rowOf, type Stretch, useStretches, useYearly } from "./use-figures.ts";

const round = (rate: number) => Math.round(rate * 100) / 100;

export default function TargetPanel({ question }: PanelProps) {
  const { quarter, year } = useStretches();
  const booked = useYearly("bookings");
  const share = useYearly("attainment");
  const missing = useYearly("missing-to-target");
  const attained = numberOf(rowOf(share.data, quarter.key));
  return (
    <Panel
      question={question}
      finding={
        attained === null
          ? undefined
          : `${formatRate(round(attained))} of the quarter's target is booked, with ${formatRate(round(quarter.gone / quarter.days))} of its days gone`
      }
    >
      <Answer of={booked} loading={<Loading rows={5} />}>
        {(data) => (
          <div className="qd-goals">
            <Goal
              label={periodLabel(quarter.key)}
              stretch={quarter}
              currency={data.currency ?? "USD"}
              booked={rowOf(data, quarter.key)}
              share={rowOf(share.data, quarter.key)}
              missing={rowOf(missing.data, quarter.key)}
              known={share.data !== undefined && missing.data !== undefined}
            />
            <Goal
              label={year.key}
              stretch={year}
              currency={data.currency ?? "USD"}
              booked={data.total}
              share={share.data?.total ?? null}
              missing={missing.data?.total ?? null}
              known={share.data !== undefined && missing.data !== undefined}
            />
            <Quarters shown={quarter.key} booked={data} share={share.data} />
          </div>
        )}
      </Answer>
    </Panel>
  );
}

function Goal(props: {
  label: string;
  stretch: Stretch;
  currency: string;
  booked: FigureTold | null;
  share: FigureTold | null;
  missing: FigureTold | null;
  /** Whether the target has been asked for and answered. */
  known: boolean;
}) {
  const { label, stretch, currency } = props;
  const [booked, share, missing] = [props.booked, props.share, props.missing].map(numberOf);
  const days = { from: stretch.from, to: stretch.to };
  const target = typeof missing === "number" ? missing + (booked ?? 0) : null;
  const n = props.booked?.n ?? 0;
  return (
    <section aria-label={label} className="qd-goal">
      <div className="qd-goal-head">
        <h3>{label}</h3>
        <span className="qd-faint">
          day {stretch.gone} of {stretch.days}
        </span>
      </div>
      <div className="qd-goal-figures">
        <MeasureLink name="bookings" {...days} open={wholeFigure}>
          <Amount amount={String(booked ?? 0)} currency={currency} className="qd-goal-value" />
        </MeasureLink>
        <span className="qd-dim">
          {target === null ? (
            "booked"
          ) : (
            <>
              of{" "}
              <Link to={"/targets" as "/"} className="qd-quiet-link">
                {formatMoneyShort(String(target), currency)}
              </Link>{" "}
              booked
            </>
          )}
        </span>
        {typeof share === "number" ? (
          <MeasureLink name="attainment" {...days} className="qd-plain-link qd-goal-share">
            {formatRate(round(share))}
          </MeasureLink>
        ) : null}
      </div>
      <Reached share={share ?? null} gone={stretch.gone / stretch.days} />
      <p className="qd-figure-note">
        {typeof missing === "number" ? (
          <Needed missing={missing} stretch={stretch} currency={currency} />
        ) : props.known ? (
          <>
            {props.missing?.reason ?? "No target is entered for the period."}{" "}
            <Link to={"/targets" as "/"} className="qd-link">
              To the targets
            </Link>
          </>
        ) : (
          "…"
        )}
        {" · "}
        {formatCount(n)} won
      </p>
    </section>
  );
}

/** What is missing, and what that is for each week that is left. */
function Needed(props: { missing: number; stretch: Stretch; currency: string }) {
  const { missing, stretch, currency } = props;
  const money = (amount: number) => formatMoneyShort(String(Math.abs(amount)), currency);
  const days = { from: stretch.from, to: stretch.to };
  if (missing <= 0)
    return (
      <MeasureLink name="missing-to-target" {...days} className="qd-quiet-link">
        {missing === 0 ? "The target is reached" : `${money(missing)} beyond the target`}
      </MeasureLink>
    );
  const left = stretch.days - stretch.gone;
  return (
    <>
      <MeasureLink name="missing-to-target" {...days} className="qd-quiet-link">
        {money(missing)} missing
      </MeasureLink>
      {left > 7 ? `, ${money((missing / left) * 7)} a week` : `, ${counted(left, "day")} left`}
    </>
  );
}
