/** One measure in the catalogue: the shown quarter, the one before, and eight of them as a line. */

import { Skeleton } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { formatCount, formatFigure, Sparkline, useDimensions, useSlices } from "#base/ui";
import { type Trended, type TrendValue, useSamePoint, useTrend } from "./use-trend.ts";

export interface MeasureFacts extends Trended {
  readonly label: string;
  readonly sentence: string;
  readonly unit: string;
}

/**
 * A measure over the last eight fiscal quarters; null where a quarter has no figure. `samePoint` is the quarter before as it
 * stood as many days after its start: a quarter that runs cannot be held against a whole one. `refusal` says why the
 * measure cannot be told for the scope.
 */
export function useQuarterly(measure: Trended) {
  const { where, refusal } = useWhere(measure);
  const trend = useTrend(measure, "quarter", 8, where);
  const samePoint = useSamePoint(measure, where);
  return {
    ...trend,
    values: refusal ? [] : trend.values,
    now: refusal ? null : (trend.values.at(-1) ?? null),
    before: refusal ? null : (trend.values.at(-2) ?? null),
    loading: trend.loading && refusal === null,
    error: refusal ? null : trend.error,
    samePoint: refusal ? null : samePoint,
    refusal,
  };
}

/** The slices to ask a measure for; a measure that cannot be cut by one of them says so instead of failing. */
function useWhere(measure: Trended) {
  const { where } = useSlices();
  const label = useDimensions();
  const unknown = where
    .map((slice) => slice.split("=")[0] ?? "")
    .find((dimension) => !measure.dimensions.includes(dimension));
  const name = label.find((one) => one.name === unknown)?.label.toLowerCase() ?? unknown;
  return {
    where: where.length > 0 && unknown === undefined ? { where } : {},
    refusal: unknown === undefined ? null : `Told for the whole company only, not by ${name}`,
  };
}

export function MeasureRow({ measure }: { measure: MeasureFacts }) {
  const { values, loading, error, currency, now, before, refusal } = useQuarterly(measure);
  return (
    <tr>
      <td>
        <Link to={"/measures/$name" as "/"} params={{ name: measure.name } as never} className="qd-measure">
          <span className="qd-strong">{measure.label}</span>
          <span className="qd-faint qd-truncate">{measure.sentence}</span>
        </Link>
      </td>
      {loading || error || refusal ? (
        <td colSpan={4}>
          {error || refusal ? (
            <span className="qd-faint">{error?.message ?? refusal}</span>
          ) : (
            <Skeleton h={12} w="70%" ml="auto" />
          )}
        </td>
      ) : (
        <>
          <td data-align="right" className="qd-strong">
            <Shown value={now} unit={measure.unit} currency={currency} />
          </td>
          <td data-align="right" className="qd-dim" data-wide>
            <Shown value={before} unit={measure.unit} currency={currency} />
          </td>
          <td data-wide>
            <Sparkline
              width={120}
              running
              values={values.map((one) => one?.value ?? null)}
              label={`${measure.label} over eight quarters: ${values.map((one) => spoken(one, measure.unit, currency)).join(", ")}`}
            />
          </td>
          <td data-align="right" className="qd-dim" data-wide>
            {now ? formatCount(now.n) : "–"}
          </td>
        </>
      )}
    </tr>
  );
}

function spoken(value: TrendValue | null, unit: string, currency: string | null): string {
  return value?.text === null || value === null ? "none" : formatFigure(value.text, unit, currency);
}

function Shown(props: { value: TrendValue | null; unit: string; currency: string | null }) {
  const { value } = props;
  if (value === null || value.text === null) {
    return (
      <span className="qd-faint" title={value?.reason ?? "Nothing in this quarter"}>
        –
      </span>
    );
  }
  return <span className="qd-number">{formatFigure(value.text, props.unit, props.currency)}</span>;
}
