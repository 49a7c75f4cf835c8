/** The verbs about score sheets: fill one's own, hand it in. Nobody fills or sees the draft of somebody else. */
import { type Clock, newId, refuse } from "#base/kernel";
import type { Actor, Db } from "#base/platform";
import { refuseBecause, requireFound } from "../refusals.ts";
import { type Candidate, seatOf, whyNoMoreScoring } from "./candidate.ts";
import { misplacedIn, missingOn, type Score } from "./score.ts";
import { insertSheet, listSheets, markHandedIn, type Sheet, scoresOn, storeScores } from "./sheet-store.ts";
import { holdCandidate } from "./store.ts";

/** The candidate and the asker's own sheet, both held. Refuses where nothing can be scored any more. */
async function toScore(
  db: Db,
  actor: Actor,
  id: string,
): Promise<{ candidate: Candidate; own: Sheet | undefined }> {
  const { workspaceId, personId } = actor;
  const candidate = requireFound(await holdCandidate(db, workspaceId, id), "candidate");
  const own = (await listSheets(db, workspaceId, [id])).find(({ seat }) => seat === seatOf(personId));
  refuseBecause(whyNoMoreScoring(candidate, own));
  return { candidate, own };
}

/** Writes the asker's own sheet as a draft. Refuses scores of what is no requirement, and a sheet that was handed in. */
export async function fillSheet(
  db: Db,
  actor: Actor,
  clock: Clock,
  candidateId: string,
  scores: readonly Score[],
) {
  const { workspaceId, personId, name } = actor;
  const { candidate, own } = await toScore(db, actor, candidateId);
  const misplaced = misplacedIn(scores, candidate.requirements);
  refuseBecause(
    misplaced === null ? null : `${misplaced} is no requirement of this candidate's role, or stands twice.`,
    "scores",
  );
  const said = scores.filter(({ level, evidence }) => level !== null || evidence.trim() !== "");
  const id = own?.id ?? newId(clock);
  if (own === undefined) {
    const sheet = { id, candidateId, seat: seatOf(personId), interviewer: name, interviewerId: personId };
    await insertSheet(db, workspaceId, sheet);
  }
  await storeScores(db, workspaceId, id, said);
  return { interviewer: name, own: true, handedInAt: null, scores: said.map((score) => ({ ...score })) };
}

/** Hands the asker's own sheet in. Refuses levels without evidence, evidence without a level, and a sheet of nothing. */
export async function handInSheet(db: Db, actor: Actor, clock: Clock, candidateId: string) {
  const { workspaceId } = actor;
  const { candidate, own } = await toScore(db, actor, candidateId);
  const sheet = requireFound(own, "sheet of yours");
  const scores = (await scoresOn(db, workspaceId, [sheet.id])).get(sheet.id) ?? [];
  const fields = missingOn(scores);
  if (fields.length > 0) {
    refuse("invalid", fields[0]?.message ?? "", {
      fix: "Say what was said or done for each level, or leave the requirement empty.",
      fields,
    });
  }
  await markHandedIn(db, workspaceId, sheet.id, clock.now());
  return { id: candidateId, version: candidate.version };
}
