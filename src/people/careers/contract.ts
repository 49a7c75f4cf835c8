/** Careers on the wire: ladders, what was seen of people on them, and what separates them from the next level. */
import { z } from "zod";
import { endpoint } from "#base/contract";
import { dateText, idParams, idText, reference, removal, version } from "#base/wire";

const word = z.string().min(1).max(63);
const level = z.strictObject({ key: z.string(), name: z.string(), roleKey: z.string().nullable() });
export const ladderOut = z.strictObject({
  key: z.string(),
  name: z.string(),
  summary: z.string(),
  levels: z.array(level),
  competences: z.array(
    z.strictObject({
      key: z.string(),
      name: z.string(),
      shownBy: z.array(z.string()).describe("What shows it, level by level, from the lowest on"),
    }),
  ),
});
export type LadderOut = z.infer<typeof ladderOut>;

const recordOut = z.strictObject({
  ...{ id: idText, version, competence: z.string(), level: z.string(), evidence: z.string() },
  ...{ seenOn: dateText, statedBy: z.string() },
});
export type CareerRecordOut = z.infer<typeof recordOut>;

export const careerOut = z.strictObject({
  person: reference,
  ladder: z.string(),
  ladderName: z.string(),
  reached: level.nullable().describe("The highest level of which every competence was shown"),
  next: level.nullable(),
  sentence: z.string(),
  missing: z
    .array(z.strictObject({ competence: z.string(), sentence: z.string() }))
    .describe("What separates them from the next level"),
  best: z
    .array(z.strictObject({ competence: z.string(), level: z.string().nullable() }))
    .describe("Each competence with the highest level that was seen"),
  records: z.array(recordOut).describe("What was seen, the latest first"),
});
export type CareerOut = z.infer<typeof careerOut>;

export const getLadders = endpoint({
  method: "GET",
  path: "/api/ladders",
  permission: "people.read",
  summary: "The career ladders: levels, competences, and what shows each",
  output: z.strictObject({ items: z.array(ladderOut) }),
});
export const getLadderStandings = endpoint({
  method: "GET",
  path: "/api/ladders/:key/standings",
  permission: "candidates.read",
  summary: "Who stands where on a ladder, what they are ready for, and what is missing",
  params: z.strictObject({ key: word }),
  output: z.strictObject({ items: z.array(careerOut) }),
});
export const getCareer = endpoint({
  method: "GET",
  path: "/api/people/:id/career",
  permission: "candidates.read",
  summary: "Where a person stands on each ladder on which something was seen of them",
  params: idParams,
  output: z.strictObject({ items: z.array(careerOut) }),
});
export const getOwnCareer = endpoint({
  method: "GET",
  path: "/api/career",
  permission: "people.read",
  summary: "Where you stand yourself; empty while your seat belongs to nobody in the records",
  output: z.strictObject({ items: z.array(careerOut) }),
});
export const recordEvidence = endpoint({
  method: "POST",
  path: "/api/ladders/:key/records",
  permission: "candidates.write",
  summary: "Puts on record what a person was seen to do, and which level of a competence it shows",
  params: z.strictObject({ key: word }),
  body: z.strictObject({
    personId: idText,
    competence: word,
    level: word,
    evidence: z.string().trim().min(1, "Say what was seen.").max(4000),
    seenOn: dateText,
  }),
  output: recordOut,
  status: 201,
});
export const takeEvidenceBack = endpoint({
  method: "DELETE",
  path: "/api/career-records/:id",
  permission: "candidates.write",
  summary: "Takes a record of a career back; its history stays",
  params: idParams,
  output: removal,
  conditional: true,
});
