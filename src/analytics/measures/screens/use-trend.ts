/** A measure period by period. */
import { useAsk, useAskAll, useAsOf, useShownDay, useWorkspace } from "#base/ui";
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
  /** Of a share of a count: where it likely lies. */
  readonly interval: { readonly low: number; readonly high: number } | null;
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
      interval: row.interval,
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

/** The measure in the quarter before, as it stood as many days after its start as have gone of the shown one. */
export function useSamePoint(
  measure: Trended,
  base: Base,
): { value: number | null; text: string | number | null } | null {
  const { calendar } = useWorkspace();
  const { day } = useShownDay();
  const quarter = calendar.periodOf(day, "quarter");
  const before = calendar.previous(quarter);
  const gone = quarter.startsOn.until(day, { largestUnit: "days" });
  const last = before.endsOn.subtract({ days: 1 });
  const then = before.startsOn.add(gone);
  const asOf = (Temporal.PlainDate.compare(then, last) > 0 ? last : then).toString();
  const span = standsOnADay(measure.name) ? {} : { from: before.startsOn.toString(), to: last.toString() };
  const { data } = useAsk(askMeasure, { params: { name: measure.name }, query: { ...span, ...base, asOf } });
  if (!data) return null;
  const { value } = data.total;
  return { value: value === null ? null : Number(value), text: value };
}
