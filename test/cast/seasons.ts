import type { Chance } from "./chance.ts";
import { type Day, dateOfDay, dayOf, workingDayUntil } from "./days.ts";

/** The fiscal year starts in February and is named by the calendar year in which it ends. */
export const fiscalStartMonth = 2;

/** How many opportunities begin in a month, January to December, next to an even year: budgets in spring, quiet in summer. */
const openingByMonth = [0.82, 1.12, 1.2, 1.14, 1.06, 0.98, 0.74, 0.68, 1.16, 1.2, 1.06, 0.74];

/** How much selling begins on a day: the season times the growth of the company, which adds a sixth in a year. */
export function openingWeight(day: Day, beginsDay: Day): number {
  const season = openingByMonth[dateOfDay(day).month - 1] ?? 1;
  return season * (1 + (day - beginsDay) / 365 / 6);
}

/** The first day of the fiscal quarter that holds the day. */
export function quarterStart(day: Day): Day {
  const date = dateOfDay(day);
  const monthsIntoQuarter = (date.month - fiscalStartMonth + 12) % 3;
  return dayOf(date.with({ day: 1 }).subtract({ months: monthsIntoQuarter }));
}

/** The first day of the next fiscal quarter. */
export function nextQuarterStart(day: Day): Day {
  return dayOf(dateOfDay(quarterStart(day)).add({ months: 3 }));
}

/** The fiscal year that holds the day: 2027 for February 2026 to January 2027. */
export function fiscalYearOf(day: Day): number {
  const { year, month } = dateOfDay(day);
  return month >= fiscalStartMonth ? year + 1 : year;
}

const quarterEnds = new Map<Day, Day>();

/** The last working day of the fiscal quarter that holds the day. */
export function lastWorkingDayOfQuarter(day: Day): Day {
  const known = quarterEnds.get(day);
  if (known !== undefined) return known;
  const end = workingDayUntil(nextQuarterStart(day) - 1);
  quarterEnds.set(day, end);
  return end;
}

/** The last working day of the month that holds the day. */
function lastWorkingDayOfMonth(day: Day): Day {
  const date = dateOfDay(day);
  return workingDayUntil(day - date.day + date.daysInMonth);
}

/**
 * The day that a seller writes down as the expected close: mostly the end of a quarter or of a month, seldom the day
 * that the course of the opportunity suggests.
 */
export function wishedCloseDay(natural: Day, chance: Chance): Day {
  const wish = chance.number();
  const quarterEnd = lastWorkingDayOfQuarter(natural);
  if (wish < (quarterEnd - natural < 45 ? 0.55 : 0.42)) return quarterEnd;
  if (wish < 0.75) return lastWorkingDayOfMonth(natural);
  return workingDayUntil(natural);
}

/** Europe signs little in August and nobody much in the second half of December: such a wish waits for the month after. */
export function afterTheQuietWeeks(day: Day, region: string): Day {
  const date = dateOfDay(day);
  if (region === "europe" && date.month === 8) return day + 31;
  if (date.month === 12 && date.day > 18) return day + 24;
  return day;
}
