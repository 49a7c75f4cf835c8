/** The steps by which the shown day moves. */

export type Step = "day" | "week" | "month" | "quarter";
const steps: Record<Step, Temporal.DurationLike> = {
  day: { days: 1 },
  week: { weeks: 1 },
  month: { months: 1 },
  quarter: { months: 3 },
};

/** One step back (−1) or on (+1). The last day of a month leads to the last day of a month. */
export function stepDay(day: Temporal.PlainDate, step: Step, way: 1 | -1): Temporal.PlainDate {
  const next = way === 1 ? day.add(steps[step]) : day.subtract(steps[step]);
  const byMonth = step === "month" || step === "quarter";
  return byMonth && day.day === day.daysInMonth ? next.with({ day: next.daysInMonth }) : next;
}
