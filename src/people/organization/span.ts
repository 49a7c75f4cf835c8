/** The shape of an organization on a day: how many layers it has, how many people each manager leads, and who stands outside. */

/** Somebody of the day, with whom they report to on it. */
export interface InPlace {
  readonly id: string;
  readonly manager: { readonly id: string } | null;
}

export interface Spanned {
  readonly id: string;
  /** From 1 at the top. */
  readonly layer: number;
  /** How many report to them themselves. */
  readonly direct: number;
  /** How many work for them, directly or through others. */
  readonly all: number;
}

export interface Shape {
  /** How many people stand in each layer, the top one first. Who stands outside the tree is in none. */
  readonly layers: readonly number[];
  /** Everybody in the tree. */
  readonly people: readonly Spanned[];
  /** Those who report to nobody of that day and lead somebody. */
  readonly tops: readonly string[];
  /** Those who report to nobody at all and lead nobody. */
  readonly outside: readonly string[];
  /** Those whose manager was not here that day. They stand at the top too. */
  readonly orphaned: readonly string[];
  /** Those whose reporting lines lead in a circle, so that nobody of it stands on top. */
  readonly circling: readonly string[];
  /** Direct reports of a manager: the middle one (between two: their mean) and the most; null without any manager. */
  readonly median: number | null;
  readonly largest: Spanned | null;
  /** Managers to whom one person reports. */
  readonly single: readonly string[];
}

/**
 * Takes the people of a day and gives their shape. A manager is somebody to whom at least one person of that day
 * reports. Whoever reports to somebody who was not here that day stands at the top, with all below them.
 */
export function shapeOf(people: readonly InPlace[]): Shape {
  const here = new Set(people.map(({ id }) => id));
  const above = ({ manager }: InPlace) => (manager && here.has(manager.id) ? manager.id : null);
  const reports = Map.groupBy(people, above);
  const found = new Map<string, Spanned>();
  const roots = reports.get(null) ?? [];
  const orphaned = roots.filter(({ manager }) => manager !== null).map(({ id }) => id);
  const leads = (id: string) => (reports.get(id)?.length ?? 0) > 0;
  const outside = roots.filter((one) => one.manager === null && !leads(one.id)).map(({ id }) => id);
  for (const root of roots) {
    if (leads(root.id) || root.manager !== null) walk(root.id, 1, reports, found);
  }
  const placed = [...found.values()];
  const layers: number[] = [];
  for (const { layer } of placed) layers[layer - 1] = (layers[layer - 1] ?? 0) + 1;
  const managers = placed.filter(({ direct }) => direct > 0);
  const standing = new Set([...found.keys(), ...outside]);
  return {
    layers,
    people: placed,
    tops: roots.filter(({ id }) => leads(id)).map(({ id }) => id),
    outside,
    orphaned,
    circling: people.filter(({ id }) => !standing.has(id)).map(({ id }) => id),
    median: medianOf(managers.map(({ direct }) => direct)),
    largest: managers.reduce<Spanned | null>(
      (most, one) => (most === null || one.direct > most.direct ? one : most),
      null,
    ),
    single: managers.filter(({ direct }) => direct === 1).map(({ id }) => id),
  };
}

/** Places somebody and all below them; gives how many these are, they themselves included. */
function walk(
  id: string,
  layer: number,
  reports: ReadonlyMap<string | null, readonly InPlace[]>,
  found: Map<string, Spanned>,
): number {
  const own = reports.get(id) ?? [];
  // Placed before those below, so that the list reads from the top.
  found.set(id, { id, layer, direct: own.length, all: 0 });
  const all = own.reduce((sum, one) => sum + walk(one.id, layer + 1, reports, found), 0);
  found.set(id, { id, layer, direct: own.length, all });
  return all + 1;
}

function medianOf(numbers: readonly number[]): number | null {
  const sorted = numbers.toSorted((a, b) => a - b);
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}
