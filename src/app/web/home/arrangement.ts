/** How somebody arranged a desk: which panels stand on it in which order, and which were put away. Pure. */
export interface Arrangement {
  readonly shown: readonly string[];
  /** Put away. What is in neither list is new since, and stands at the end of the desk. */
  readonly away: readonly string[];
}

interface Keyed {
  readonly key: string;
}

/**
 * The panels of a desk as they were arranged. Takes those that the desk has by itself, all that may stand on it, and the
 * arrangement (null: none). A panel that is gone is passed over.
 */
export function arrangedPanels<P extends Keyed>(
  usual: readonly P[],
  all: readonly P[],
  arrangement: Arrangement | null,
): P[] {
  if (arrangement === null) return [...usual];
  const { shown, away } = arrangement;
  const kept = shown.flatMap((key) => all.find((panel) => panel.key === key) ?? []);
  const fresh = usual.filter(({ key }) => !shown.includes(key) && !away.includes(key));
  return [...kept, ...fresh];
}

/** Puts a panel that stands on the desk to another place in its order, 0 the first; beyond an end it stays at that end. */
export function movedPanel(shown: readonly string[], key: string, place: number): string[] {
  if (!shown.includes(key)) return [...shown];
  const rest = shown.filter((one) => one !== key);
  const at = Math.min(Math.max(0, place), rest.length);
  return rest.toSpliced(at, 0, key);
}

/** Puts a panel away, or back at the end of the desk. */
export function toggledPanel({ shown, away }: Arrangement, key: string): Arrangement {
  return shown.includes(key)
    ? { shown: shown.filter((one) => one !== key), away: [...away, key] }
    : { shown: [...shown, key], away: away.filter((one) => one !== key) };
}
