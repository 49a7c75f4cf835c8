/** A measure period by period. */
import { useAsk, useAskAll, useAsOf, useShownDay } from "#base/ui";
import { askMeasure } from "../contract.ts";
import { useTrendPeriods } from "./periods.ts";
import { standsOnADay } from "./standing.ts";

export interface Trended {
  readonly name: string;
  readonly dimensions: readonly string[];
}
export interface TrendValue {
  readonly key: string;
  readonly from: string;
  readonly to: string;
  readonly value: number | null;
  readonly text: string | number | null;
  readonly n: number;
  readonly reason: string | null;
}

/** These need a period and what was known at its end. */
const both = new Set(["velocity", "coverage"]);

interface Base {
  readonly where?: string[];
  readonly switches?: string[];
}

/** The measure's values in the latest `count` periods, oldest first; one question where it can be one. */
export function useTrend(measure: Trended, grain: "quarter" | "month", count: number, base: Base) {
  const asOf = useAsOf();
  const shown = useShownDay().day.toString();
  const { periods, from, to } = useTrendPeriods(grain, count);
  const params = { name: measure.name };
  const whole = !standsOnADay(measure.name) && !both.has(measure.name) && measure.dimensions.includes(grain);
  const once = useAsk(
    askMeasure,
    { params, query: { from, to, by: grain, ...base, ...(asOf ? { asOf } : {}) } },
    { enabled: whole },
  );
  const days = periods.map((period) => ({
    key: period.key,
    from: period.startsOn.toString(),
    to: period.endsOn.subtract({ days: 1 }).toString(),
  }));
  const each = useAskAll(
    askMeasure,
    whole
      ? []
      : days.map((period) => {
          const end = period.to < shown ? period.to : shown;
          const span = standsOnADay(measure.name) ? {} : { from: period.from, to: period.to };
          return { params, query: { ...span, ...base, asOf: end } };
        }),
  );
  const values = days.map((period, index): TrendValue | null => {
    const row = whole ? once.data?.rows.find((found) => found.key === period.key) : each[index]?.data?.total;
    if (!row) return null;
    return {
      ...period,
      value: row.value === null ? null : Number(row.value),
      text: row.value,
      n: row.n,
      reason: row.reason,
    };
  });
  const answered = whole
    ? once.data !== undefined
    : each.every((one) => one.data !== undefined || one.error !== null);
  return {
    values,
    days,
    loading: !answered && (whole ? once.error === null : true),
    error: whole ? once.error : (each.find((one) => one.error)?.error ?? null),
    currency: (whole ? once.data : each.find((one) => one.data)?.data)?.currency ?? null,
  };
}
