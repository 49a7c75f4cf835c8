/** The verbs about access roles: show them, adjust one, add one of the company's own, go back to what came along. */
import { type Clock, newId, refuse } from "#base/kernel";
import {
  type Actor,
  type Bundle,
  companyRights,
  type Db,
  everyRight,
  permissionsOf,
  refuseStale,
  startingAccessRoles,
  whyUnfitBundle,
} from "#base/platform";
import { whyRoleIsOutOfReach } from "../access/seat.ts";
import { refuseBecause, requireFound } from "../refusals.ts";
import * as store from "./access-role-store.ts";
import {
  type CompanyRole,
  type RoleSaid,
  rolesTogether,
  whyBundleIsOutOfReach,
  whyRoleIsHeld,
  whyRoleStays,
} from "./access-roles.ts";
import type { AccessRoleOut } from "./contract.ts";
import { rightWords } from "./right.ts";

/** Every access role of a company, in its own edition where it has one. */
export async function accessRolesOf(db: Db, workspaceId: string): Promise<CompanyRole[]> {
  return rolesTogether(startingAccessRoles, await store.listOwnAccessRoles(db, workspaceId));
}

/** What a role gives as the company has adjusted it, or undefined where it is as it came. Asked on every request. */
export async function adjustedBundle(db: Db, workspaceId: string, key: string): Promise<Bundle | undefined> {
  if (whyRoleStays(key) !== null) return undefined;
  const own = await store.findOwnAccessRole(db, workspaceId, key);
  return own && { rights: own.rights as Bundle["rights"], reach: own.reach };
}

interface Managing {
  readonly db: Db;
  readonly actor: Actor;
}

async function shown({ db, actor }: Managing, role: CompanyRole): Promise<AccessRoleOut> {
  const giver = { personId: actor.personId, rights: permissionsOf(actor) };
  return {
    key: role.key,
    id: role.own?.id ?? null,
    version: role.own?.version ?? null,
    name: role.name,
    summary: role.summary,
    rights: everyRight.filter((right) => role.rights.includes(right)),
    reach: role.reach,
    comesAlong: role.comesAlong,
    seats: await store.countSeatsWith(db, actor.workspaceId, role.key),
    stays: whyRoleStays(role.key),
    outOfReach: whyRoleIsOutOfReach(giver, role),
  };
}

/** The roles, and every right in words. */
export async function showAccessRoles(managing: Managing) {
  const items: AccessRoleOut[] = [];
  for (const role of await accessRolesOf(managing.db, managing.actor.workspaceId)) {
    items.push(await shown(managing, role));
  }
  const yours = permissionsOf(managing.actor);
  return {
    items,
    rights: everyRight.map((right) => ({
      right,
      words: rightWords[right] ?? right,
      wholeCompany: companyRights.includes(right),
      yours: yours.includes(right),
    })),
  };
}

async function showOne(managing: Managing, key: string): Promise<AccessRoleOut> {
  const role = (await accessRolesOf(managing.db, managing.actor.workspaceId)).find((one) => one.key === key);
  return shown(managing, requireFound(role, "access role"));
}

/** Refuses what is no bundle, and what the asker may not give or take. */
function refuseUnfit({ actor }: Managing, key: string, wanted: RoleSaid, before: RoleSaid | null): void {
  refuseBecause(whyRoleStays(key), "key");
  const unknown = wanted.rights.find((right) => !everyRight.some((known) => known === right));
  refuseBecause(unknown === undefined ? null : `There is no right "${unknown}".`, "rights");
  refuseBecause(whyUnfitBundle(wanted as Bundle), "reach");
  const giver = { role: actor.role, rights: permissionsOf(actor) };
  const reason = whyBundleIsOutOfReach(giver, key, wanted, before);
  if (reason !== null) {
    refuse("denied", reason, { fix: "Ask somebody whose seat has more rights, or the owner." });
  }
}

/** Adjusts a role that comes along, or adds one. Refuses a key of which the company has its own edition already. */
export async function writeAccessRole(
  managing: Managing & { readonly clock: Clock },
  { key, ...said }: RoleSaid & { readonly key: string },
): Promise<AccessRoleOut> {
  const { db, actor, clock } = managing;
  if (await store.findOwnAccessRole(db, actor.workspaceId, key)) {
    refuse("conflict", "The company has its own edition of this access role already.", {
      fix: "Change that one, or choose another key.",
    });
  }
  const along = startingAccessRoles.find((role) => role.key === key) ?? null;
  refuseUnfit(managing, key, said, along);
  await store.insertAccessRole(db, actor.workspaceId, { id: newId(clock), key, ...said });
  return showOne(managing, key);
}

/** Changes the company's edition. Refuses a stale version and what the asker may not give or take. */
export async function rewriteAccessRole(
  managing: Managing,
  id: string,
  expectedVersion: number,
  given: Partial<RoleSaid>,
): Promise<AccessRoleOut> {
  const { db, actor } = managing;
  const held = refuseStale(await store.holdOwnAccessRole(db, actor.workspaceId, id), expectedVersion);
  const said: RoleSaid = {
    name: given.name ?? held.name,
    summary: given.summary ?? held.summary,
    rights: given.rights ?? held.rights,
    reach: given.reach ?? held.reach,
  };
  refuseUnfit(managing, held.key, said, held);
  await store.storeAccessRole(db, actor.workspaceId, id, said);
  return showOne(managing, held.key);
}

/** Takes the company's edition away. Refuses a stale version, and one of its own that open seats have. */
export async function dropAccessRole(managing: Managing, id: string, expectedVersion: number) {
  const { db, actor } = managing;
  const held = refuseStale(await store.holdOwnAccessRole(db, actor.workspaceId, id), expectedVersion);
  const along = startingAccessRoles.find((role) => role.key === held.key);
  const reason = whyRoleIsHeld(
    along !== undefined,
    await store.countSeatsWith(db, actor.workspaceId, held.key),
  );
  if (reason !== null) refuse("conflict", reason, { fix: "Change the role of those seats." });
  refuseUnfit(managing, held.key, along ?? { ...held, rights: [] }, held);
  return { id, version: await store.markAccessRoleRemoved(db, actor.workspaceId, id) };
}
