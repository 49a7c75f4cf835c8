/** A filter being put together: its parts found and changed by their place. Pure. */
import { type Filter, type FilterGroup, isGroup, noFilter } from "#base/kernel";

/** The places to go through from the whole filter to a part: [] is the whole, [1, 0] the first part of its second. */
export type PartPath = readonly number[];

/** The filter with one part changed, or left out (null). A group that has become empty goes as well, but for the whole. */
export function withPart(filter: FilterGroup, path: PartPath, part: Filter | null): FilterGroup {
  const changed = replaced(filter, path, part);
  if (changed === null) return noFilter;
  return isGroup(changed) ? changed : { join: "and", parts: [changed] };
}

function replaced(filter: Filter, path: PartPath, part: Filter | null): Filter | null {
  const [at, ...rest] = path;
  if (at === undefined) return part;
  if (!isGroup(filter)) return filter;
  const parts = filter.parts.flatMap((one, place) => {
    const kept = place === at ? replaced(one, rest, part) : one;
    return kept === null ? [] : [kept];
  });
  return parts.length === 0 ? null : { ...filter, parts };
}

/** The filter with a part added at the end of the group at a path. */
export function withAdded(filter: FilterGroup, path: PartPath, part: Filter): FilterGroup {
  const group = partAt(filter, path);
  if (group === undefined || !isGroup(group)) return filter;
  const grown = { ...group, parts: [...group.parts, part] };
  return path.length === 0 ? grown : withPart(filter, path, grown);
}

export function partAt(filter: Filter, path: PartPath): Filter | undefined {
  const [at, ...rest] = path;
  if (at === undefined) return filter;
  const part = isGroup(filter) ? filter.parts[at] : undefined;
  return part && partAt(part, rest);
}
