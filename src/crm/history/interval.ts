/** The states of an opportunity over time. Pure. */
export interface Version {
  readonly versionNo: bigint;
  readonly validFrom: Temporal.Instant;
  readonly recordedAt: Temporal.Instant;
  /** When we learned better; null while it is believed. */
  readonly supersededAt: Temporal.Instant | null;
}

/**
 * Versions in order of time, each with the instant at which the next believed one begins. A superseded version gets
 * no end: it is told as what was once believed, not as what held.
 */
export function intervalsOf<V extends Version>(
  versions: readonly V[],
): (V & { readonly validTo: Temporal.Instant | null })[] {
  const inOrder = [...versions].sort(
    (a, b) => Temporal.Instant.compare(a.validFrom, b.validFrom) || (a.versionNo < b.versionNo ? -1 : 1),
  );
  const believed = inOrder.filter((version) => version.supersededAt === null);
  const next = new Map(
    believed.map((version, at) => [version.versionNo, believed[at + 1]?.validFrom ?? null]),
  );
  return inOrder.map((version) => ({ ...version, validTo: next.get(version.versionNo) ?? null }));
}

/** The believed state that held just before an instant, or undefined when there was none yet. */
export function stateBefore<I extends Version>(
  intervals: readonly I[],
  instant: Temporal.Instant,
): I | undefined {
  return intervals.findLast(
    (one) => one.supersededAt === null && Temporal.Instant.compare(one.validFrom, instant) < 0,
  );
}
