import { type Day, dayOf, workingDayFrom } from "./days.ts";
import { quarterStart } from "./seasons.ts";

/** The company on stage. Everything about it is invented; its addresses end in .example, which nobody can own. */
export const company = {
  name: "Fathom & Vane",
  domain: "fathomvane.example",
  currency: "USD",
  secondCurrency: "EUR",
  timeZone: "America/New_York",
  fiscalStartMonth: 2,
} as const;

/** The company that Fathom & Vane buys. */
export const acquired = { name: "Elbholm Messtechnik", short: "Elbholm", domain: "elbholm.example" } as const;

/** The days on which the story turns. All follow from the day on which it is told. */
export interface Story {
  /** The first day of the records: a fiscal quarter's start, at least 27 months before the telling. */
  beginsDay: Day;
  /** The last day on which something has happened: the day before the telling. */
  lastDay: Day;
  /** The day on which the story is told (as of). */
  asOfDay: Day;
  /** The VP of Sales Operations takes her seat; until then the Director reported to the CRO. */
  vpArrivesDay: Day;
  /** The teams of the region Atlantic are regrouped, in the middle of a fiscal year. */
  reorganizedDay: Day;
  /** Elbholm's people, accounts and open pipeline become ours. */
  acquiredDay: Day;
}

/** Takes the day on which the story is told; gives its turning points. */
export function storyAsOf(asOf: Temporal.PlainDate): Story {
  const asOfDay = dayOf(asOf);
  const reorganized = lastMonthStart(asOf, 8, 3);
  const fresh = Temporal.PlainDate.compare(reorganized, asOf.subtract({ months: 8 })) > 0;
  const acquiredOn = fresh ? reorganized.subtract({ months: 5 }) : reorganized.add({ months: 4 });
  return {
    beginsDay: quarterStart(dayOf(asOf.subtract({ months: 27 }))),
    lastDay: asOfDay - 1,
    asOfDay,
    vpArrivesDay: workingDayFrom(dayOf(lastMonthStart(asOf, 2, 13))),
    reorganizedDay: workingDayFrom(dayOf(reorganized)),
    acquiredDay: workingDayFrom(dayOf(acquiredOn)),
  };
}

/** The latest first day of the given calendar month that lies at least so many months back. */
function lastMonthStart(asOf: Temporal.PlainDate, month: number, monthsBack: number): Temporal.PlainDate {
  const latest = asOf.subtract({ months: monthsBack });
  const start = Temporal.PlainDate.from({ year: latest.year, month, day: 1 });
  return Temporal.PlainDate.compare(start, latest) <= 0 ? start : start.subtract({ years: 1 });
}
