/** A candidate for a role: who may score and see what, when it is decided, and when what is personal goes. */
import type { Requirement } from "./requirement.ts";

export const outcomes = ["offer", "decline", "withdrawn"] as const;
export type Outcome = (typeof outcomes)[number];
export const outcomeWords: Readonly<Record<Outcome, string>> = {
  offer: "Make an offer",
  decline: "Decline",
  withdrawn: "The candidate withdrew",
};
/** The same once it is decided. */
export const decidedWords: Readonly<Record<Outcome, string>> = {
  offer: "Offer",
  decline: "Declined",
  withdrawn: "Withdrew",
};

/** So many days after the decision what is personal is due to go, unless somebody says otherwise. */
export const keptDays = 180;

export interface Candidate {
  readonly id: string;
  readonly version: number;
  readonly roleKey: string;
  readonly roleName: string;
  readonly requirements: readonly Requirement[];
  readonly addedOn: Temporal.PlainDate;
  /** When scoring ended; from then on everybody who may read candidates sees every sheet. */
  readonly closedAt: Temporal.Instant | null;
  readonly keepUntil: Temporal.PlainDate | null;
  readonly purged: Purged | null;
}

/** What is left of a candidate once everything personal is gone. */
export interface Purged {
  readonly at: Temporal.Instant;
  readonly by: string;
  readonly sheets: number;
  readonly scores: number;
}

type Held = Pick<Candidate, "closedAt" | "purged">;

/** Who fills a sheet: a person, or the owner's seat while it belongs to nobody in the records. */
export function seatOf(personId: string | null): string {
  return personId === null ? "owner" : `person:${personId}`;
}

/** The reason why nothing can be done about a candidate any more, or null. */
export function whyOver({ purged }: Pick<Held, "purged">): string | null {
  return purged === null
    ? null
    : "What was personal of this candidate was removed; there is nothing left to change.";
}

/** The reason why a sheet can be filled or handed in no more, or null. */
export function whyNoMoreScoring(
  candidate: Held,
  own: { readonly handedInAt: Temporal.Instant | null } | undefined,
): string | null {
  const over = whyOver(candidate);
  if (over !== null) return over;
  if (own?.handedInAt)
    return "Your sheet was handed in: it stays as it is, so that nobody is swayed by the others.";
  return candidate.closedAt === null ? null : "Scoring has ended for this candidate.";
}

/** The reason why others' sheets are not shown to somebody, or null. Interviewers are blind until they have handed in. */
export function whySheetsAreHidden(
  candidate: Held,
  own: { readonly handedInAt: Temporal.Instant | null } | undefined,
): string | null {
  if (candidate.closedAt !== null || own?.handedInAt) return null;
  return "What others saw is shown once you have handed in your own sheet, or once scoring has ended.";
}

/** The reason why scoring cannot be ended, or null. */
export function whyNotToClose(candidate: Held, handedIn: number): string | null {
  const over = whyOver(candidate);
  if (over !== null) return over;
  if (candidate.closedAt !== null) return "Scoring has ended already.";
  return handedIn > 0 ? null : "No sheet has been handed in yet, so there is nothing to end.";
}

export type Stage = "interviewing" | "scored" | "decided" | "removed";

export function stageOf(candidate: Held, decided: boolean): Stage {
  if (candidate.purged !== null) return "removed";
  if (decided) return "decided";
  return candidate.closedAt === null ? "interviewing" : "scored";
}

/** The day until which what is personal is kept once it is decided: what was said, else so many days on. */
export function keptUntil(
  said: Temporal.PlainDate | null,
  decidedOn: Temporal.PlainDate,
): Temporal.PlainDate {
  return said ?? decidedOn.add({ days: keptDays });
}

/** Whether what is personal is due to go on a day: the day until which it is kept has come. */
export function isDue(
  { keepUntil, purged }: Pick<Candidate, "keepUntil" | "purged">,
  today: Temporal.PlainDate,
): boolean {
  return purged === null && keepUntil !== null && Temporal.PlainDate.compare(keepUntil, today) <= 0;
}
