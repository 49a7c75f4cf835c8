/** Who reports to whom by a tree of roles, for people of whom no manager is named (Salesforce UserRole). */
import { type ReadRow, textIn } from "../mapping/row.ts";
import type { Joins } from "./joins.ts";

/** Climbs from a role to the nearest one above it that exactly one person leads; null when there is none. */
export function leaderAbove(
  role: string,
  parents: ReadonlyMap<string, string>,
  leaders: ReadonlyMap<string, readonly string[]>,
): string | null {
  const seen = new Set([role]);
  for (let at = parents.get(role); at !== undefined && !seen.has(at); at = parents.get(at)) {
    seen.add(at);
    const found = leaders.get(at) ?? [];
    if (found.length === 1) return found[0] ?? null;
  }
  return null;
}

/** Notes the manager of everyone whose role has a leader above it. */
export async function noteRoles(
  roles: AsyncIterable<ReadRow>,
  people: () => AsyncIterable<ReadRow>,
  joins: Joins,
): Promise<void> {
  const parents = new Map<string, string>();
  const leaders = new Map<string, readonly string[]>();
  const stated = new Set<string>();
  let count = 0;
  for await (const row of roles) {
    count += 1;
    const parent = textIn(row, "parent");
    if (parent !== null) parents.set(row.key, parent);
    const user = textIn(row, "user");
    if (user === null) continue;
    leaders.set(row.key, [user]);
    stated.add(row.key);
  }
  if (count === 0) return;
  const roleOf = new Map<string, string>();
  for await (const row of people()) {
    const role = textIn(row, "role");
    if (role === null) continue;
    roleOf.set(row.key, role);
    if (!stated.has(role)) leaders.set(role, [...(leaders.get(role) ?? []), row.key]);
  }
  for (const [person, role] of roleOf) {
    const manager = leaderAbove(role, parents, leaders);
    if (manager !== null && manager !== person) joins.note("person", person, "manager", manager);
  }
}
