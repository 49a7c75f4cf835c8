import { chanceFrom, hashOf, mix } from "./chance.ts";
import { type Day, dateOfDay, dayOf, instantOf } from "./days.ts";
import type { CastCost, CastTarget } from "./records.ts";
import { nextQuarterStart } from "./seasons.ts";
import { holderOf, type Seat } from "./seats.ts";
import type { Setting } from "./setting.ts";
import { company } from "./story.ts";

/** What one opportunity of a kind brings on average, won or not, in US dollars: the yardstick for the targets. */
const worthOfOne = { rep: 22_500, elbholm: 12_000, csm: 30_000 } as const;

/** A quarter's part of the year; the last one carries the most. */
const partOfTheYear = [0.24, 0.25, 0.24, 0.27];

/**
 * One target a person and fiscal quarter: for whoever holds a seat on the quarter's first day, from the second quarter
 * of the records (the first is a run-up from an empty pipeline) to the one after the present. Elbholm's sellers have targets since the first quarter that began with us.
 * Europe's are in euros.
 */
export function writeTargets(setting: Setting): CastTarget[] {
  const { story, organization, ids } = setting;
  const identify = ids.of("target");
  const targets: CastTarget[] = [];
  const until = nextQuarterStart(nextQuarterStart(story.asOfDay));
  organization.seats.forEach((seat, at) => {
    if (seat.kind === "sdr") return;
    const yearly = yearlyTarget(setting, seat);
    const begins = nextQuarterStart(seat.acquired ? story.acquiredDay : story.beginsDay);
    for (let start: Day = begins, quarter = 0; start < until; start = nextQuarterStart(start), quarter++) {
      const part = partOfTheYear[Math.floor(((dateOfDay(start).month + 10) % 12) / 3)] ?? 0.25;
      const person = holderOf(seat, start);
      const growth = 1.12 ** ((start - story.beginsDay) / 365);
      const amount = Math.max(5_000, Math.round((yearly * part * growth) / 5_000) * 5_000);
      targets.push({
        id: identify(at * 64 + quarter),
        trueSince: instantOf(setting.clock(Math.min(start - 10, story.lastDay - 3), 600)),
        personId: ids.person(person),
        startsOn: dateOfDay(start),
        endsOn: dateOfDay(nextQuarterStart(start)),
        amountMinor: BigInt(amount) * 100n,
        currency: seat.region === "europe" ? company.secondCurrency : company.currency,
      });
    }
  });
  return mergeSamePerson(targets);
}

/** A manager who holds two vacant books has one target for both. */
function mergeSamePerson(targets: readonly CastTarget[]): CastTarget[] {
  const merged = new Map<string, CastTarget>();
  for (const target of targets) {
    const key = `${target.personId} ${target.startsOn.toString()}`;
    const first = merged.get(key);
    merged.set(key, first ? { ...first, amountMinor: first.amountMinor + target.amountMinor } : target);
  }
  return [...merged.values()];
}

/** What a seat's share of the opportunities is expected to bring in a year, with some ambition on top. */
function yearlyTarget(setting: Setting, seat: Seat): number {
  const { organization, story } = setting;
  const alike = organization.seats.filter(
    (other) => other.kind === seat.kind && other.region === seat.region && other.acquired === seat.acquired,
  );
  const years = (story.lastDay - story.beginsDay) / 365;
  const region = setting.regionOf(seat.region).share;
  const [part, worth] =
    seat.kind === "csm"
      ? [region * 0.31, worthOfOne.csm]
      : seat.acquired
        ? [0.13, worthOfOne.elbholm]
        : [region * 0.63, worthOfOne.rep];
  const chance = chanceFrom(mix(hashOf(`${setting.seed}/target`), organization.seats.indexOf(seat)));
  return ((setting.size * part * worth) / years / alike.length) * (0.95 + 0.25 * chance.number());
}

const monthlyPerHead: readonly (readonly [string, number])[] = [
  ["Salaries", 9_800],
  ["Commissions", 3_100],
  ["Travel", 900],
  ["Software", 420],
  ["Training", 260],
];

/** The sales costs of every month by category. The trade shows of spring and autumn are in the marketing programs. */
export function writeCosts(setting: Setting): CastCost[] {
  const { story, organization, ids } = setting;
  const identify = ids.of("cost");
  const costs: CastCost[] = [];
  let month = dateOfDay(story.beginsDay).with({ day: 1 });
  for (let i = 0; dayOf(month.add({ months: 1 })) <= story.asOfDay; i++) {
    const start = dayOf(month);
    const end = month.add({ months: 1 });
    const heads =
      organization.seats.filter((seat) => !seat.acquired || start >= story.acquiredDay).length * 1.4;
    const shows = [4, 5, 9, 10].includes(month.month) ? 2.4 : 1;
    const chance = chanceFrom(mix(hashOf(`${setting.seed}/cost`), i));
    const categories = [...monthlyPerHead, ["Marketing programs", 1_100 * shows] as const];
    categories.forEach(([category, perHead], at) => {
      const season = category === "Commissions" && [1, 4, 7, 10].includes(month.month) ? 1.8 : 1;
      costs.push({
        id: identify(i * 16 + at),
        trueSince: instantOf(setting.clock(Math.min(dayOf(end) + 4, story.lastDay), 660)),
        category,
        startsOn: month,
        endsOn: end,
        amountMinor: BigInt(Math.round(heads * perHead * season * chance.around(0.05))) * 100n,
        currency: company.currency,
      });
    });
    month = end;
  }
  return costs;
}
