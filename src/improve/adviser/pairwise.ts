/**
 * Weights from comparisons in pairs (analytic hierarchy process, T. L. Saaty, 1980): how many times as much one criterion
 * matters as another, from 1 to 9, and how far the comparisons contradict each other.
 */

/** A square of comparisons: the row matters so many times as much as the column; the lower half has the reciprocals. */
export type Comparisons = readonly (readonly number[])[];

export interface Consistency {
  /** The principal eigenvalue. */
  readonly eigenvalue: number;
  /** (eigenvalue − n) ÷ (n − 1). */
  readonly index: number;
  /** The index over that of random comparisons; up to 0.10 is taken as consistent. */
  readonly ratio: number;
}

/** The index of random comparisons for 3 to 10 criteria (Saaty). */
const randomIndex = [0.58, 0.9, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49];
export const consistentUpTo = 0.1;

const cell = (square: Comparisons, row: number, column: number): number =>
  square[row]?.[column] ?? Number.NaN;
const total = (row: readonly number[]): number => row.reduce((sum, one) => sum + one, 0);
const scaled = (row: readonly number[]): number[] => row.map((one) => one / total(row));
const times = (square: Comparisons, vector: readonly number[]): number[] =>
  square.map((row) => row.reduce((sum, one, at) => sum + one * (vector[at] ?? 0), 0));

/** Throws where comparisons are no square of reciprocals of 1 to 10 criteria. */
function requireReciprocal(square: Comparisons): void {
  const n = square.length;
  const fits = square.every(
    (row, at) =>
      row.length === n &&
      row.every((one, other) => one > 0 && Math.abs(one * cell(square, other, at) - 1) < 1e-9),
  );
  if (n === 0 || n > 10 || !fits) throw new RangeError("Comparisons are a square of reciprocals, up to 10.");
}

/** Weights as the principal eigenvector, by power iteration. */
export function eigenvectorWeights(square: Comparisons): number[] {
  requireReciprocal(square);
  let weights: number[] = square.map(() => 1 / square.length);
  for (let round = 0; round < 1000; round++) {
    const next = scaled(times(square, weights));
    const moved = Math.max(...next.map((one, at) => Math.abs(one - (weights[at] ?? 0))));
    weights = next;
    if (moved < 1e-14) break;
  }
  return weights;
}

/** Weights as geometric means of the rows; for up to three criteria the same as the eigenvector. */
export function geometricWeights(square: Comparisons): number[] {
  requireReciprocal(square);
  return scaled(square.map((row) => Math.exp(total(row.map((one) => Math.log(one))) / row.length)));
}

/** How far comparisons contradict each other. One or two criteria cannot. */
export function consistencyOf(square: Comparisons): Consistency {
  const weights = eigenvectorWeights(square);
  const n = square.length;
  const eigenvalue = total(times(square, weights).map((one, at) => one / (weights[at] ?? 1))) / n;
  const index = n < 2 ? 0 : (eigenvalue - n) / (n - 1);
  const random = randomIndex[n - 3];
  return { eigenvalue, index, ratio: random === undefined ? 0 : index / random };
}

/**
 * The three criteria whose comparisons contradict each other most: the way round, first over second times second over
 * third, is furthest from first over third. Null while the ratio is within what is taken as consistent.
 */
export function mostInconsistentTriad(square: Comparisons): readonly [number, number, number] | null {
  if (consistencyOf(square).ratio <= consistentUpTo) return null;
  let worst: readonly [number, number, number] | null = null;
  let furthest = 0;
  for (let first = 0; first < square.length; first++) {
    for (let second = first + 1; second < square.length; second++) {
      for (let third = second + 1; third < square.length; third++) {
        const round = cell(square, first, second) * cell(square, second, third) * cell(square, third, first);
        const distance = Math.abs(Math.log(round));
        if (distance <= furthest) continue;
        [furthest, worst] = [distance, [first, second, third]];
      }
    }
  }
  return worst;
}
