/** A team or a region; each may belong to a larger one. */
export interface Team {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly kind: "team" | "region";
  readonly parentId: string | null;
}

/** The reason why a team cannot belong to another, or null. */
export function aTeamIsNotPartOfItself(
  teams: readonly Pick<Team, "id" | "parentId" | "name">[],
  teamId: string,
  parentId: string | null,
): string | null {
  const byId = new Map(teams.map((team) => [team.id, team]));
  const seen = new Set<string>();
  for (let above = parentId; above !== null && !seen.has(above); above = byId.get(above)?.parentId ?? null) {
    if (above === teamId) return `${byId.get(teamId)?.name ?? "A team"} would be part of itself.`;
    seen.add(above);
  }
  return null;
}
