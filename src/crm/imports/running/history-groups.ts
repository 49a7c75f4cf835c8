/** Rows of history brought together by the opportunity that they tell of, a bounded part of them at a time. */
/** Rows of history that are held in memory at once, about. */
export const historyRowsHeld = 200_000;

/** In how many parts the opportunities are gone through, so that the history of one part fits into memory. */
export function partsFor(historyRows: number, held = historyRowsHeld): number {
  return Math.max(1, Math.ceil(historyRows / held));
}

/** Which of the parts an opportunity belongs to. */
export function partOf(key: string, parts: number): number {
  let hash = 0;
  for (let at = 0; at < key.length; at += 1) hash = (hash * 31 + key.charCodeAt(at)) >>> 0;
  return hash % parts;
}
