/**
 * Candidates on the wire. Answers to POSTs are ids alone: they are kept for repeated calls, and what is personal of a
 * candidate must not be kept anywhere but in its own place.
 */
import { z } from "zod";
import { endpoint } from "#base/contract";
import { dateText, idParams, idText, instantText, nameText, removal, version } from "#base/wire";
import { outcomes } from "./candidate.ts";

const stages = ["interviewing", "scored", "decided", "removed"] as const;
const outcome = z.enum(outcomes);
const requirement = z.strictObject({ key: z.string(), section: z.string(), text: z.string() });
const level = z
  .union([z.literal(0), z.literal(1), z.literal(2), z.literal(3)])
  .describe("0 not shown, 1 partly, 2 clearly, 3 strongly");
const score = z.strictObject({
  requirement: z.string().max(80),
  level: level.nullable().describe("Null: not decided yet, or not asked about"),
  evidence: z.string().max(4000),
});
export type ScoreOut = z.infer<typeof score>;

const agreement = z.strictObject({
  requirement: z.string(),
  n: z.int(),
  low: z.int().nullable(),
  high: z.int().nullable(),
  spread: z.int().nullable().describe("How many levels lie between the lowest and the highest"),
  pairs: z.int(),
  agreeing: z.int().describe("Pairs of interviewers that are at most one level apart"),
  share: z.number().nullable(),
  reason: z.string().nullable().describe("Why there is no figure"),
});
export type AgreementOut = z.infer<typeof agreement>;

const sheet = z.strictObject({
  interviewer: z.string(),
  own: z.boolean(),
  handedInAt: instantText.nullable().describe("Null: a draft, which only its interviewer sees"),
  scores: z.array(score).nullable().describe("Null where it is not shown"),
});
export type SheetOut = z.infer<typeof sheet>;

const decision = z.strictObject({
  outcome,
  decidedAt: instantText,
  decidedBy: z.string(),
  reason: z.string().nullable().describe("Null once what is personal was removed"),
});

const brief = {
  id: idText,
  version,
  name: z.string().nullable().describe("Null once what is personal was removed"),
  roleKey: z.string(),
  roleName: z.string(),
  addedOn: dateText,
  stage: z.enum(stages),
  handedIn: z.int().describe("Sheets that were handed in"),
  begun: z.int().describe("Sheets that are still drafts"),
  ownSheet: z.enum(["none", "draft", "handed-in"]),
  outcome: outcome.nullable(),
  keepUntil: dateText.nullable().describe("From this day on what is personal is due to go"),
  due: z.boolean(),
  removed: z
    .strictObject({ at: instantText, by: z.string(), sheets: z.int(), scores: z.int() })
    .nullable()
    .describe("What is left once what is personal was removed: when, by whom, and counts"),
};
export const candidateBrief = z.strictObject(brief);
export type CandidateBrief = z.infer<typeof candidateBrief>;

export const candidateOut = z.strictObject({
  ...brief,
  email: z.string().nullable(),
  notes: z.string().nullable(),
  requirements: z.array(requirement),
  sheets: z.array(sheet),
  hidden: z.string().nullable().describe("Why the sheets of others are not shown"),
  closedAt: instantText.nullable(),
  noScoring: z.string().nullable().describe("Why you can score no more"),
  agreement: z.array(agreement).nullable().describe("Null while the sheets of others are not shown"),
  decisions: z.array(decision),
});
export type CandidateOut = z.infer<typeof candidateOut>;

const made = z.strictObject({ id: idText, version });

export const getCandidates = endpoint({
  method: "GET",
  path: "/api/candidates",
  permission: "candidates.read",
  summary: "Candidates, the last added first, with those whose personal content is due to go",
  output: z.strictObject({ items: z.array(candidateBrief) }),
});
export const getCandidate = endpoint({
  method: "GET",
  path: "/api/candidates/:id",
  permission: "candidates.read",
  summary: "A candidate, with your own sheet, and the sheets of others once you may see them",
  params: idParams,
  output: candidateOut,
});

const said = {
  name: nameText,
  email: z.email("An address looks like ines@example.com.").max(320).nullable(),
  notes: z.string().max(20_000),
};

export const addCandidate = endpoint({
  method: "POST",
  path: "/api/candidates",
  permission: "candidates.write",
  summary: "Adds a candidate for a role; its requirements become the score sheet",
  body: z.strictObject({
    roleKey: z.string().min(1).max(63),
    requirements: z
      .array(z.string().max(80))
      .max(200)
      .optional()
      .describe("Keys of the requirements to score, like duties.2; all where it is left out"),
    ...said,
  }),
  output: made,
  status: 201,
});
export const changeCandidate = endpoint({
  method: "PATCH",
  path: "/api/candidates/:id",
  permission: "candidates.write",
  summary: "Changes what is given of a candidate, such as the day until which what is personal is kept",
  params: idParams,
  body: z.strictObject({ ...said, keepUntil: dateText.nullable() }).partial(),
  output: made,
  conditional: true,
});
export const fillSheet = endpoint({
  method: "PUT",
  path: "/api/candidates/:id/sheet",
  permission: "candidates.write",
  summary: "Writes your own sheet on a candidate, as a draft that nobody else sees",
  params: idParams,
  body: z.strictObject({ scores: z.array(score).max(200) }),
  output: sheet,
});
export const handInSheet = endpoint({
  method: "POST",
  path: "/api/candidates/:id/sheet/hand-in",
  permission: "candidates.write",
  summary: "Hands in your own sheet: it stays as it is, and the sheets of others are shown to you",
  params: idParams,
  output: made,
});
export const closeScoring = endpoint({
  method: "POST",
  path: "/api/candidates/:id/close",
  permission: "candidates.write",
  summary: "Ends scoring for a candidate: no sheet changes any more, and all that were handed in are shown",
  params: idParams,
  output: made,
});
export const decideOnCandidate = endpoint({
  method: "POST",
  path: "/api/candidates/:id/decisions",
  permission: "candidates.write",
  summary: "Decides on a candidate, with the reason; scoring ends with it",
  params: idParams,
  body: z.strictObject({
    outcome,
    reason: z.string().trim().min(1, "A decision needs its reason.").max(4000),
  }),
  output: made,
  status: 201,
});
export const purgeCandidate = endpoint({
  method: "DELETE",
  path: "/api/candidates/:id",
  permission: "candidates.write",
  summary: "Removes everything personal of a candidate, for good; the role, the dates and counts stay",
  params: idParams,
  output: removal,
  conditional: true,
});

const cell = z.strictObject({
  candidateId: idText,
  scores: z
    .array(z.strictObject({ interviewer: z.string(), level, evidence: z.string() }))
    .nullable()
    .describe("Null where it is not shown to you, or not kept any more"),
});
export const compareCandidates = endpoint({
  method: "GET",
  path: "/api/roles/:key/candidates",
  permission: "candidates.read",
  summary: "The candidates for a role side by side, requirement by requirement, with the evidence",
  params: z.strictObject({ key: z.string().min(1).max(63) }),
  output: z.strictObject({
    roleName: z.string(),
    candidates: z.array(
      z.strictObject({ ...brief, hidden: z.string().nullable().describe("Why their scores are not shown") }),
    ),
    rows: z.array(z.strictObject({ section: z.string(), text: z.string(), cells: z.array(cell.nullable()) })),
  }),
});
export type ComparedOut = z.infer<(typeof compareCandidates)["shape"]["output"]>;
