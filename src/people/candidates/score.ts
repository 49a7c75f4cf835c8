/** A score: how clearly somebody met a requirement, and the evidence in words. How far interviewers agree on it. */
import type { Requirement } from "./requirement.ts";

export const levels = ["not shown", "partly", "clearly", "strongly"] as const;
export type Level = 0 | 1 | 2 | 3;

export interface Score {
  /** The requirement's key. */
  readonly requirement: string;
  /** Null while it is not decided; on a sheet that was handed in: not asked about. */
  readonly level: Level | null;
  readonly evidence: string;
}

/** What a score needs, or null. */
function whyIncomplete({ level, evidence }: Score): string | null {
  const words = evidence.trim() !== "";
  if (level !== null && !words) return "A level needs evidence in words: what was said or done.";
  if (level === null && words) return "Evidence needs a level.";
  return null;
}

/** What is missing on a sheet before it can be handed in, by requirement. What was not asked about may be left empty. */
export function missingOn(
  scores: readonly Score[],
): readonly { readonly field: string; readonly message: string }[] {
  const gaps = scores.flatMap((score) => {
    const message = whyIncomplete(score);
    return message === null ? [] : [{ field: score.requirement, message }];
  });
  if (gaps.length > 0 || scores.some(({ level }) => level !== null)) return gaps;
  return [{ field: "scores", message: "A sheet without a single score says nothing." }];
}

/** The key of a score that is about none of the requirements, or that stands twice; null where each has its place. */
export function misplacedIn(scores: readonly Score[], requirements: readonly Requirement[]): string | null {
  const seen = new Set<string>();
  for (const { requirement } of scores) {
    const known = requirements.some(({ key }) => key === requirement);
    if (!known || seen.has(requirement)) return requirement;
    seen.add(requirement);
  }
  return null;
}

/** How far interviewers agree on a requirement. */
export interface Agreement {
  /** Scores that it rests on. */
  readonly n: number;
  /** The lowest and the highest level, and how far they lie apart. */
  readonly low: number | null;
  readonly high: number | null;
  readonly spread: number | null;
  /** Pairs of interviewers, and those who are at most one level apart. */
  readonly pairs: number;
  readonly agreeing: number;
  /** agreeing ÷ pairs. */
  readonly share: number | null;
  /** Why there is no figure. */
  readonly reason: string | null;
}

/** The agreement of the levels that interviewers gave. Below two there is no figure, with the reason. */
export function agreementOf(given: readonly number[]): Agreement {
  const n = given.length;
  if (n < 2) {
    const how = n === 0 ? "Nobody has scored it" : "One interviewer has scored it";
    const nothing = { low: null, high: null, spread: null, pairs: 0, agreeing: 0, share: null };
    return { n, ...nothing, reason: `${how}; agreement needs two.` };
  }
  const pairs = (n * (n - 1)) / 2;
  const agreeing = given
    .flatMap((one, at) => given.slice(at + 1).map((other) => Math.abs(one - other)))
    .filter((apart) => apart <= 1).length;
  const [low, high] = [Math.min(...given), Math.max(...given)];
  return { n, low, high, spread: high - low, pairs, agreeing, share: agreeing / pairs, reason: null };
}
