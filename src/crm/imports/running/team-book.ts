/** Teams and regions by their names, with those that an import still has to make. */
interface KnownTeam {
  readonly id: string;
  readonly name: string;
  readonly kind: "team" | "region";
  readonly parentId: string | null;
}

/** Between the names of a team and of those that it is a part of, the outermost first; no name holds it. */
const separator = "\u001f";

/** A team inside others as one text. */
export const teamPath = (names: readonly string[]): string => names.join(separator);

export class TeamBook {
  readonly #teams: KnownTeam[];
  readonly #newId: () => string;
  readonly missing: KnownTeam[] = [];

  constructor(teams: readonly KnownTeam[], newId: () => string) {
    this.#teams = [...teams];
    this.#newId = newId;
  }

  /** The team of a path inside a parent or alone; those on it that are not there are noted as missing. */
  teamAt(path: string, parentId: string | null): string | null {
    return path
      .split(separator)
      .reduce<string | null>((inside, name) => this.idOf(name, "team", inside), parentId);
  }

  /** The team or region of this name inside a parent or alone; one that is not there is noted as missing. */
  idOf(name: string, kind: "team" | "region", parentId: string | null): string {
    const found = this.#teams.find(
      (team) =>
        team.name.toLowerCase() === name.toLowerCase() && team.kind === kind && team.parentId === parentId,
    );
    if (found !== undefined) return found.id;
    const team = { id: this.#newId(), name, kind, parentId };
    this.#teams.push(team);
    this.missing.push(team);
    return team.id;
  }
}
