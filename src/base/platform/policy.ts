/**
 * The one place that decides who may do what. Every read and every write passes here first; what passes gets a
 * Sight, which stores need before they show anything. What this table does not grant is refused.
 */
import type { Permission } from "../contract.ts";
import { Refusal } from "../kernel/index.ts";

/** Who is asking, and in which workspace. `personId` is null while a seat belongs to nobody in the records. */
export interface Actor {
  readonly workspaceId: string;
  readonly personId: string | null;
  readonly name: string;
  readonly role: "owner" | "command-line";
}

declare const decided: unique symbol;

/** What an actor may see. Only {@link sightOf} makes one, so a store that takes one was preceded by a decision. */
export interface Sight {
  readonly workspaceId: string;
  /** Which rows: all of the workspace, until seats and roles narrow it. */
  readonly rows: "all";
  readonly [decided]: true;
}

const everything: readonly Permission[] = [
  "workspace.read",
  "workspace.configure",
  "people.read",
  "people.write",
  "records.read",
  "records.write",
  "views.write",
  "imports.run",
  "plan.read",
  "plan.write",
  "analytics.read",
];

const granted = new Map<string, ReadonlySet<Permission>>([
  ["owner", new Set(everything)],
  ["command-line", new Set(everything)],
]);

/** The rights of an actor's role. A role that the table does not know has none. */
export function permissionsOf(actor: Actor): readonly Permission[] {
  return everything.filter((permission) => granted.get(actor.role)?.has(permission) ?? false);
}

/** Why an actor may not do something, as a sentence, or null when they may. */
export function whyDenied(actor: Actor, permission: Permission): string | null {
  if (granted.get(actor.role)?.has(permission)) return null;
  return `${actor.name} has the role "${actor.role}", which does not include the right "${permission}".`;
}

/** What an actor may see with a permission. Refuses ("denied") when the role does not include it. */
export function sightOf(actor: Actor, permission: Permission): Sight {
  const reason = whyDenied(actor, permission);
  if (reason) {
    throw new Refusal("denied", reason, {
      fix: "Ask the owner of the workspace for a role that includes it.",
    });
  }
  return { workspaceId: actor.workspaceId, rows: "all" } as Sight;
}
