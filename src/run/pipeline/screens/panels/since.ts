/** From which day on what changed is told. Pure. */
export type Since = "visit" | "monday" | "month" | "quarter";

interface Ground {
  /** The day that is shown. */
  readonly day: Temporal.PlainDate;
  /** The day of the last visit before it, or null. */
  readonly visited: string | null;
  /** The first day of its fiscal quarter. */
  readonly quarterFrom: Temporal.PlainDate;
}

/** The last Monday before the day; on a Monday that of the week before, so that there is always something to look back on. */
export function mondayBefore(day: Temporal.PlainDate): Temporal.PlainDate {
  return day.subtract({ days: day.dayOfWeek === 1 ? 7 : day.dayOfWeek - 1 });
}

/** What can be chosen, the usual one first: the last visit where there was one, else Monday. */
export function sincesOf({ day, visited }: Pick<Ground, "day" | "visited">): readonly Since[] {
  const seen = visited !== null && visited < day.toString();
  return [...(seen ? (["visit"] as const) : []), "monday", "month", "quarter"];
}

/** The day at whose end looking back begins, and how it is named. */
export function beginningOf(
  since: Since,
  { day, visited, quarterFrom }: Ground,
): { from: string; named: string } {
  if (since === "visit" && visited !== null) return { from: visited, named: visited };
  const first =
    since === "quarter" ? quarterFrom : since === "month" ? day.subtract({ days: 27 }) : mondayBefore(day);
  return { from: first.subtract({ days: 1 }).toString(), named: first.toString() };
}
