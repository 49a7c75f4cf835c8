/**
 * What moved the open pipeline between two days. Pure: from how each opportunity stood on both days to the steps, whose
 * identity holds by construction and is checked all the same:
 * start + new + pulled-in + increased − decreased − pushed-out − won − lost − removed (± exchange-rate) = end.
 */

export const stepNames = [
  "start",
  "new",
  "pulled-in",
  "increased",
  "decreased",
  "pushed-out",
  "won",
  "lost",
  "removed",
  "exchange-rate",
  "end",
] as const;
export type StepName = (typeof stepNames)[number];

/** +1 where the step's magnitude adds to the pipeline, −1 where it takes away. */
export const stepSign: Readonly<Record<StepName, 1n | -1n>> = {
  start: 1n,
  new: 1n,
  "pulled-in": 1n,
  increased: 1n,
  decreased: -1n,
  "pushed-out": -1n,
  won: -1n,
  lost: -1n,
  removed: -1n,
  "exchange-rate": 1n,
  end: 1n,
};

export interface Step {
  readonly name: StepName;
  readonly count: number;
  /** A magnitude in minor units of the workspace's currency; the exchange-rate step alone can be negative. */
  readonly amountMinor: bigint;
}

/** start + what adds − what takes away − end: zero, or the waterfall is wrong. */
export function residualOf(steps: readonly Step[]): bigint {
  return steps.reduce(
    (sum, step) => sum + (step.name === "end" ? -step.amountMinor : stepSign[step.name] * step.amountMinor),
    0n,
  );
}
