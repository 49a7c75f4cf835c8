/** Six measures of this fiscal quarter, each with the quarter before and its trend. */

import { Link } from "@tanstack/react-router";
import { listMeasures } from "#analytics/contract";
import { useQuarterly } from "#analytics/screens";
import { Answer, Defined, formatFigure, Section, Sparkline, useAsk, useQuarters } from "#base/ui";

const watched = ["bookings", "win-rate", "average-deal", "sales-cycle", "pipeline-generated", "slippage"];

interface Measure {
  readonly name: string;
  readonly label: string;
  readonly sentence: string;
  readonly unit: string;
  readonly dimensions: readonly string[];
}

export function MeasuresToWatch() {
  const asked = useAsk(listMeasures, {});
  const quarters = useQuarters();
  return (
    <Section
      flush
      title={`Measures to watch, ${quarters.label}`}
      side={
        <Link to={"/measures" as "/"} className="qd-link">
          All measures
        </Link>
      }
    >
      <Answer of={asked}>
        {(data) => (
          <div className="qd-watch">
            {pick(data.measures).map((measure) => (
              <Watched key={measure.name} measure={measure} />
            ))}
          </div>
        )}
      </Answer>
    </Section>
  );
}

/** The six by name; where one is missing, the next of the catalogue takes its place. */
function pick(measures: readonly Measure[]): Measure[] {
  const wanted = watched.flatMap((name) => measures.filter((measure) => measure.name === name));
  return [...wanted, ...measures.filter((measure) => !wanted.includes(measure))].slice(0, 6);
}

function Watched({ measure }: { measure: Measure }) {
  const { values, loading, currency, now, before } = useQuarterly(measure);
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
        <span className="qd-figure-value qd-number">{loading ? "…" : shown(now?.text)}</span>
        <Sparkline
          values={values.map((one) => one?.value ?? null)}
          width={88}
          label={`${measure.label} over eight quarters`}
        />
      </div>
      <span className="qd-figure-note">{loading ? "…" : `${shown(before?.text)} in the quarter before`}</span>
    </div>
  );
}
