/** One measure in the catalogue. Its eight quarters are one question; the last two of them are its figures. */
import { formatCount, formatFigure, Sparkline, useAsk, useAsOf, useSlices } from "#base/ui";
import { Skeleton } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { askMeasure } from "../contract.ts";
import { useTrendPeriods } from "./periods.ts";

export interface MeasureFacts {
  readonly name: string;
  readonly label: string;
  readonly sentence: string;
  readonly unit: string;
}

interface Row {
  readonly key: string;
  readonly value: string | number | null;
  readonly n: number;
  readonly reason: string | null;
}

/** A measure over the last eight fiscal quarters, oldest first; null where a quarter has no figure. */
export function useQuarterly(name: string) {
  const asOf = useAsOf();
  const { where } = useSlices();
  const { periods, from, to } = useTrendPeriods("quarter", 8);
  const slice = where.length > 0 ? { where } : {};
  const asked = useAsk(askMeasure, {
    params: { name },
    query: { from, to, by: "quarter", ...slice, ...(asOf ? { asOf } : {}) },
  });
  const byKey = new Map<string, Row>((asked.data?.rows ?? []).map((row) => [row.key, row]));
  const rows = periods.map((period) => byKey.get(period.key) ?? null);
  return { asked, rows, now: rows.at(-1) ?? null, before: rows.at(-2) ?? null };
}

export function MeasureRow({ measure }: { measure: MeasureFacts }) {
  const { asked, rows, now, before } = useQuarterly(measure.name);
  const currency = asked.data?.currency ?? null;
  const shown = (row: Row | null) =>
    row === null || row.value === null ? (
      <span className="qd-faint" title={row?.reason ?? "Nothing in this quarter"}>
        –
      </span>
    ) : (
      <span className="qd-number">{formatFigure(row.value, measure.unit, currency)}</span>
    );
  const values = rows.map((row) => (row === null || row.value === null ? null : Number(row.value)));
  return (
    <tr>
      <td>
        <Link to={"/measures/$name" as "/"} params={{ name: measure.name } as never} className="qd-measure">
          <span className="qd-strong">{measure.label}</span>
          <span className="qd-faint qd-truncate">{measure.sentence}</span>
        </Link>
      </td>
      {asked.data === undefined ? (
        <td colSpan={4}>
          {asked.error ? <span className="qd-dim">{asked.error.message}</span> : <Skeleton h={12} w="70%" ml="auto" />}
        </td>
      ) : (
        <>
          <td data-align="right" className="qd-strong">
            {shown(now)}
          </td>
          <td data-align="right" className="qd-dim" data-wide>
            {shown(before)}
          </td>
          <td data-wide>
            <Sparkline
              width={120}
              values={values}
              label={`${measure.label} over eight quarters: ${values.map((value) => (value === null ? "none" : formatFigure(value, measure.unit, currency))).join(", ")}`}
            />
          </td>
          <td data-align="right" className="qd-dim">
            {now ? formatCount(now.n) : "–"}
          </td>
        </>
      )}
    </tr>
  );
}
