/** Winning, losing and taking up again: what becomes of the day, the probability and the reason. */
import {
  type ForecastCategory,
  forecastCategoryAt,
  type Outcome,
  probabilityAt,
  type Stage,
} from "./stage.ts";

/** The part of an opportunity that closing and reopening change. */
export interface Closing {
  readonly status: Outcome;
  readonly stageId: string | null;
  readonly closeOn: Temporal.PlainDate | null;
  readonly probability: number | null;
  readonly forecastCategory: ForecastCategory;
  readonly lostReason: string | null;
}

/** The reason why an opportunity cannot have closed on a day, or null. While it is open the day is an expectation. */
export function nothingHasClosedInTheFuture(
  status: Outcome,
  closeOn: Temporal.PlainDate | null,
  today: Temporal.PlainDate,
): string | null {
  if (status === "open" || closeOn === null || Temporal.PlainDate.compare(closeOn, today) <= 0) return null;
  return `An opportunity that is ${status} closed on a day that has come; ${closeOn} is in the future.`;
}

/** The reason why the day of an opportunity cannot be taken away, or null. */
export function whatIsClosedHasADay(status: Outcome): string | null {
  return status === "open" ? null : `An opportunity that is ${status} keeps the day on which it closed.`;
}

/** The reason why an opportunity cannot be closed, or null. */
export function onlyAnOpenOpportunityCloses(opportunity: Pick<Closing, "status">): string | null {
  return opportunity.status === "open" ? null : `The opportunity is ${opportunity.status} already.`;
}

/** The reason why an opportunity cannot be taken up again at its stage, or null. */
export function onlyAClosedOpportunityReopens(
  opportunity: Pick<Closing, "status">,
  stage: Pick<Stage, "name" | "outcome"> | undefined,
): string | null {
  if (opportunity.status === "open") return "The opportunity is open already.";
  if (stage === undefined || stage.outcome === "open") return null;
  return `It stands at "${stage.name}", where opportunities are ${stage.outcome}. Move it to an open stage instead.`;
}

/** The reason why an opportunity cannot carry a reason for its loss, or null. */
export function onlyALostOpportunityHasALostReason(
  status: Outcome,
  lostReason: string | null,
): string | null {
  if (lostReason === null || status === "lost") return null;
  return "Only a lost opportunity has a reason why it was lost.";
}

/** The day on which something closed that is closed today: the expected day if that has come, else today. */
export function closingDay(
  expected: Temporal.PlainDate | null,
  today: Temporal.PlainDate,
): Temporal.PlainDate {
  return expected === null || Temporal.PlainDate.compare(expected, today) > 0 ? today : expected;
}

/**
 * An opportunity at another stage; won, lost and open follow the stage. Closing sets the day as {@link closingDay};
 * reopening clears the day and the reason of the loss, because nobody has yet said when it is expected now.
 * `closeOn`, where given, is the day in either case.
 */
export function movedTo<T extends Closing>(
  opportunity: T,
  stage: Stage,
  today: Temporal.PlainDate,
  closeOn?: Temporal.PlainDate | null,
): T {
  return {
    ...opportunity,
    stageId: stage.id,
    status: stage.outcome,
    probability: probabilityAt(stage),
    forecastCategory: forecastCategoryAt(stage),
    lostReason: stage.outcome === "lost" ? opportunity.lostReason : null,
    closeOn: closeOn ?? dayAfterMove(opportunity, stage.outcome, today, closeOn === null),
  };
}

/** An opportunity won or lost where it stands: its stage stays, so that it can be told how far it came. */
export function closedAs<T extends Closing>(
  opportunity: T,
  outcome: "won" | "lost",
  today: Temporal.PlainDate,
  said: {
    readonly closeOn?: Temporal.PlainDate | undefined;
    readonly lostReason?: string | null | undefined;
  },
): T {
  const won = outcome === "won";
  return {
    ...opportunity,
    status: outcome,
    probability: won ? 1 : 0,
    forecastCategory: won ? "closed" : "omitted",
    lostReason: said.lostReason ?? null,
    closeOn: said.closeOn ?? closingDay(opportunity.closeOn, today),
  };
}

/** An opportunity open again at its stage, expected on `closeOn` (null: nobody has said). */
export function reopened<T extends Closing>(
  opportunity: T,
  stage: Stage | undefined,
  closeOn: Temporal.PlainDate | null,
): T {
  return {
    ...opportunity,
    status: "open",
    probability: stage?.probability ?? null,
    forecastCategory: stage?.forecastCategory ?? "pipeline",
    lostReason: null,
    closeOn,
  };
}

function dayAfterMove(
  from: Closing,
  to: Outcome,
  today: Temporal.PlainDate,
  cleared: boolean,
): Temporal.PlainDate | null {
  if (to === "open" && cleared) return null;
  if (from.status === "open") return to === "open" ? from.closeOn : closingDay(from.closeOn, today);
  return to === "open" ? null : from.closeOn;
}
