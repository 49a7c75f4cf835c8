/** How firm a share is that was counted on few: the interval in which it likely lies. */

/** A share between 0 and 1 with the bounds of its 95 % interval. */
export interface ShareInterval {
  readonly low: number;
  readonly high: number;
}

/** The name of the method as it is told beside every interval. */
export const shareIntervalMethod = "Wilson score, 95 %";

/** The 0.975 quantile of the normal distribution. */
const z = 1.959963984540054;

/**
 * The 95 % interval of a share of `hits` out of `trials`, by Wilson's score method (E. B. Wilson, JASA 22, 1927): it keeps
 * within 0 and 1 and holds for few trials too, where the usual ± does not. Refuses counts that are none.
 */
export function wilsonInterval(hits: number, trials: number): ShareInterval {
  if (!(trials > 0 && hits >= 0 && hits <= trials))
    throw new RangeError(`${hits} of ${trials} is no share of a count.`);
  const share = hits / trials;
  const spread = (z * z) / trials;
  const middle = share + spread / 2;
  const half = z * Math.sqrt((share * (1 - share)) / trials + spread / (4 * trials));
  const low = hits === 0 ? 0 : (middle - half) / (1 + spread);
  const high = hits === trials ? 1 : (middle + half) / (1 + spread);
  return { low, high };
}
