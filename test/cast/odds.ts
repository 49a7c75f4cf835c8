import type { Chance } from "./chance.ts";
import type { Day } from "./days.ts";
import type { PipelineKey } from "./pipelines.ts";
import { type Family, familyFactors } from "./products.ts";
import type { Region } from "./regions.ts";
import type { Employee } from "./staff.ts";
import type { Story } from "./story.ts";

/** How an opportunity of a pipeline usually goes, before region, product and seller have their say. */
export interface Usual {
  winChance: number;
  medianCycleDays: number;
  /** The probability that the expected close is pushed out once, and then yet again each time. */
  slipsFirst: number;
  slipsAgain: number;
  /** How likely a lost opportunity was lost in each open stage. */
  lostIn: readonly number[];
}

export const usual: Readonly<Record<PipelineKey, Usual>> = {
  new: {
    winChance: 0.36,
    medianCycleDays: 68,
    slipsFirst: 0.36,
    slipsAgain: 0.66,
    lostIn: [0.3, 0.27, 0.25, 0.1, 0.08],
  },
  renewal: {
    winChance: 0.9,
    medianCycleDays: 75,
    slipsFirst: 0.14,
    slipsAgain: 0.42,
    lostIn: [0.4, 0.45, 0.15],
  },
  elbholm: {
    winChance: 0.42,
    medianCycleDays: 48,
    slipsFirst: 0.3,
    slipsAgain: 0.66,
    lostIn: [0.3, 0.3, 0.3, 0.1],
  },
};

export interface Circumstances {
  pipeline: PipelineKey;
  region: Region;
  family: Family;
  seller: Employee;
  createdDay: Day;
  story: Story;
}

/**
 * What the leaders can discover: in the region Pacific the win rate of new business falls all the time, slowly, from
 * above the company's average to half of it. Nothing else in the records says so.
 */
export function fadingFactor(region: Region, day: Day, story: Story): number {
  if (region.key !== "pacific") return 1;
  const position = Math.min(1, Math.max(0, (day - story.beginsDay) / (story.lastDay - story.beginsDay)));
  return 1 - 0.55 * position;
}

/** The probability of winning when the expected close has been pushed so often. Newcomers need four months to ramp. */
export function winChance(at: Circumstances, slips: number): number {
  const base = usual[at.pipeline].winChance;
  if (at.pipeline === "renewal") return Math.min(0.96, base * at.region.winFactor ** 0.3 * 0.94 ** slips);
  const started = at.seller.startedDay ?? Number.NEGATIVE_INFINITY;
  const ramp = at.pipeline === "new" ? Math.min(1, 0.55 + (0.45 * (at.createdDay - started)) / 120) : 1;
  const factors =
    at.region.winFactor *
    familyFactors[at.family].win *
    at.seller.skill *
    ramp *
    fadingFactor(at.region, at.createdDay, at.story);
  return Math.min(0.85, base * factors * 0.85 ** slips);
}

/** How many days the seller expects the way to the close to take. */
export function expectedCycleDays(at: Circumstances, chance: Chance): number {
  const { medianCycleDays } = usual[at.pipeline];
  if (at.pipeline === "renewal") return medianCycleDays * chance.around(0.2);
  const days = medianCycleDays * at.region.cycleFactor * familyFactors[at.family].cycle * at.seller.pace;
  return Math.max(12, days * chance.around(0.4));
}
