/** Roles on the wire: profiles that come along, the company's own edition of them, and two side by side. */
import { z } from "zod";
import { endpoint } from "#base/contract";
import { idParams, idText, nameText, removal, version } from "#base/wire";
import { type SectionKey, sectionKeys } from "./role.ts";

const lineOut = z.strictObject({
  text: z.string(),
  place: z.string().optional().describe("Of a duty: the page on which it is done"),
  measure: z.string().optional().describe("Of an impact: the measure by which it is seen"),
});
export type RoleLine = z.infer<typeof lineOut>;

const eachSection = <T extends z.ZodType>(of: T) =>
  z.strictObject(Object.fromEntries(sectionKeys.map((key) => [key, of])) as Record<SectionKey, T>);

const roleKey = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,62}$/, "A role's key has small letters, digits and hyphens, like sales-manager.");

export const roleOut = z.strictObject({
  key: z.string(),
  id: idText.nullable().describe("Of the company's own edition; null while the role is as it came"),
  version: version.nullable(),
  name: z.string(),
  level: z.string(),
  comesAlong: z.boolean().describe("Whether the product brings this role along"),
  sections: eachSection(z.array(lineOut)),
});
export type RoleOut = z.infer<typeof roleOut>;

export const getRoles = endpoint({
  method: "GET",
  path: "/api/roles",
  permission: "people.read",
  summary: "The roles: those that come along, and the company's own",
  output: z.strictObject({ items: z.array(roleOut) }),
});

export const getRole = endpoint({
  method: "GET",
  path: "/api/roles/:key",
  permission: "people.read",
  summary: "One role, section by section",
  params: z.strictObject({ key: roleKey }),
  output: roleOut,
});

/** What somebody writes of a role: the words of each line. Lines whose words stay keep their page and their measure. */
const written = {
  name: nameText,
  level: z.string().trim().max(100),
  sections: eachSection(z.array(z.string().trim().min(1).max(500)).max(40)),
};

export const writeRole = endpoint({
  method: "POST",
  path: "/api/roles",
  permission: "people.write",
  audit: "role profile changed",
  summary: "Writes the company's own edition of a role that comes along, or a role of its own",
  body: z.strictObject({ key: roleKey, ...written }),
  output: roleOut,
  status: 201,
});

export const rewriteRole = endpoint({
  method: "PATCH",
  path: "/api/roles/:id",
  permission: "people.write",
  audit: "role profile changed",
  summary: "Changes what the company's own edition of a role says",
  params: idParams,
  body: z.strictObject(written).partial(),
  output: roleOut,
  conditional: true,
});

export const dropRole = endpoint({
  method: "DELETE",
  path: "/api/roles/:id",
  permission: "people.write",
  audit: "role profile removed",
  summary:
    "Takes the company's own edition away: the role is as it came again, or gone if it did not come along",
  params: idParams,
  output: removal,
  conditional: true,
});

export const compareRoles = endpoint({
  method: "GET",
  path: "/api/roles/:key/beside/:other",
  permission: "people.read",
  summary: "Two roles side by side, and what separates them",
  params: z.strictObject({ key: roleKey, other: roleKey }),
  output: z.strictObject({
    one: roleOut,
    other: roleOut,
    separation: z.string(),
    sections: z.array(
      z.strictObject({
        key: z.enum(sectionKeys),
        title: z.string(),
        kind: z.enum(["same", "differs", "only-one", "only-other", "neither"]),
        both: z.array(z.string()),
        one: z.array(z.string()),
        other: z.array(z.string()),
      }),
    ),
  }),
});
