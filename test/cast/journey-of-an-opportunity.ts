import type { Account } from "./accounts.ts";
import type { Chance } from "./chance.ts";
import type { Course } from "./course.ts";
import { type Day, dayOf, type Moment, type WallClock, workingDayFrom, workingDayUntil } from "./days.ts";
import { openStages, type PipelinePlan } from "./pipelines.ts";
import type { ForecastCategory, Status } from "./records.ts";
import { fiscalYearOf, wishedCloseDay } from "./seasons.ts";

/** What an opportunity shows at a moment. `phase` says which of its amounts holds. */
export interface Face {
  status: Status;
  stage: number;
  closeDay: Day;
  phase: "estimate" | "offer" | "agreed";
  person: number;
  account: Account;
  /** The seller's own view next to the stage's probability, and instead of its forecast category. */
  confidence: number;
  category: ForecastCategory | null;
}

/** From this moment on it shows this face, and it has been in its stage since `stageSince`. */
export interface Appearance {
  moment: Moment;
  stageSince: Moment;
  face: Face;
}

interface Turn {
  day: Day;
  /** The order of what happens on one day. */
  rank: number;
  change: Partial<Face>;
  /** Holds only for an opportunity that is open. */
  whileOpen?: boolean;
}

export interface Traveller {
  course: Course;
  pipeline: PipelinePlan;
  createdDay: Day;
  account: Account;
  /** The person who holds the book on a day, and the days on which it changes hands. */
  holderOn(day: Day): number;
  handovers(from: Day, until: Day): readonly Day[];
  /** The opportunity came to us on this day, as it then was (null: it has been ours from the beginning). */
  joinedDay: Day | null;
  lastDay: Day;
}

/** Why it was lost, where the course alone says so. */
export interface Journey {
  appearances: Appearance[];
  orderWithdrawn: boolean;
}

/** Plays a course out until the last day: every appearance, each later than the one before. */
export function journeyOf(traveller: Traveller, clock: WallClock, chance: Chance): Journey {
  const { account, course, createdDay, joinedDay, lastDay } = traveller;
  const turns = [...onTheWay(traveller, chance), ...atTheEnd(traveller)];
  const sequel = reopening(traveller, chance);
  turns.push(...sequel.turns);
  for (const day of traveller.handovers(createdDay, lastDay + 1)) {
    turns.push({
      day: workingDayFrom(day),
      rank: 1,
      change: { person: traveller.holderOn(day) },
      whileOpen: true,
    });
  }
  if (account.parent && chance.happens(0.12)) {
    const day = workingDayFrom((createdDay + course.endDay) / 2);
    turns.push({ day, rank: 2, change: { account: account.parent }, whileOpen: true });
  }
  turns.sort((a, b) => a.day - b.day || a.rank - b.rank);
  const face: Face = {
    status: "open",
    stage: 0,
    closeDay: course.firstCloseDay,
    phase: "estimate",
    person: traveller.holderOn(createdDay),
    account,
    confidence: 0,
    category: null,
  };
  const appearances = appear(turns, face, { joinedDay, lastDay, createdDay, clock, chance });
  return { appearances, orderWithdrawn: sequel.orderWithdrawn };
}

function onTheWay({ course, pipeline }: Traveller, chance: Chance): Turn[] {
  const open = openStages(pipeline);
  const offerStage = Math.min(2, open - 2);
  const turns: Turn[] = course.pushes.map(({ day, closeDay }) => ({
    day,
    rank: 4,
    change: { closeDay },
    whileOpen: true,
  }));
  course.stages.forEach(({ stage, day }, step) => {
    if (step === 0) return;
    const change: Partial<Face> = { stage, ...ownView(stage, chance) };
    if (stage === open - 1) change.phase = "agreed";
    else if (stage >= offerStage) change.phase = "offer";
    turns.push({ day, rank: 3, change });
  });
  return turns;
}

/** Sellers mostly take the stage's figures; some see it brighter or darker. */
function ownView(stage: number, chance: Chance): Pick<Face, "confidence" | "category"> {
  const confidence = chance.happens(0.14) ? (chance.happens(0.5) ? 0.1 : -0.1) : 0;
  const bold = stage > 0 && chance.happens(0.08);
  return { confidence, category: bold ? chance.oneOf(["best-case", "commit"] as const) : null };
}

