/** Which branches of the chart are open: as many layers as can be read at once, and the way to whatever is looked for. Pure. */
import type { Branch } from "../tree.ts";

/** How many people are in sight at first, about. */
const readable = 24;

/** How many layers are shown at first: as many as keep the people in sight readable, and two at least. */
export function layersAtFirst(layers: readonly number[]): number {
  let inSight = 0;
  for (const [above, count] of layers.entries()) {
    inSight += count;
    if (inSight > readable) return Math.max(2, above);
  }
  return Math.max(2, layers.length);
}

export interface Hits {
  /** Those that fit, in the order of the chart. */
  readonly ids: readonly string[];
  /** Those that must be open so that all of them are in sight. */
  readonly above: ReadonlySet<string>;
}

/** Whom a search finds, and what stands above them. */
export function hitsIn(branches: readonly Branch[], fits: (one: Branch) => boolean): Hits {
  const ids: string[] = [];
  const above = new Set<string>();
  const look = (one: Branch): boolean => {
    const own = fits(one);
    if (own) ids.push(one.id);
    // Everybody below is looked at, also where one was found already.
    const below = one.below.map(look).some(Boolean);
    if (below) above.add(one.id);
    return own || below;
  };
  for (const one of branches) look(one);
  return { ids, above };
}
