/** Seats on the wire: who signs in with which access role, invited and ended by those who may. */
import { z } from "zod";
import { endpoint } from "#base/contract";
import { idParams, idText, instantText, reference, version } from "#base/wire";

const address = z.string().trim().min(3).max(254);
const accessRoleKey = z
  .string()
  .regex(/^[a-z][a-z-]{0,40}$/, "An access role is named by its key, like director.");

export const seatOut = z.strictObject({
  id: idText,
  version,
  person: reference,
  email: z.string().describe("The address with which they sign in"),
  role: z.strictObject({ key: z.string(), name: z.string() }),
  state: z.enum(["invited", "active", "ended"]).describe("Invited: no password was chosen yet"),
  twoFactor: z.boolean(),
  seenAt: instantText.nullable().describe("When they were seen last, to the minute; null: never"),
  linkUntil: instantText.nullable().describe("Until when a link can be opened that nobody has used"),
  noWayIn: z.string().nullable().describe("Why its holder cannot sign in, besides an ended seat"),
  fixed: z.string().nullable().describe("Why you cannot change or end it; null: you can"),
});
export type SeatOut = z.infer<typeof seatOut>;

const linkOut = z.strictObject({
  seat: seatOut,
  path: z.string().describe("The link's path; it works once"),
  link: z.string().nullable().describe("The whole link, where the installation's address is configured"),
  until: instantText,
});
export type SeatLinkOut = z.infer<typeof linkOut>;

export const getSeats = endpoint({
  method: "GET",
  path: "/api/seats",
  permission: "access.manage",
  summary: "The seats of this workspace by the person's name, ended ones too",
  output: z.strictObject({ items: z.array(seatOut) }),
});

export const invitePerson = endpoint({
  method: "POST",
  path: "/api/seats",
  permission: "access.manage",
  audit: "seat invited",
  summary: "Gives a person a seat; the answer has the link to hand over, which works once within a week",
  body: z.strictObject({
    personId: idText,
    accessRole: accessRoleKey,
    email: address.optional().describe("The address to sign in with; left out: the person's own"),
  }),
  output: linkOut,
  secret: true,
  status: 201,
});

export const changeSeat = endpoint({
  method: "PATCH",
  path: "/api/seats/:id",
  permission: "access.manage",
  audit: "seat changed",
  summary:
    "Changes the access role of a seat, or the address to sign in with; it holds from the next request on",
  params: idParams,
  body: z.strictObject({ accessRole: accessRoleKey.optional(), email: address.optional() }),
  output: seatOut,
  conditional: true,
});

export const renewSeatLink = endpoint({
  method: "POST",
  path: "/api/seats/:id/links",
  permission: "access.manage",
  audit: "seat link made",
  summary: "A new link to a seat in place of earlier ones: to take it up, or to choose a new password",
  params: idParams,
  output: linkOut,
  secret: true,
  status: 201,
});

export const endSeat = endpoint({
  method: "POST",
  path: "/api/seats/:id/end",
  permission: "access.manage",
  audit: "seat ended",
  summary: "Ends a seat at once, with its sessions, keys, links, password and second factor",
  params: idParams,
  output: seatOut,
});

export const endSeatFactor = endpoint({
  method: "POST",
  path: "/api/seats/:id/end-two-factor",
  permission: "access.manage",
  audit: "two-factor removed",
  summary: "Takes the second factor of a seat away, for a holder who lost it, and ends the seat's sessions",
  params: idParams,
  output: seatOut,
});
