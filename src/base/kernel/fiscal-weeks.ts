import {
  type Division,
  type FiscalRules,
  type Grain,
  type Period,
  padded,
  yearEndingAfter,
} from "./fiscal-period.ts";

interface WeekYear {
  readonly name: number;
  readonly startsOn: Temporal.PlainDate;
  /** 52 or 53. */
  readonly weeks: number;
  /** For each week of the year the period of a grain to which it belongs. */
  readonly periodsOfWeeks: (grain: Grain) => readonly Period[];
}

/**
 * Fiscal years of whole weeks (52 or 53), in quarters of three months of four or five weeks; a 53rd week belongs
 * to the twelfth month. A year is named by the calendar year of the month at whose end it ends: "FY2027",
 * "FY2027-Q1", "FY2027-M01", "FY2027-W01". (The retail calendar of the NRF is February, 4-5-4, Saturday, nearest;
 * it names years by their start, so its fiscal 2023 is FY2024 here.)
 */
export function weekDivision(rules: FiscalRules): Division {
  const yearNamed = remembered((name: number): WeekYear => {
    const startsOn = yearEnd(name - 1, rules).add({ days: 1 });
    const weeks = (startsOn.until(yearEnd(name, rules), { largestUnit: "day" }).days + 1) / 7;
    const spread = (grain: Grain) => spreadOver(grain, name, startsOn, periodWeeks(grain, weeks, rules));
    return { name, startsOn, weeks, periodsOfWeeks: remembered(spread) };
  });

  function yearOf(date: Temporal.PlainDate): WeekYear {
    // The year's end moves around the month's end by some days, so the guess can be one off to either side.
    let year = yearNamed(yearEndingAfter(date, rules.startMonth));
    while (weeksInto(year, date) < 0) year = yearNamed(year.name - 1);
    while (weeksInto(year, date) >= year.weeks) year = yearNamed(year.name + 1);
    return year;
  }

  function periodOf(date: Temporal.PlainDate, grain: Grain): Period {
    if (grain === "day")
      return { grain, key: date.toString(), startsOn: date, endsOn: date.add({ days: 1 }) };
    const year = yearOf(date);
    const period = year.periodsOfWeeks(grain)[weeksInto(year, date)];
    if (period === undefined) throw new RangeError(`No fiscal ${grain} holds ${date}.`);
    return period;
  }

  function startOf(key: string): { grain: Grain; startsOn: Temporal.PlainDate } | null {
    const parts = /^FY(\d{4})(?:-[QMW]\d{1,2})?$/.exec(key);
    if (parts === null) return null;
    const year = yearNamed(Number(parts[1]));
    const periods = (["year", "quarter", "month", "week"] as const).flatMap(year.periodsOfWeeks);
    return periods.find((period) => period.key === key) ?? null;
  }

  return { periodOf, startOf, examples: "FY2027, FY2027-Q1, FY2027-M01, FY2027-W01 or 2027-03-01" };
}

/** How many weeks each period of a grain has in a year; the 53rd falls to the last one. */
function periodWeeks(grain: Grain, weeks: number, rules: FiscalRules): number[] {
  if (grain === "year") return [weeks];
  if (grain === "week") return Array<number>(weeks).fill(1);
  const ofQuarter = grain === "quarter" ? [13] : rules.pattern.split("-").map(Number);
  const lengths = [...ofQuarter, ...ofQuarter, ...ofQuarter, ...ofQuarter];
  return lengths.map((length, at) => (at === lengths.length - 1 ? length + weeks - 52 : length));
}

/** The periods of a year one after the other, each repeated for every week that it has. */
function spreadOver(
  grain: Grain,
  name: number,
  yearStartsOn: Temporal.PlainDate,
  lengths: number[],
): Period[] {
  const periods: Period[] = [];
  for (const [at, length] of lengths.entries()) {
    const startsOn = yearStartsOn.add({ weeks: periods.length });
    const period = {
      grain,
      key: keyOf(name, grain, at + 1),
      startsOn,
      endsOn: startsOn.add({ weeks: length }),
    };
    periods.push(...Array<Period>(length).fill(period));
  }
  return periods;
}

function keyOf(name: number, grain: Grain, number: number): string {
  const year = `FY${padded(name, 4)}`;
  if (grain === "quarter") return `${year}-Q${number}`;
  if (grain === "month") return `${year}-M${padded(number, 2)}`;
  return grain === "week" ? `${year}-W${padded(number, 2)}` : year;
}

/** How many whole weeks of a year have passed before the week of a date; below zero before the year. */
function weeksInto(year: WeekYear, date: Temporal.PlainDate): number {
  return Math.floor(year.startsOn.until(date, { largestUnit: "day" }).days / 7);
}

/** The last day of the year of a name: the given weekday last in, or nearest to the end of, the month before the start. */
function yearEnd(name: number, rules: FiscalRules): Temporal.PlainDate {
  const month = rules.startMonth === 1 ? 12 : rules.startMonth - 1;
  const monthEnd = Temporal.PlainDate.from({ year: name, month, day: 31 }, { overflow: "constrain" });
  const daysBack = (monthEnd.dayOfWeek - rules.yearEndsOnWeekday + 7) % 7;
  const nextIsNearer = rules.yearEnds === "nearest" && daysBack > 3;
  return monthEnd.add({ days: nextIsNearer ? 7 - daysBack : -daysBack });
}

/** Works each answer out once: placing records in their periods asks for the same few years again and again. */
function remembered<Key, Answer>(work: (key: Key) => Answer): (key: Key) => Answer {
  const known = new Map<Key, Answer>();
  return (key) => {
    const found = known.get(key) ?? work(key);
    known.set(key, found);
    return found;
  };
}
