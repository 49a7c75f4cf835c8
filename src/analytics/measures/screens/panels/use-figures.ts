/** Figures of a panel: measures over fiscal periods as of the day that is shown, for the part of the company that is shown. */
import { useAsk, useAsOf, useShownDay, useSlices, useWorkspace } from "#base/ui";
import { askMeasure } from "../../contract.ts";

/** A fiscal period as a panel names it and asks for it. `to` is its last day. */
export interface Stretch {
  readonly key: string;
  readonly from: string;
  readonly to: string;
  /** How many days it has, and how many of them are over at the end of the shown day. */
  readonly days: number;
  readonly gone: number;
}

/** The fiscal quarter and year of the shown day, and the quarter after. */
export function useStretches(): { quarter: Stretch; next: Stretch; year: Stretch } {
  const { calendar } = useWorkspace();
  const { day } = useShownDay();
  const stretch = (period: ReturnType<typeof calendar.periodOf>): Stretch => {
    const days = period.startsOn.until(period.endsOn, { largestUnit: "days" }).days;
    const gone = period.startsOn.until(day, { largestUnit: "days" }).days + 1;
    return {
      key: period.key,
      from: period.startsOn.toString(),
      to: period.endsOn.subtract({ days: 1 }).toString(),
      days,
      gone: Math.min(days, Math.max(0, gone)),
    };
  };
  const quarter = calendar.periodOf(day, "quarter");
  return {
    quarter: stretch(quarter),
    next: stretch(calendar.next(quarter)),
    year: stretch(calendar.periodOf(day, "year")),
  };
}

interface Span {
  readonly from: string;
  readonly to: string;
  readonly by?: string;
  readonly switches?: string[];
  /** Another day than the shown one. */
  readonly asOf?: string;
}

/** A measure over a span. The same question asked by two panels is asked once. */
export function useMeasure(name: string, { from, to, ...more }: Span) {
  const asOf = useAsOf();
  const { where } = useSlices();
  return useAsk(askMeasure, {
    params: { name },
    query: {
      from,
      to,
      ...(asOf ? { asOf } : {}),
      ...more,
      ...(where.length > 0 ? { where } : {}),
    },
  });
}
/** Coverage of the shown quarter and the next one, in one question. */
export function useCoverages() {
  const { quarter, next } = useStretches();
  return useMeasure("coverage", { from: quarter.from, to: next.to, by: "quarter" });
}

/** What is open to close in the shown quarter, by forecast category. */
export function useOpenInQuarter() {
  const { quarter } = useStretches();
  return useMeasure("open-pipeline", { from: quarter.from, to: quarter.to, by: "forecast-category" });
}

/** A measure over the fiscal year of the shown day, quarter by quarter. */
export function useYearly(name: string) {
  const { year } = useStretches();
  return useMeasure(name, { from: year.from, to: year.to, by: "quarter" });
}
export type Measured = ReturnType<typeof useMeasure>["data"];

/** One figure: its value, of how many records, or why there is none. */
export interface FigureTold {
  readonly value: string | number | null;
  readonly n: number;
  readonly reason: string | null;
}

/** The figure of a period in an answer by quarter; null while it is not there. */
export function rowOf(answer: Measured, key: string): FigureTold | null {
  return answer ? (answer.rows.find((row) => row.key === key) ?? null) : null;
}

/** Figures as numbers, for what is drawn and compared. */
export const numberOf = (figure: FigureTold | null | undefined): number | null =>
  figure === null || figure === undefined || figure.value === null ? null : Number(figure.value);
