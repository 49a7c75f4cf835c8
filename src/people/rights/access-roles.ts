/** Access roles as a company has them: those that come along, those that it has adjusted, those of its own. */

/** What a role says. */
export interface RoleSaid {
  readonly name: string;
  readonly summary: string;
  readonly rights: readonly string[];
  readonly reach: "company" | "line" | "team" | "own";
}
export interface KeyedRole extends RoleSaid {
  readonly key: string;
}
/** The company's own edition. */
export interface OwnAccessRole extends KeyedRole {
  readonly id: string;
  readonly version: number;
}
export interface CompanyRole extends KeyedRole {
  readonly own: OwnAccessRole | null;
  readonly comesAlong: boolean;
}

/** Every role: those that come along in their order, each in the company's edition where it has one; then its own by name. */
export function rolesTogether(starting: readonly KeyedRole[], own: readonly OwnAccessRole[]): CompanyRole[] {
  const along = starting.map((role) => {
    const edition = own.find(({ key }) => key === role.key) ?? null;
    return { ...(edition ?? role), own: edition, comesAlong: true };
  });
  const others = own
    .filter(({ key }) => !starting.some((role) => role.key === key))
    .map((role) => ({ ...role, own: role, comesAlong: false }));
  return [...along, ...others.toSorted((a, b) => a.name.localeCompare(b.name, "en"))];
}

/** Why the role of a key cannot be adjusted by anybody, as a sentence, or null. */
export function whyRoleStays(key: string): string | null {
  if (key === "owner") return "The owner may do everything, so that nobody can lock everybody out.";
  if (key === "command-line") return "The command line of the machine is the owner's.";
  return null;
}

/**
 * Why somebody may not give a bundle of rights to a role, as a sentence, or null: nobody gives what they lack, or changes
 * what they hold themselves. `before` is what the role gave until now.
 */
export function whyBundleIsOutOfReach(
  giver: { readonly role: string; readonly rights: readonly string[] },
  key: string,
  wanted: Pick<RoleSaid, "rights">,
  before: Pick<RoleSaid, "rights"> | null,
): string | null {
  if (giver.role === key) return "It is the role that you have yourself, and nobody changes what they hold.";
  const touched = [...wanted.rights, ...(before?.rights ?? [])];
  const lacking = touched.find((right) => !giver.rights.includes(right));
  if (lacking === undefined) return null;
  return `You lack the right "${lacking}": nobody gives or takes what they do not have.`;
}

/** Why a role that does not come along cannot be taken away while people hold it, as a sentence, or null. */
export function whyRoleIsHeld(comesAlong: boolean, seats: number): string | null {
  if (comesAlong || seats === 0) return null;
  const who = seats === 1 ? "One open seat has" : `${seats} open seats have`;
  return `${who} this role. Give them another one first.`;
}
