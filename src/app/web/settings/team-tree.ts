/** Teams in the order of a tree: each below the one it belongs to, by name. */
interface Node {
  readonly id: string;
  readonly name: string;
  readonly parent: { readonly id: string } | null;
}

/** Every team once, with how deep it lies; a team whose parent is not among them stands at the top. */
export function branchesOf<T extends Node>(
  teams: readonly T[],
): { readonly team: T; readonly depth: number }[] {
  const known = new Set(teams.map((team) => team.id));
  const below = Map.groupBy(
    teams.toSorted((a, b) => a.name.localeCompare(b.name)),
    (team) => (team.parent && known.has(team.parent.id) ? team.parent.id : null),
  );
  const walk = (parent: string | null, depth: number): { team: T; depth: number }[] =>
    (below.get(parent) ?? []).flatMap((team) => [{ team, depth }, ...walk(team.id, depth + 1)]);
  return walk(null, 0);
}
