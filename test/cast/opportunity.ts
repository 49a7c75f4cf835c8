import { type Account, knownOn, type Market } from "./accounts.ts";
import { acquiredShare, inheritedPipelineDays } from "./acquisition.ts";
import type { OpeningDay } from "./calendar-of-openings.ts";
import { type Chance, chanceFrom, mix } from "./chance.ts";
import { drawCourse } from "./course.ts";
import type { Day } from "./days.ts";
import { type Journey, journeyOf, type Traveller } from "./journey-of-an-opportunity.ts";
import { type Scope, scopeOf } from "./lines.ts";
import { type PipelineKey, type PipelinePlan, pipelines } from "./pipelines.ts";
import { handoversOf, holderOf, type Seat } from "./seats.ts";
import type { Setting } from "./setting.ts";

/** An opportunity as it was lived, before it is written down as records. */
export interface LivedOpportunity {
  /** Its number, from which its id follows. */
  index: number;
  pipeline: PipelinePlan;
  market: Market;
  account: Account;
  createdDay: Day;
  scope: Scope;
  journey: Journey;
  chance: Chance;
}

/** Lives the opportunity of a number: from 0, in order of the day on which it began. */
export function liveOpportunity(
  setting: Setting,
  openings: OpeningDay,
  key: number,
  index: number,
): LivedOpportunity {
  const chance = chanceFrom(mix(key, index));
  const { story } = setting;
  const createdDay = openings((index + chance.number()) / setting.size);
  const { market, pipeline } = drawMarket(setting, createdDay, chance);
  const joinedDay = market.acquired && createdDay < story.acquiredDay ? story.acquiredDay : null;
  const account = drawAccount(market, joinedDay ?? createdDay, chance);
  const scope = scopeOf(pipeline.key, account, chance);
  const book = bookOf(account, pipeline.key, story.reorganizedDay);
  const seller = setting.organization.staff.employees[book.holderOn(createdDay)];
  if (!seller) throw new RangeError("A book is held by somebody on the staff.");
  const region = setting.regionOf(market.region);
  const at = { pipeline: pipeline.key, region, family: scope.family, seller, createdDay, story };
  const course = drawCourse(at, pipeline, joinedDay ?? createdDay, chance);
  const traveller: Traveller = {
    ...book,
    course,
    pipeline,
    createdDay,
    account,
    joinedDay,
    lastDay: story.lastDay,
  };
  const journey = journeyOf(traveller, setting.clock, chance);
  return { index, pipeline, market, account, createdDay, scope, journey, chance };
}

const plans = new Map(pipelines.map((plan) => [plan.key, plan]));

function drawMarket(setting: Setting, day: Day, chance: Chance): { market: Market; pipeline: PipelinePlan } {
  const theirs = day >= setting.story.acquiredDay - inheritedPipelineDays && chance.happens(acquiredShare);
  const ours = chance.number();
  const renewal = chance.happens(0.33);
  const key: PipelineKey = theirs ? "elbholm" : renewal ? "renewal" : "new";
  const market = theirs ? setting.markets.at(-1) : marketAt(setting, ours);
  const pipeline = plans.get(key);
  if (!market || !pipeline) throw new RangeError("There is a market and a pipeline for every opportunity.");
  return { market, pipeline };
}

function marketAt(setting: Setting, position: number): Market | undefined {
  let left = position;
  for (const market of setting.markets) {
    if (market.acquired) continue;
    left -= setting.regionOf(market.region).share;
    if (left < 0) return market;
  }
  return setting.markets[0];
}

/** Half of the opportunities are at the market's larger third of accounts: those who buy, buy again. */
function drawAccount(market: Market, day: Day, chance: Chance): Account {
  const known = Math.max(1, knownOn(market, day));
  const at = chance.happens(0.5)
    ? Math.floor(chance.whole(0, known - 1) / 3) * 3
    : chance.whole(0, known - 1);
  const account = market.accounts[at];
  if (!account) throw new RangeError("A market has accounts from its first day on.");
  return account;
}

/** Who holds an account's book, and when it changes hands: by leaving, or because the account moved in the reorganization. */
function bookOf(
  account: Account,
  pipeline: PipelineKey,
  reorganizedDay: Day,
): Pick<Traveller, "holderOn" | "handovers"> {
  if (pipeline === "renewal") return bookOfSeat(account.careSeat);
  const { seatBefore, seat } = account;
  if (seat === seatBefore) return bookOfSeat(seat);
  return {
    holderOn: (day) => holderOf(day < reorganizedDay ? seatBefore : seat, day),
    handovers: (from, until) => [
      ...handoversOf(seatBefore, from, Math.min(until, reorganizedDay)),
      ...(from < reorganizedDay && reorganizedDay < until ? [reorganizedDay] : []),
      ...handoversOf(seat, Math.max(from, reorganizedDay), until),
    ],
  };
}

function bookOfSeat(seat: Seat): Pick<Traveller, "holderOn" | "handovers"> {
  return {
    holderOn: (day) => holderOf(seat, day),
    handovers: (from, until) => handoversOf(seat, from, until),
  };
}
