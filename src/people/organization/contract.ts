import { z } from "zod";
import { endpoint } from "#base/contract";
import {
  customValues,
  dateText,
  idParams,
  idText,
  nameText,
  pageOf,
  pageQuery,
  reference,
  removedAt,
  shortText,
  version,
} from "#base/wire";

const email = z.email("An address looks like ines@example.com.").max(320);

export const personOut = z.strictObject({
  id: idText,
  version,
  name: z.string(),
  email: z.string().nullable(),
  title: z.string().nullable(),
  startedOn: dateText.nullable(),
  leftOn: dateText.nullable(),
  removedAt,
  custom: customValues,
});
export type PersonOut = z.infer<typeof personOut>;

/** From `startsOn` (null: since before our records) until before `endsOn` (null: until further notice). */
const held = { id: idText, startsOn: dateText.nullable(), endsOn: dateText.nullable() };
export const personDetail = z.strictObject({
  ...personOut.shape,
  managers: z.array(z.strictObject({ ...held, manager: reference })),
  teams: z.array(z.strictObject({ ...held, team: reference })),
});
export type PersonDetail = z.infer<typeof personDetail>;

const personIn = {
  name: nameText,
  email: email.nullable().optional(),
  title: shortText.nullable().optional(),
  startedOn: dateText.nullable().optional(),
  leftOn: dateText.nullable().optional(),
};

export const getPeople = endpoint({
  method: "GET",
  path: "/api/people",
  permission: "people.read",
  summary: "People by name, a page at a time.",
  query: z.strictObject({ ...pageQuery, search: z.string().max(200).optional() }),
  output: pageOf(personOut),
});
export const getPerson = endpoint({
  method: "GET",
  path: "/api/people/:id",
  permission: "people.read",
  summary: "A person with their managers and teams over time.",
  params: idParams,
  output: personDetail,
});
export const createPerson = endpoint({
  method: "POST",
  path: "/api/people",
  permission: "people.write",
  summary: "Adds a person; no seat is needed.",
  body: z.strictObject(personIn),
  output: personDetail,
  status: 201,
});
export const changePerson = endpoint({
  method: "PATCH",
  path: "/api/people/:id",
  permission: "people.write",
  summary: "Changes what is given about a person.",
  params: idParams,
  body: z.strictObject({ ...personIn, name: nameText.optional() }),
  output: personDetail,
  conditional: true,
});
export const assignManager = endpoint({
  method: "POST",
  path: "/api/people/:id/manager",
  permission: "people.write",
  summary:
    "Has a person report to a manager from a day on (null: to nobody); what held until then ends there.",
  params: idParams,
  body: z.strictObject({ managerId: idText.nullable(), startsOn: dateText.nullable() }),
  output: personDetail,
});
export const assignTeam = endpoint({
  method: "POST",
  path: "/api/people/:id/team",
  permission: "people.write",
  summary: "Puts a person into a team from a day on (null: into none); what held until then ends there.",
  params: idParams,
  body: z.strictObject({ teamId: idText.nullable(), startsOn: dateText.nullable() }),
  output: personDetail,
});

const kind = z.enum(["team", "region"]);
export const teamOut = z.strictObject({
  id: idText,
  version,
  name: z.string(),
  kind,
  parent: reference.nullable(),
});
export type TeamOut = z.infer<typeof teamOut>;

export const getTeams = endpoint({
  method: "GET",
  path: "/api/teams",
  permission: "people.read",
  summary: "Every team and region by name.",
  output: z.strictObject({ items: z.array(teamOut) }),
});
export const createTeam = endpoint({
  method: "POST",
  path: "/api/teams",
  permission: "people.write",
  summary: "Adds a team or region.",
  body: z.strictObject({
    name: nameText,
    kind: kind.default("team"),
    parentId: idText.nullable().default(null),
  }),
  output: teamOut,
  status: 201,
});
export const changeTeam = endpoint({
  method: "PATCH",
  path: "/api/teams/:id",
  permission: "people.write",
  summary: "Renames a team or region or puts it under another.",
  params: idParams,
  body: z.strictObject({
    name: nameText.optional(),
    kind: kind.optional(),
    parentId: idText.nullable().optional(),
  }),
  output: teamOut,
  conditional: true,
});

export const getOrganization = endpoint({
  method: "GET",
  path: "/api/organization",
  permission: "people.read",
  summary: "Who worked here on a day, in which team, and for whom; today when no day is given.",
  query: z.strictObject({ asOf: dateText.optional() }),
  output: z.strictObject({
    asOf: dateText,
    people: z.array(
      z.strictObject({
        id: idText,
        name: z.string(),
        title: z.string().nullable(),
        manager: reference.nullable(),
        team: reference.nullable(),
      }),
    ),
  }),
});
