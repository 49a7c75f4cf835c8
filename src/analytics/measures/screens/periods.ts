/** The stretches of time that a measure is asked for, in the company's fiscal calendar. */

import { one, periodLabel, useAddress, useShownDay, useWorkspace } from "#base/ui";
import { standsOnADay } from "./standing.ts";

export interface Span {
  readonly id: string;
  readonly label: string;
  readonly from: string;
  readonly to: string;
}
type Grain = "quarter" | "month" | "year";

/** The presets as of the shown day: this and the last quarter, the last four, this and the last year. */
export function useSpans(): Span[] {
  const { calendar } = useWorkspace();
  const { day } = useShownDay();
  const period = (grain: Grain) => calendar.periodOf(day, grain);
  const span = (
    id: string,
    label: string,
    first: { startsOn: Temporal.PlainDate },
    last: { endsOn: Temporal.PlainDate },
  ): Span => ({
    id,
    label,
    from: first.startsOn.toString(),
    to: last.endsOn.subtract({ days: 1 }).toString(),
  });
  const quarter = period("quarter");
  const before = calendar.previous(quarter);
  const year = period("year");
  let first = before;
  for (let step = 0; step < 3; step++) first = calendar.previous(first);
  return [
    span("this-quarter", periodLabel(quarter.key), quarter, quarter),
    span("last-quarter", periodLabel(before.key), before, before),
    span("four-quarters", "Last four quarters", first, before),
    span("this-year", year.key, year, year),
    span("last-year", calendar.previous(year).key, calendar.previous(year), calendar.previous(year)),
  ];
}

/** Where a measure stands on a day, its usual span is no span at all. */
const wholeTime: Span = { id: "any", label: "whenever it closes", from: "", to: "" };

/** The span of the address: a preset, or the days it names. */
export function useSpan(name: string): {
  span: Span;
  spans: Span[];
  choose: (span: { from: string; to: string }) => void;
} {
  const [search, change] = useAddress();
  const periods = useSpans();
  const spans = standsOnADay(name) ? [wholeTime, ...periods] : periods;
  const usual = spans[0] ?? { id: "none", label: "", from: "", to: "" };
  const from = one(search, "from", usual.from);
  const to = one(search, "to", usual.to);
  const known = spans.find((span) => span.from === from && span.to === to);
  return {
    span: known ?? { id: "other", label: "Other days", from, to },
    spans,
    choose: (next) => {
      const usualOne = next.from === usual.from && next.to === usual.to;
      change({ from: usualOne ? undefined : next.from, to: usualOne ? undefined : next.to, open: undefined });
    },
  };
}

/** The periods of the trend, oldest first, ending with the one that holds the shown day. */
export function useTrendPeriods(grain: "quarter" | "month", count: number) {
  const { calendar } = useWorkspace();
  const { day } = useShownDay();
  const periods = [calendar.periodOf(day, grain)];
  for (let step = 1; step < count; step++) {
    const first = periods[0];
    if (first) periods.unshift(calendar.previous(first));
  }
  const from = periods[0]?.startsOn.toString() ?? "";
  const to = periods.at(-1)?.endsOn.subtract({ days: 1 }).toString() ?? "";
  return { periods, from, to };
}
