/** The lines of a list on screen: records, and above the records of each group the group itself. */

/** A browser draws an element only up to a certain height; beyond these lines one narrows the list down. */
export const linesMax = 400_000;

export type Line =
  | { readonly kind: "group"; readonly group: number }
  /** `place` is the record's place in the whole list, from 0. */
  | { readonly kind: "record"; readonly place: number; readonly group: number | null };

export interface Layout {
  readonly lines: number;
  /** How many records have no line because there are too many. */
  readonly beyond: number;
  lineAt(index: number): Line | undefined;
  /** The line of a record's place; null inside a closed group or beyond the last line. */
  indexOf(place: number): number | null;
}

/** The layout of a list of `count` records in groups of the given sizes (null: no groups); closed ones show no records. */
export function layoutOf(
  count: number,
  groups: readonly { readonly count: number }[] | null,
  closed: ReadonlySet<number> = new Set(),
): Layout {
  if (groups === null) return plainLayout(count);
  const starts: { index: number; place: number; shown: number }[] = [];
  let index = 0;
  let place = 0;
  groups.forEach((group, at) => {
    const shown = closed.has(at) ? 0 : group.count;
    starts.push({ index, place, shown });
    index += 1 + shown;
    place += group.count;
  });
  const lines = Math.min(index, linesMax);
  return {
    lines,
    beyond: index - lines,
    lineAt(line) {
      if (line < 0 || line >= lines) return undefined;
      const group = lastAtOrBefore(starts, (start) => start.index <= line);
      const start = starts[group];
      if (!start) return undefined;
      return line === start.index
        ? { kind: "group", group }
        : { kind: "record", place: start.place + line - start.index - 1, group };
    },
    indexOf(wanted) {
      const start = starts[lastAtOrBefore(starts, (one) => one.place <= wanted)];
      const within = start ? wanted - start.place : -1;
      if (!start || within < 0 || within >= start.shown) return null;
      const line = start.index + 1 + within;
      return line < lines ? line : null;
    },
  };
}

function plainLayout(count: number): Layout {
  const lines = Math.min(count, linesMax);
  const inside = (at: number) => at >= 0 && at < lines;
  return {
    lines,
    beyond: count - lines,
    lineAt: (index) => (inside(index) ? { kind: "record", place: index, group: null } : undefined),
    indexOf: (place) => (inside(place) ? place : null),
  };
}

/** The last entry of an ordered list that fulfils a condition which all before it fulfil as well; -1 where none does. */
function lastAtOrBefore<T>(entries: readonly T[], fulfils: (entry: T) => boolean): number {
  let low = 0;
  let high = entries.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const entry = entries[middle];
    if (entry !== undefined && fulfils(entry)) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
