import { accountName } from "./account-names.ts";
import { acquiredShare } from "./acquisition.ts";
import { type Chance, chanceFrom, hashOf, mix } from "./chance.ts";
import type { Day } from "./days.ts";
import { type Industry, industries, inlandIndustries, tiers } from "./fields.ts";
import { acquiredPlaces, isInland, type Place, type RegionKey, regions, shareOut } from "./regions.ts";
import type { Seat } from "./seats.ts";
import type { Story } from "./story.ts";

/** A customer or somebody who may become one. */
export interface Account {
  /** Its number among all accounts, from which its id follows. */
  index: number;
  name: string;
  parent: Account | null;
  industry: Industry;
  place: Place;
  employees: number;
  /** In whole units of its currency. */
  annualRevenue: number;
  createdDay: Day;
  tier: (typeof tiers)[number];
  sites: number;
  /** The book that it belongs to before and after the reorganization, and the book of its contract. */
  seatBefore: Seat;
  seat: Seat;
  careSeat: Seat;
}

/** The accounts of one market, oldest first: a region's, or Elbholm's. */
export interface Market {
  region: RegionKey;
  acquired: boolean;
  accounts: Account[];
}

/** Takes the seats; gives the markets with their accounts. The number of accounts grows slower than the size. */
export function settleMarkets(seed: string, size: number, seats: readonly Seat[], story: Story): Market[] {
  const total = Math.max(32, Math.round(600 * (size / 2400) ** 0.85));
  const counts = shareOut(total, 6);
  const names = new Set<string>();
  const key = hashOf(`${seed}/account`);
  let index = 0;
  const settle = (region: RegionKey, acquired: boolean, places: readonly Place[], count: number): Market => {
    const reps = seats.filter((s) => s.kind === "rep" && s.region === region && s.acquired === acquired);
    const care = seats.filter((s) => s.kind === "csm" && s.region === region);
    const accounts: Account[] = [];
    for (let i = 0; i < count; i++) {
      const chance = chanceFrom(mix(key, index));
      const books = booksFor(region, reps, care, chance);
      const createdDay = firstSeen(i / count, acquired, story);
      accounts.push(foundAccount(index++, { accounts, places, createdDay, names, books, chance }));
    }
    return { region, acquired, accounts };
  };
  const markets = regions.map((region) =>
    settle(region.key, false, region.places, counts.get(region.key) ?? 6),
  );
  return [...markets, settle("europe", true, acquiredPlaces, Math.max(6, Math.round(total * acquiredShare)))];
}

/** Seven in ten are older than the records; the others came in the course of the story. Elbholm's came with Elbholm. */
function firstSeen(position: number, acquired: boolean, story: Story): Day {
  const span = story.lastDay - 30 - (acquired ? story.acquiredDay : story.beginsDay);
  const start = acquired ? story.acquiredDay : story.beginsDay;
  if (position < 0.7) return acquired ? start : start - 1 - Math.floor((0.7 - position) * 2200);
  return start + Math.floor(((position - 0.7) / 0.3) * Math.max(0, span));
}

type Books = Pick<Account, "seatBefore" | "seat" | "careSeat">;

function booksFor(region: RegionKey, reps: readonly Seat[], care: readonly Seat[], chance: Chance): Books {
  const seatBefore = chance.oneOf(reps);
  const moves = region === "atlantic" && chance.happens(0.25);
  return { seatBefore, seat: moves ? chance.oneOf(reps) : seatBefore, careSeat: chance.oneOf(care) };
}

interface Founding {
  accounts: readonly Account[];
  places: readonly Place[];
  createdDay: Day;
  names: Set<string>;
  books: Books;
  chance: Chance;
}

function foundAccount(index: number, founding: Founding): Account {
  const { accounts, places, createdDay, names, books, chance } = founding;
  const place = chance.oneOf(places);
  const parent = accounts.length > 8 && chance.happens(0.12) ? topOf(chance.oneOf(accounts)) : null;
  const industry = parent?.industry ?? chance.oneOf(isInland(place) ? inlandIndustries : industries);
  const scale = chance.around(1.1);
  const employees = Math.max(4, Math.round(240 * scale * (parent ? 0.4 : 1)));
  return {
    index,
    name: accountName({ industry, place, parentName: parent?.name ?? null, names, chance }),
    parent,
    industry,
    place,
    employees,
    annualRevenue: Math.round((employees * (90 + chance.whole(0, 200))) / 10) * 10_000,
    createdDay,
    tier: tiers[scale > 2.4 ? 0 : scale > 0.8 ? 1 : 2] ?? "Standard",
    sites: Math.max(1, Math.round(scale * 3)),
    ...books,
  };
}

function topOf(account: Account): Account {
  return account.parent ?? account;
}

/** How many of a market's accounts are known on a day: they stand in order of their first day. */
export function knownOn(market: Market, day: Day): number {
  let low = 0;
  let high = market.accounts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const account = market.accounts[middle];
    if (account && account.createdDay <= day) low = middle + 1;
    else high = middle;
  }
  return low;
}
