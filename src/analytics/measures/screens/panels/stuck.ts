/** Which open opportunities are stuck: longer in their stage than three quarters of the won ones were. Pure. */

/** How long won opportunities stayed in a stage. */
export interface UsualStay {
  readonly stageId: string;
  readonly stage: string;
  /** Their 75th percentile, in whole days, rounded up. */
  readonly days: number;
  readonly n: number;
}

interface Row {
  readonly key: string;
  readonly id: string | null;
  readonly value: string | number | null;
  readonly n: number;
}

/** Fewer won opportunities than these say nothing about what is usual in a stage. */
export const fewestWon = 8;

/** More stages than these no filter takes. */
const mostStages = 28;

/** The stages of which enough is known. */
export function usualStays(rows: readonly Row[]): UsualStay[] {
  return rows
    .flatMap(({ key, id, value, n }) =>
      id === null || value === null || n < fewestWon
        ? []
        : [{ stageId: id, stage: key, days: Math.ceil(Number(value)), n }],
    )
    .slice(0, mostStages);
}

/** The list of exactly the stuck ones; null where no stage can be judged. */
export function stuckFilter(stays: readonly UsualStay[]): string | null {
  if (stays.length === 0) return null;
  const parts = stays.map(
    ({ stageId, days }) => `and(stage.one-of(${stageId}),stageEnteredAt.before(today-${days}d))`,
  );
  return `and(status.one-of(open),or(${parts.join(",")}))`;
}
