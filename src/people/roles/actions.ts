/** The verbs about roles: read them, write the company's own edition, go back to what came along, lay two side by side. */
import { type Clock, newId, refuse } from "#base/kernel";
import { type Db, refuseStale, type Sight } from "#base/platform";
import { requireFound } from "../refusals.ts";
import type { RoleOut } from "./contract.ts";
import {
  type Profile,
  rewritten,
  type SectionKey,
  sectionKeys,
  sectionsOf,
  separate,
  separationOf,
} from "./role.ts";
import { startingProfile, startingProfiles } from "./starting.ts";
import {
  findOwnRole,
  holdOwnRole,
  insertRole,
  listOwnRoles,
  markRoleRemoved,
  type OwnRole,
  storeRole,
} from "./store.ts";

type Texts = Readonly<Record<SectionKey, readonly string[]>>;
export interface Written {
  readonly name: string;
  readonly level: string;
  readonly sections: Texts;
}

function shown(key: string, profile: Profile, own: OwnRole | null): RoleOut {
  const sections = sectionKeys.map((section) => [
    section,
    profile.sections[section].map((line) => ({ ...line })),
  ]);
  return {
    key,
    id: own?.id ?? null,
    version: own?.version ?? null,
    name: profile.name,
    level: profile.level,
    comesAlong: startingProfile(key) !== undefined,
    sections: Object.fromEntries(sections),
  };
}

const shownOwn = (own: OwnRole) => shown(own.key, own, own);

/** All roles: those that come along first, each in the company's own edition where it has one. */
export async function showRoles(db: Db, sight: Sight): Promise<RoleOut[]> {
  const own = await listOwnRoles(db, sight);
  const along = startingProfiles.map((profile) => {
    const edition = own.find(({ key }) => key === profile.key);
    return edition ? shownOwn(edition) : shown(profile.key, profile, null);
  });
  return [...along, ...own.filter(({ key }) => startingProfile(key) === undefined).map(shownOwn)];
}

/** One role, in the company's own edition where it has one. Refuses a key that no role has. */
export async function showRole(db: Db, sight: Sight, key: string): Promise<RoleOut> {
  const own = await findOwnRole(db, sight.workspaceId, key);
  if (own) return shownOwn(own);
  return shown(key, requireFound(startingProfile(key), "role"), null);
}

function sectionsFrom(before: Profile | undefined, texts: Texts) {
  const none = sectionsOf({});
  const changed = sectionKeys.map((key) => [key, rewritten((before?.sections ?? none)[key], texts[key])]);
  return Object.fromEntries(changed) as unknown as Profile["sections"];
}

/** Writes the company's own edition of a role, or a role of its own. Refuses a key of which it has one already. */
export async function writeRole(
  db: Db,
  workspaceId: string,
  clock: Clock,
  { key, name, level, sections }: Written & { readonly key: string },
): Promise<RoleOut> {
  if (await findOwnRole(db, workspaceId, key)) {
    refuse("conflict", "The company has its own edition of this role already.", {
      fix: "Change that one, or choose another key.",
    });
  }
  const said = { name, level, sections: sectionsFrom(startingProfile(key), sections) };
  await insertRole(db, workspaceId, { id: newId(clock), key, ...said });
  return shownOwn(requireFound(await findOwnRole(db, workspaceId, key), "role"));
}

/** Changes what the company's own edition says. Refuses a stale version. */
export async function rewriteRole(
  db: Db,
  workspaceId: string,
  id: string,
  expectedVersion: number,
  given: Partial<Written>,
): Promise<RoleOut> {
  const held = refuseStale(await holdOwnRole(db, workspaceId, id), expectedVersion);
  await storeRole(db, workspaceId, id, {
    name: given.name ?? held.name,
    level: given.level ?? held.level,
    sections: given.sections ? sectionsFrom(held, given.sections) : held.sections,
  });
  return shownOwn(requireFound(await findOwnRole(db, workspaceId, held.key), "role"));
}

/** Takes the company's own edition away; its history stays. Refuses a stale version. */
export async function dropRole(db: Db, workspaceId: string, id: string, expectedVersion: number) {
  refuseStale(await holdOwnRole(db, workspaceId, id), expectedVersion);
  return { id, version: await markRoleRemoved(db, workspaceId, id) };
}

/** Two roles side by side. */
export async function layBeside(db: Db, sight: Sight, key: string, otherKey: string) {
  const [one, other] = [await showRole(db, sight, key), await showRole(db, sight, otherKey)];
  const profiles = [one, other] as unknown as readonly [Profile, Profile];
  return {
    one,
    other,
    separation: separationOf(...profiles),
    sections: separate(...profiles).map((section) => ({
      ...section,
      both: [...section.both],
      one: [...section.one],
      other: [...section.other],
    })),
  };
}
