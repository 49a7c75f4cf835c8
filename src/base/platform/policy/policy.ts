/**
 * The one place that decides who may do what. Every read and every write passes here first; what passes gets a
 * Sight, which stores need before they show anything. What this table does not grant is refused.
 */
import type { Permission } from "../../contract.ts";
import { Refusal } from "../../kernel/index.ts";
import { type AccessRole, everyRight, startingAccessRoles, whyUnfitBundle } from "./access-role.ts";
import type { Narrowed } from "./compiled-rule.ts";

/** Who is asking, and in which workspace. `personId` is null while a seat belongs to nobody in the records. */
export interface Actor {
  readonly workspaceId: string;
  readonly personId: string | null;
  readonly name: string;
  /** An access role's key, or "command-line". */
  readonly role: string;
  /** The role's bundle as the company has adjusted it; left out: as it comes along. */
  readonly bundle?: Bundle;
  /** Where the role's reach is not the whole company: the people whose records it reaches today. Left out: nobody's. */
  readonly people?: readonly string[];
  /** A program that calls with a key, which narrows the role's rights; left out: somebody who is here in person. */
  readonly key?: { readonly id: string; readonly rights: KeyRights };
}

/** What an access role may do, and whose records it reaches. */
export type Bundle = Pick<AccessRole, "rights" | "reach">;

/** What a key may do at most: read, or read and write records and plans. No key configures the workspace or makes keys. */
export type KeyRights = "read" | "write";

declare const decided: unique symbol;

/** What an actor may see. Only {@link sightOf} makes one, so a store that takes one was preceded by a decision. */
export interface Sight {
  readonly workspaceId: string;
  /** Which rows: all of the workspace, or those that the rules of visibility give to who reaches these people. */
  readonly rows: "all" | Narrowed;
  readonly [decided]: true;
}

const bundles = new Map<string, Bundle>([
  ...startingAccessRoles.map(({ key, rights, reach }) => [key, { rights, reach }] as const),
  ["command-line", { rights: everyRight, reach: "company" }],
]);
const none: Bundle = { rights: [], reach: "own" };

/** What an actor's role may do. A role that nobody knows has no rights, and one whose bundle contradicts itself neither. */
function bundleOf({ role, bundle }: Actor): Bundle {
  const held = bundle ?? bundles.get(role) ?? none;
  return whyUnfitBundle(held) === null ? held : none;
}

const reading: readonly Permission[] = [
  "workspace.read",
  "people.read",
  "records.read",
  "plan.read",
  "analytics.read",
];
const withKey: Readonly<Record<KeyRights, ReadonlySet<Permission>>> = {
  read: new Set(reading),
  write: new Set([...reading, "people.write", "records.write", "views.write", "imports.run", "plan.write"]),
};

function hasRight(actor: Actor, permission: Permission): boolean {
  if (!bundleOf(actor).rights.includes(permission)) return false;
  return actor.key === undefined || withKey[actor.key.rights].has(permission);
}

/** The rights of an actor: of their role, narrowed by their key. A role that the table does not know has none. */
export function permissionsOf(actor: Actor): readonly Permission[] {
  return everyRight.filter((permission) => hasRight(actor, permission));
}

/** Why an actor may not do something, as a sentence, or null when they may. */
export function whyDenied(actor: Actor, permission: Permission): string | null {
  if (hasRight(actor, permission)) return null;
  if (actor.key) {
    return `The key “${actor.name}” may ${actor.key.rights}, which does not include the right "${permission}".`;
  }
  return `${actor.name} has the role "${actor.role}", which does not include the right "${permission}".`;
}

/** What an actor may see with a permission. Refuses ("denied") when the role does not include it. */
export function sightOf(actor: Actor, permission: Permission): Sight {
  const reason = whyDenied(actor, permission);
  if (reason) {
    throw new Refusal("denied", reason, {
      fix: actor.key
        ? "Use a key that includes it, or do it signed in: no key configures the workspace or makes keys."
        : "Ask the owner of the workspace for a role that includes it.",
    });
  }
  return { workspaceId: actor.workspaceId, rows: rowsOf(actor) } as Sight;
}

/** Whose records an actor's role reaches. */
export function reachOf(actor: Actor): Bundle["reach"] {
  return bundleOf(actor).reach;
}

/** Whose records an actor sees: everybody's, or those of the people that their role reaches. */
function rowsOf(actor: Actor): Sight["rows"] {
  if (reachOf(actor) === "company") return "all";
  return { personId: actor.personId, people: actor.people ?? [] };
}
