/** The organization of a day as a tree: who reports to whom, or who is in which team of which region. Pure. */

export interface Placed {
  readonly id: string;
  readonly name: string;
  readonly title: string | null;
  readonly manager: { readonly id: string; readonly name: string } | null;
  readonly team: { readonly id: string; readonly name: string } | null;
}
interface TeamPlaced {
  readonly id: string;
  readonly name: string;
  readonly kind: "team" | "region";
  readonly parent: { readonly id: string } | null;
}

export interface Branch {
  readonly id: string;
  readonly label: string;
  /** The person, where it is one; else a team or region. */
  readonly person: Placed | null;
  readonly below: readonly Branch[];
  /** How many people are below it, at every depth. */
  readonly people: number;
}

const byName = new Intl.Collator("en", { sensitivity: "base" });
/** Whoever leads others comes first, then by name. */
const inOrder = (branches: readonly Branch[]): Branch[] =>
  branches.toSorted(
    (a, b) => Number(b.below.length > 0) - Number(a.below.length > 0) || byName.compare(a.label, b.label),
  );

const branch = (id: string, label: string, person: Placed | null, below: readonly Branch[]): Branch => ({
  id,
  label,
  person,
  below: inOrder(below),
  people: below.reduce((sum, one) => sum + one.people + (one.person ? 1 : 0), 0),
});

const alone = (person: Placed): Branch => branch(person.id, person.name, person, []);

/** People under their managers. Whoever reports to nobody who was here that day stands at the top. */
export function reportingTree(people: readonly Placed[]): Branch[] {
  const here = new Set(people.map(({ id }) => id));
  const reports = groupBy(people, ({ manager }) => (manager && here.has(manager.id) ? manager.id : null));
  const seen = new Set<string>();
  const grow = (person: Placed): Branch => {
    seen.add(person.id);
    const below = (reports.get(person.id) ?? []).filter(({ id }) => !seen.has(id));
    return branch(person.id, person.name, person, below.map(grow));
  };
  const tops = (reports.get(null) ?? []).map(grow);
  // Lines that lead in a circle have no top; nobody is left out for it.
  const rest = people.filter(({ id }) => !seen.has(id));
  return inOrder([...tops, ...rest.flatMap((person) => (seen.has(person.id) ? [] : [grow(person)]))]);
}

/** Everybody who works for a person, directly or through others. */
export function idsBelow(people: readonly Placed[], id: string): string[] {
  const collected = (branches: readonly Branch[]): string[] =>
    branches.flatMap((one) => [one.id, ...collected(one.below)]);
  const find = (branches: readonly Branch[]): Branch | undefined => {
    for (const one of branches) {
      const found = one.id === id ? one : find(one.below);
      if (found) return found;
    }
    return undefined;
  };
  return collected(find(reportingTree(people))?.below ?? []);
}

/** Regions with their teams, teams with their people; whoever is in no team comes last. */
export function teamTree(people: readonly Placed[], teams: readonly TeamPlaced[]): Branch[] {
  const members = groupBy(people, ({ team }) => team?.id ?? null);
  const parts = groupBy(teams, ({ parent }) => parent?.id ?? null);
  const grow = (team: TeamPlaced): Branch => {
    const own = members.get(team.id) ?? [];
    const inTeam = new Set(own.map(({ id }) => id));
    const below = (parts.get(team.id) ?? []).map(grow).filter(({ people: count }) => count > 0);
    const leading = (person: Placed) => own.some(({ manager }) => manager?.id === person.id);
    const led = (person: Placed) => person.manager !== null && inTeam.has(person.manager.id);
    const [first, rest] = [
      own.filter((person) => leading(person) && !led(person)),
      own.filter((person) => !leading(person) || led(person)),
    ].map((some) => inOrder(some.map(alone)));
    // Who leads the team stands before its parts, everybody else behind them.
    return {
      ...branch(team.id, team.name, null, [...below, ...own.map(alone)]),
      below: [...(first ?? []), ...inOrder(below), ...(rest ?? [])],
    };
  };
  const known = new Set(teams.map(({ id }) => id));
  const lost = people.filter(({ team }) => team === null || !known.has(team.id));
  const none = branch("none", "In no team", null, lost.map(alone));
  const tops = (parts.get(null) ?? []).map(grow).filter(({ people: count }) => count > 0);
  return [...inOrder(tops), ...(none.people > 0 ? [none] : [])];
}

function groupBy<T, K>(items: readonly T[], keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

/** The branches that hold what was looked for, with all that lead to them. */
export function pruned(branches: readonly Branch[], fits: (one: Branch) => boolean): Branch[] {
  return branches.flatMap((one) => {
    const below = pruned(one.below, fits);
    return below.length > 0 || fits(one) ? [{ ...one, below }] : [];
  });
}

export interface Line {
  readonly branch: Branch;
  /** From 1. */
  readonly level: number;
  readonly parent: string | null;
}

/** The lines that are shown where some branches are closed. */
export function linesOf(
  branches: readonly Branch[],
  isClosed: (one: Branch, level: number) => boolean,
  level = 1,
  parent: string | null = null,
): Line[] {
  return branches.flatMap((one) => [
    { branch: one, level, parent },
    ...(isClosed(one, level) ? [] : linesOf(one.below, isClosed, level + 1, one.id)),
  ]);
}
