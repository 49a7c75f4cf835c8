/** Rights on the wire: access roles, what is shared with whom, and whom somebody reaches. */
import { z } from "zod";
import { endpoint } from "#base/contract";
import { dateText, idParams, idText, nameText, reference, removal, version } from "#base/wire";

const reach = z.enum(["company", "line", "team", "own"]);
const accessRoleKey = z
  .string()
  .regex(/^[a-z][a-z-]{0,40}$/, "An access role's key has small letters and hyphens, like team-lead.");

export const accessRoleOut = z.strictObject({
  key: z.string(),
  id: idText.nullable().describe("Of the company's own edition; null while the role is as it came"),
  version: version.nullable(),
  name: z.string(),
  summary: z.string(),
  rights: z.array(z.string()),
  reach,
  comesAlong: z.boolean().describe("Whether the product brings this role along"),
  seats: z.int().describe("How many open seats have it"),
  stays: z.string().nullable().describe("Why nobody can adjust it; null: it can be"),
  outOfReach: z.string().nullable().describe("Why you cannot give it to a seat; null: you can"),
});
export type AccessRoleOut = z.infer<typeof accessRoleOut>;

export const getAccessRoles = endpoint({
  method: "GET",
  path: "/api/access-roles",
  permission: "access.manage",
  summary: "The access roles with the rights in each, and every right in words",
  output: z.strictObject({
    items: z.array(accessRoleOut),
    rights: z.array(
      z.strictObject({
        right: z.string(),
        words: z.string(),
        wholeCompany: z.boolean().describe("Whether it goes only with the reach of the whole company"),
        yours: z.boolean(),
      }),
    ),
  }),
});

const written = {
  name: nameText.max(80),
  summary: z.string().trim().max(300),
  rights: z.array(z.string().max(60)).max(60),
  reach,
};

export const writeAccessRole = endpoint({
  method: "POST",
  path: "/api/access-roles",
  permission: "access.manage",
  audit: "access role changed",
  summary: "Adjusts an access role that comes along, or adds one of the company's own",
  body: z.strictObject({ key: accessRoleKey, ...written }),
  output: accessRoleOut,
  status: 201,
});

export const rewriteAccessRole = endpoint({
  method: "PATCH",
  path: "/api/access-roles/:id",
  permission: "access.manage",
  audit: "access role changed",
  summary: "Changes the company's edition of an access role; it holds from the next request on",
  params: idParams,
  body: z.strictObject(written).partial(),
  output: accessRoleOut,
  conditional: true,
});

export const dropAccessRole = endpoint({
  method: "DELETE",
  path: "/api/access-roles/:id",
  permission: "access.manage",
  audit: "access role changed",
  summary: "Takes the company's edition away: the role is as it came, or gone if it did not come along",
  params: idParams,
  output: removal,
  conditional: true,
});

export const sharedAccessOut = z.strictObject({
  id: idText,
  version,
  owner: reference.describe("Whose records"),
  person: reference.describe("With whom"),
  startsOn: dateText,
  endsOn: dateText.nullable().describe("The first day on which it no longer holds"),
  reason: z.string(),
  holds: z.boolean().describe("Today"),
});
export type SharedAccessOut = z.infer<typeof sharedAccessOut>;

export const getSharedAccess = endpoint({
  method: "GET",
  path: "/api/shared-access",
  permission: "access.manage",
  summary: "Whose records are, were and will be shared with whom, the latest first",
  output: z.strictObject({ items: z.array(sharedAccessOut) }),
});

export const shareAccess = endpoint({
  method: "POST",
  path: "/api/shared-access",
  permission: "access.manage",
  audit: "access shared",
  summary: "Lets a person see and work with the records of another, from a day until before another",
  body: z.strictObject({
    ownerId: idText,
    personId: idText,
    startsOn: dateText,
    endsOn: dateText.nullable().default(null),
    reason: z.string().trim().min(1).max(200),
  }),
  output: sharedAccessOut,
  status: 201,
});

export const endSharedAccess = endpoint({
  method: "POST",
  path: "/api/shared-access/:id/end",
  permission: "access.manage",
  audit: "shared access ended",
  summary: "Ends a share of access today; one that has not begun is taken away",
  params: idParams,
  output: z.strictObject({ ended: z.boolean() }),
});

export const getReach = endpoint({
  method: "GET",
  path: "/api/people/:id/reach",
  permission: "access.manage",
  summary: "What a person's seat lets them do and whose records they see, and why, as of a day",
  params: idParams,
  query: z.strictObject({ asOf: dateText.optional() }),
  output: z.strictObject({
    asOf: dateText,
    person: reference,
    role: z
      .strictObject({ key: z.string(), name: z.string() })
      .nullable()
      .describe("Null: no seat on that day"),
    rights: z.array(z.strictObject({ right: z.string(), words: z.string() })),
    reach: reach.nullable(),
    sentence: z.string(),
    people: z
      .array(z.strictObject({ id: idText, name: z.string(), because: z.string() }))
      .nullable()
      .describe("Whose records; null: everybody's"),
  }),
});