function closing(status: "won" | "lost", day: Day, pipeline: PipelinePlan): Turn {
  const stage = openStages(pipeline) + (status === "won" ? 0 : 1);
  const change: Partial<Face> = { status, stage, closeDay: day, confidence: 0, category: null };
  if (status === "won") change.phase = "agreed";
  return { day, rank: 9, change };
}

/** A stalled opportunity stays open until the clean-up at the next beginning of a fiscal year. */
function atTheEnd({ course, pipeline }: Traveller): Turn[] {
  if (course.ending === "won") return [closing("won", course.endDay, pipeline)];
  if (course.ending !== "stalled") return [closing("lost", course.endDay, pipeline)];
  return [closing("lost", cleanUpAfter(course.endDay + 75), pipeline)];
}

/** The CRM administrator closes what nobody touches, in the second week of every February. */
function cleanUpAfter(day: Day): Day {
  const thisYear = Temporal.PlainDate.from({ year: fiscalYearOf(day) - 1, month: 2, day: 10 });
  const date = dayOf(thisYear) >= day ? thisYear : thisYear.add({ years: 1 });
  return workingDayFrom(dayOf(date));
}

/** Some lost opportunities are opened again, most of them only to be lost again; and now and then an order is withdrawn. */
function reopening(traveller: Traveller, chance: Chance): { turns: Turn[]; orderWithdrawn: boolean } {
  const { course, pipeline } = traveller;
  const withdrawn = course.ending === "won" && chance.happens(0.008);
  const again = (course.ending === "lost" || course.ending === "no-decision") && chance.happens(0.06);
  if (!withdrawn && !again) return { turns: [], orderWithdrawn: false };
  const reopenedDay = workingDayFrom(
    course.endDay + (withdrawn ? chance.whole(4, 25) : chance.whole(20, 90)),
  );
  const closeDay = wishedCloseDay(reopenedDay + chance.whole(30, 80), chance);
  const stage = course.stages.at(-1)?.stage ?? 0;
  const person = traveller.holderOn(reopenedDay);
  const turns: Turn[] = [{ day: reopenedDay, rank: 0, change: { status: "open", stage, closeDay, person } }];
  const wins = !withdrawn && chance.happens(0.4);
  const ends = withdrawn || wins || chance.happens(0.6);
  const endDay = workingDayUntil(closeDay - chance.whole(0, 8));
  if (ends)
    turns.push(closing(wins ? "won" : "lost", Math.max(workingDayFrom(reopenedDay + 3), endDay), pipeline));
  return { turns, orderWithdrawn: withdrawn };
}

interface Frame {
  createdDay: Day;
  joinedDay: Day | null;
  lastDay: Day;
  clock: WallClock;
  chance: Chance;
}

/** Lets the turns happen one after another, in working hours. What came before `joinedDay` is told by the first face. */
function appear(turns: readonly Turn[], first: Face, frame: Frame): Appearance[] {
  const { clock, chance, joinedDay, lastDay } = frame;
  let face = first;
  let day = joinedDay ?? frame.createdDay;
  let minute = joinedDay === null ? chance.whole(510, 660) : 540;
  let at = clock(day, minute);
  let stageSince = at;
  const appearances: Appearance[] = [];
  let begun = false;
  const show = () => appearances.push({ moment: at, stageSince, face });
  for (const turn of turns) {
    if (turn.day > lastDay) break;
    if (turn.whileOpen && face.status !== "open") continue;
    const before = joinedDay !== null && turn.day < joinedDay;
    if (!before && !begun) {
      show();
      begun = true;
    }
    const next = { ...face, ...turn.change };
    if (!before && same(face, next)) continue;
    if (!before) {
      minute =
        turn.day === day ? minute + chance.whole(4, 45) : chance.whole(510, turn.rank === 9 ? 1020 : 720);
      day = turn.day;
      at = clock(day, minute + chance.whole(0, 59) / 60);
      if (next.stage !== face.stage) stageSince = at;
    }
    face = next;
    if (!before) show();
  }
  if (!begun) show();
  return appearances;
}

function same(a: Face, b: Face): boolean {
  return (
    a.status === b.status &&
    a.stage === b.stage &&
    a.closeDay === b.closeDay &&
    a.phase === b.phase &&
    a.person === b.person &&
    a.account === b.account &&
    a.confidence === b.confidence &&
    a.category === b.category
  );
}
