/** What a single input moves, all others staying as they are: the widest first, which draws a tornado. */

export interface Swing {
  readonly key: string;
  /** The outcome at one end of the input and at the other. */
  readonly atLow: number;
  readonly atHigh: number;
  /** How far apart these are. */
  readonly width: number;
}

export interface Turned<T> {
  readonly key: string;
  readonly low: T;
  readonly high: T;
}

/** Turns each input to both of its ends. `outcome` is asked with one input set and gives what comes of it. */
export function tornado<T>(
  inputs: readonly Turned<T>[],
  outcome: (key: string, value: T) => number,
): Swing[] {
  return inputs
    .map(({ key, low, high }) => {
      const [atLow, atHigh] = [outcome(key, low), outcome(key, high)];
      return { key, atLow, atHigh, width: Math.abs(atHigh - atLow) };
    })
    .toSorted((a, b) => b.width - a.width || (a.key < b.key ? -1 : 1));
}
