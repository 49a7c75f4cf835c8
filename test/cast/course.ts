import type { Chance } from "./chance.ts";
import { type Day, workingDayFrom, workingDayUntil } from "./days.ts";
import { type Circumstances, expectedCycleDays, usual, winChance } from "./odds.ts";
import { openStages, type PipelinePlan } from "./pipelines.ts";
import { afterTheQuietWeeks, wishedCloseDay } from "./seasons.ts";

/** How an opportunity ends, if it does. A stalled one is forgotten: nothing happens to it any more. */
export type Ending = "won" | "lost" | "no-decision" | "stalled";

/** One push of the expected close: on which day, to which. */
export interface Push {
  day: Day;
  closeDay: Day;
}

/** The course that an opportunity takes, as if there were no today. */
export interface Course {
  ending: Ending;
  firstCloseDay: Day;
  pushes: readonly Push[];
  /** The day on which it closes; for a stalled one, the last day on which somebody touched it. */
  endDay: Day;
  /** The open stages through which it goes, with the day of entry; the first is the day of creation. */
  stages: readonly { stage: number; day: Day }[];
}

/** The longest anybody keeps pushing. */
const mostPushes = 6;

/** Draws a course. `notBefore` is the earliest day on which it may end (the acquired pipeline came to us open). */
export function drawCourse(
  at: Circumstances,
  pipeline: PipelinePlan,
  notBefore: Day,
  chance: Chance,
): Course {
  const expected = at.createdDay + expectedCycleDays(at, chance);
  const natural = afterTheQuietWeeks(Math.max(Math.round(expected), notBefore + 4), at.region.key);
  const firstCloseDay = Math.max(wishedCloseDay(natural, chance), workingDayFrom(notBefore + 2));
  const pushes = drawPushes(at, firstCloseDay, chance);
  const ending = drawEnding(at, pushes.length, chance);
  const lastPush = pushes.at(-1);
  const earliest = Math.max(lastPush?.day ?? at.createdDay, notBefore) + 1;
  const closeDay = lastPush?.closeDay ?? firstCloseDay;
  const endDay = Math.max(workingDayFrom(earliest), drawEnd(ending, earliest, closeDay, chance));
  const stages = drawStages(at, ending, pipeline, endDay, chance);
  const early =
    ending === "won" && pushes.length === 0 && chance.happens(0.09) ? pulledIn(at, endDay, chance) : null;
  return { ending, firstCloseDay, pushes, endDay, stages, ...early };
}

/** A close that slipped once slips again more often than not. Some pushes come only after the day has passed. */
function drawPushes(at: Circumstances, firstCloseDay: Day, chance: Chance): Push[] {
  const { slipsFirst, slipsAgain } = usual[at.pipeline];
  const pushes: Push[] = [];
  let closeDay = firstCloseDay;
  let after = at.createdDay + 5;
  while (pushes.length < mostPushes && chance.happens(pushes.length === 0 ? slipsFirst : slipsAgain)) {
    const day = workingDayFrom(Math.max(after, closeDay - chance.whole(-6, 12)));
    const later = afterTheQuietWeeks(Math.max(closeDay, day) + chance.whole(14, 60), at.region.key);
    closeDay = wishedCloseDay(later, chance);
    if (closeDay <= day) closeDay = workingDayFrom(later);
    pushes.push({ day, closeDay });
    after = day + 4;
  }
  return pushes;
}

function drawEnding(at: Circumstances, slips: number, chance: Chance): Ending {
  if (chance.happens(winChance(at, slips))) return "won";
  if (at.pipeline !== "renewal" && chance.happens(0.07)) return "stalled";
  return chance.happens(at.pipeline === "renewal" ? 0.25 : 0.4) ? "no-decision" : "lost";
}

/** Orders come on the promised day or shortly before, refusals on any day, and indecision after the day has passed. */
function drawEnd(ending: Ending, earliest: Day, closeDay: Day, chance: Chance): Day {
  if (ending === "won")
    return workingDayUntil(chance.happens(0.45) ? closeDay : closeDay - chance.whole(0, 14));
  if (ending === "no-decision") return workingDayFrom(closeDay + chance.whole(4, 45));
  const share = ending === "stalled" ? 0.2 + 0.4 * chance.number() : 0.25 + 0.75 * chance.number();
  return workingDayFrom(earliest + share * Math.max(1, closeDay - earliest));
}

/** Now and then an order comes early: halfway there the expected close is pulled in, by a month or two. */
function pulledIn(
  at: Circumstances,
  endDay: Day,
  chance: Chance,
): Pick<Course, "firstCloseDay" | "pushes"> | null {
  const day = workingDayFrom((at.createdDay + endDay) / 2);
  if (day <= at.createdDay || day >= endDay - 3) return null;
  const firstCloseDay = wishedCloseDay(endDay + chance.whole(25, 70), chance);
  return { firstCloseDay, pushes: [{ day, closeDay: endDay + chance.whole(0, 2) }] };
}

function drawStages(
  at: Circumstances,
  ending: Ending,
  pipeline: PipelinePlan,
  endDay: Day,
  chance: Chance,
): { stage: number; day: Day }[] {
  const last = openStages(pipeline) - 1;
  const reached =
    ending === "won"
      ? last
      : chance.weighted(usual[at.pipeline].lostIn.map((weight, stage) => [stage, weight] as const));
  const route: number[] = [];
  const skipped = chance.happens(0.15) && reached > 1 ? chance.whole(1, reached - 1) : -1;
  for (let stage = 0; stage <= reached; stage++) if (stage !== skipped) route.push(stage);
  if (reached >= 2 && chance.happens(0.08)) route.push(reached - 1, reached);
  const span = endDay - at.createdDay;
  let previous = at.createdDay - 1;
  return route.map((stage, step) => {
    const share = (step / route.length) * (0.75 + 0.25 * chance.number());
    const day = step === 0 ? at.createdDay : workingDayFrom(Math.max(previous, at.createdDay + span * share));
    previous = day;
    return { stage, day: Math.min(day, endDay) };
  });
}
