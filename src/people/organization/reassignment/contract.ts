/** Moving people on the wire: what it is decided by, the move itself, somebody leaving, and taking it back. */
import { z } from "zod";
import { endpoint } from "#base/contract";
import { dateText, idParams, idText, instantText, reference, version } from "#base/wire";

const holding = z.strictObject({
  id: idText,
  personId: idText,
  to: idText.describe("The manager, or the team"),
  startsOn: dateText.nullable(),
  endsOn: dateText.nullable(),
});

export const getLines = endpoint({
  method: "GET",
  path: "/api/organization/lines",
  permission: "people.read",
  summary: "Everybody's managers and teams over time: what a move is decided by, before it is made.",
  output: z.strictObject({
    people: z.array(
      z.strictObject({
        id: idText,
        name: z.string(),
        startedOn: dateText.nullable(),
        leftOn: dateText.nullable(),
      }),
    ),
    lines: z.array(holding),
    memberships: z.array(holding),
  }),
});
export type LinesOut = z.infer<typeof getLines.shape.output>;

export const reassignmentOut = z.strictObject({
  id: idText,
  version,
  kind: z.enum(["move", "leave"]),
  startsOn: dateText.describe(
    "The first day on which it holds; of somebody who leaves, the day after their last",
  ),
  leaver: reference.nullable(),
  manager: reference.nullable().describe("To whom they report from then on; null: to nobody"),
  people: z.array(reference).describe("Who got another manager"),
  teams: z.int().describe("How many people got another team"),
  madeAt: instantText,
  undoneAt: instantText.nullable(),
  stays: z.string().nullable().describe("Why it cannot be taken back; null: it can"),
});
export type ReassignmentOut = z.infer<typeof reassignmentOut>;

export const getReassignments = endpoint({
  method: "GET",
  path: "/api/reassignments",
  permission: "people.read",
  summary: "The last moves and leavers, the latest first, each with why it cannot be taken back.",
  output: z.strictObject({ items: z.array(reassignmentOut) }),
});

export const reassign = endpoint({
  method: "POST",
  path: "/api/reassignments",
  permission: "people.write",
  summary:
    "Moves people to another manager from a day on, all or none; with a team, also those who move or all below them.",
  body: z.strictObject({
    personIds: z.array(idText).min(1).max(500),
    managerId: idText.nullable(),
    startsOn: dateText,
    team: z
      .strictObject({ id: idText, of: z.enum(["moved", "all"]) })
      .nullable()
      .default(null),
  }),
  output: reassignmentOut,
  status: 201,
});

export const leave = endpoint({
  method: "POST",
  path: "/api/people/:id/leave",
  permission: "people.write",
  summary:
    "Somebody leaves after a day: their own lines end with it, and their reports go to whoever takes over (null: decided later).",
  params: idParams,
  body: z.strictObject({ leftOn: dateText, managerId: idText.nullable().default(null) }),
  output: reassignmentOut,
  status: 201,
});

export const undoReassignment = endpoint({
  method: "POST",
  path: "/api/reassignments/:id/undo",
  permission: "people.write",
  summary: "Takes a move or a leaver back: lines and teams are as they were, unless something came after it.",
  params: idParams,
  output: reassignmentOut,
});
