/** What the desk does about teams and regions. */
import { type Clock, newId } from "#base/kernel";
import { type Db, refuseStale } from "#base/platform";
import { type Amendment, amended } from "../amendment.ts";
import { refuseBecause, requireFound, requireKnown } from "../refusals.ts";
import { holdWorkspace } from "../workspace/store.ts";
import { aTeamIsNotPartOfItself, type Team } from "./team.ts";
import { holdTeam, insertTeam, listTeams, storeTeam } from "./team-store.ts";

export interface TeamShown extends Omit<Team, "parentId"> {
  readonly parent: { readonly id: string; readonly name: string } | null;
}

/** Every team with the name of the one it belongs to. */
export async function teamsShown(db: Db, workspaceId: string): Promise<TeamShown[]> {
  const teams = await listTeams(db, { workspaceId });
  const byId = new Map(teams.map((team) => [team.id, team]));
  return teams.map(({ parentId, ...team }) => {
    const parent = parentId === null ? undefined : byId.get(parentId);
    return { ...team, parent: parent ? { id: parent.id, name: parent.name } : null };
  });
}

async function teamShown(db: Db, workspaceId: string, id: string): Promise<TeamShown> {
  return requireFound(
    (await teamsShown(db, workspaceId)).find((team) => team.id === id),
    "team",
  );
}

/** Adds a team or region. Refuses a parent that is not there. */
export async function addTeam(
  db: Db,
  workspaceId: string,
  clock: Clock,
  given: Pick<Team, "name" | "kind" | "parentId">,
): Promise<TeamShown> {
  const id = newId(clock);
  await requireParent(db, workspaceId, id, given.parentId);
  await insertTeam(db, workspaceId, { id, ...given });
  return teamShown(db, workspaceId, id);
}

/** Renames a team or puts it under another. Refuses a stale version and a team that would be part of itself. */
export async function changeTeam(
  db: Db,
  workspaceId: string,
  id: string,
  expectedVersion: number,
  given: Amendment<Pick<Team, "name" | "kind" | "parentId">>,
): Promise<TeamShown> {
  await holdWorkspace(db, workspaceId);
  const held = refuseStale(await holdTeam(db, workspaceId, id), expectedVersion);
  const team = amended<Team>(held, given);
  await requireParent(db, workspaceId, id, team.parentId);
  await storeTeam(db, workspaceId, team);
  return teamShown(db, workspaceId, id);
}

async function requireParent(
  db: Db,
  workspaceId: string,
  id: string,
  parentId: string | null,
): Promise<void> {
  if (parentId === null) return;
  const teams = await listTeams(db, { workspaceId });
  const known = teams.some((team) => team.id === parentId);
  requireKnown(known, "team", "parentId");
  refuseBecause(aTeamIsNotPartOfItself(teams, id, parentId), "parentId");
}
