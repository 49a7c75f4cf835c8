/** A seat: by which a person signs in, with an access role; and the rules of who may give and take one. */

/** How long a link to a seat works that nobody has taken, and one to a seat whose holder lost the password. */
export const INVITATION_DAYS = 7;
export const NEW_PASSWORD_MINUTES = 30;

export type SeatState = "invited" | "active" | "ended";

/** What an access role is to the rules: its name and the rights in it. */
export interface GivenRole {
  readonly name: string;
  readonly rights: readonly string[];
}

/** Who gives or takes: the person (null: the owner on the machine) and the rights that they have. */
export interface Giver {
  readonly personId: string | null;
  readonly rights: readonly string[];
}

export interface Holder {
  readonly personId: string;
  readonly personName: string;
  readonly endedAt: Temporal.Instant | null;
  readonly leftOn: Temporal.PlainDate | null;
  readonly removedAt: Temporal.Instant | null;
}

export function seatState(seat: {
  readonly endedAt: Temporal.Instant | null;
  readonly hasPassword: boolean;
}): SeatState {
  if (seat.endedAt !== null) return "ended";
  return seat.hasPassword ? "active" : "invited";
}

/** Why somebody may not give an access role (undefined: there is none of that key), as a sentence, or null. */
export function whyRoleIsOutOfReach(giver: Giver, role: GivenRole | undefined): string | null {
  if (!role) return "There is no such access role.";
  const lacking = role.rights.find((right) => !giver.rights.includes(right));
  if (lacking === undefined) return null;
  return `The access role “${role.name}” has the right "${lacking}", which you lack: nobody gives what they do not have.`;
}

/** Why somebody may not change or end a seat that has a role, as a sentence, or null. */
export function whySeatIsOutOfReach(giver: Giver, seat: Holder, role: GivenRole | undefined): string | null {
  if (seat.endedAt !== null) return "The seat was ended. Invite the person anew for another.";
  if (giver.personId === seat.personId) return "It is your own seat, and nobody changes or ends their own.";
  const lacking = role?.rights.find((right) => !giver.rights.includes(right));
  if (lacking === undefined) return null;
  return `This seat has the right "${lacking}", which you lack: nobody takes what they could not give.`;
}

/** Why a person cannot have a way in, as a sentence, or null. The day on which they leave is their last. */
export function whyNoWayIn(seat: Holder, today: Temporal.PlainDate): string | null {
  if (seat.endedAt !== null) return "The seat was ended.";
  if (seat.removedAt !== null) return `${seat.personName} was removed from the records.`;
  if (seat.leftOn !== null && Temporal.PlainDate.compare(seat.leftOn, today) < 0) {
    return `${seat.personName} left on ${seat.leftOn}.`;
  }
  return null;
}

/** Why somebody may not make a link that signs in as the owner of every workspace, as a sentence, or null. */
export function whyNoOwnerLink(actor: {
  readonly personId: string | null;
  readonly key?: unknown;
}): string | null {
  if (actor.personId === null && actor.key === undefined) return null;
  return "The owner's link opens every workspace of this installation, and your way in opens one.";
}

/** Until when a link to a seat works: a week to take it up, half an hour where it replaces a password. */
export function invitationExpiry(
  now: Temporal.Instant,
  seat: { readonly hasPassword: boolean },
): Temporal.Instant {
  return now.add(seat.hasPassword ? { minutes: NEW_PASSWORD_MINUTES } : { hours: INVITATION_DAYS * 24 });
}

/** The address by which somebody signs in, in the form in which it is kept and compared. */
export function signInAddress(email: string): string {
  return email.trim().toLowerCase();
}

/** Why an address cannot be one to sign in with, as a sentence, or null. Plain letters only: no two look alike. */
export function whyNoAddress(email: string): string | null {
  return /^[!-?A-~]{1,64}@[a-z0-9.-]{1,190}$/.test(email)
    ? null
    : "An address to sign in with looks like ines@example.com, in plain letters.";
}
