/** Which measures say how things stand on a day: their trend is the end of each period, not what falls into it. */
const standing = new Set(["open-pipeline", "weighted-pipeline"]);

/** True where the measure says how things stand on a day. */
export function standsOnADay(name: string): boolean {
  return standing.has(name);
}
