/** A measure in this fiscal quarter so far, against the same day of the one before, and its trend. */
import { Skeleton } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { Change, Defined, formatCount, formatFigure, Sparkline } from "#base/ui";
import { intervalText } from "./MeasureFigure.tsx";
import { useQuarterly } from "./MeasureRow.tsx";

export interface Watchable {
  readonly name: string;
  readonly label: string;
  readonly sentence: string;
  readonly unit: string;
  readonly dimensions: readonly string[];
}

export function WatchedMeasure({ measure }: { measure: Watchable }) {
  const { values, loading, currency, now, samePoint, refusal } = useQuarterly(measure);
  const shown = (value: string | number | null | undefined) =>
    value === null || value === undefined ? "–" : formatFigure(value, measure.unit, currency);
  return (
    <div className="qd-watched">
      <div className="qd-watched-head">
        <Link to={"/measures/$name" as "/"} params={{ name: measure.name } as never}>
          {measure.label}
        </Link>
        <Defined definition={measure.sentence}>
          <span className="qd-faint">?</span>
        </Defined>
      </div>
      <div className="qd-watched-row">
        <span className="qd-figure-value qd-number" title={now?.reason ?? refusal ?? undefined}>
          {loading ? <Skeleton h={26} w={84} my={2} /> : shown(now?.text)}
        </span>
        {loading ? null : (
          <Sparkline
            values={values.map((one) => one?.value ?? null)}
            width={96}
            running
            label={`${measure.label} over eight quarters`}
          />
        )}
      </div>
      <span className="qd-figure-note">
        {loading ? (
          "…"
        ) : refusal ? (
          refusal
        ) : (
          <>
            {shown(samePoint?.text)} at this point of the quarter before{" "}
            <Difference
              now={now?.value ?? null}
              then={samePoint?.value ?? null}
              unit={measure.unit}
              currency={currency}
            />
          </>
        )}
      </span>
      {loading || !now || now.value === null ? null : (
        <span className="qd-figure-note qd-watched-n">
          from {formatCount(now.n)}
          {now.interval ? `, likely ${intervalText(now.interval)}` : ""}
        </span>
      )}
    </div>
  );
}

/** How far apart the two are, where a difference says something: amounts, shares and counts. */
function Difference(props: {
  now: number | null;
  then: number | null;
  unit: string;
  currency: string | null;
}) {
  const { now, then, unit } = props;
  if (now === null || then === null || !["money", "rate", "count"].includes(unit)) return null;
  const kind = unit === "rate" ? "points" : unit === "money" ? "money" : "count";
  return <Change amount={String(now - then)} currency={props.currency} unit={kind} goodWhen="neither" />;
}
