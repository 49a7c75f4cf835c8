import type { Db } from "#base/platform";
import type { Level, Score } from "./score.ts";

/** A sheet without what is on it. */
export interface Sheet {
  readonly id: string;
  readonly version: number;
  readonly candidateId: string;
  readonly seat: string;
  readonly interviewer: string;
  readonly handedInAt: Temporal.Instant | null;
}

/** The sheets on candidates, the first handed in first; drafts last. What is on them is asked for apart. */
export async function listSheets(
  db: Db,
  workspaceId: string,
  candidateIds: readonly string[],
): Promise<Sheet[]> {
  if (candidateIds.length === 0) return [];
  return db
    .selectFrom("people.score_sheet")
    .select(["id", "version", "candidate_id as candidateId", "seat", "interviewer"])
    .select("handed_in_at as handedInAt")
    .where("workspace_id", "=", workspaceId)
    .where("candidate_id", "in", candidateIds)
    .orderBy("handed_in_at")
    .orderBy("interviewer")
    .orderBy("id")
    .execute();
}

/** What is on sheets, by sheet. Only for sheets that whoever asks may see. */
export async function scoresOn(
  db: Db,
  workspaceId: string,
  sheetIds: readonly string[],
): Promise<Map<string, Score[]>> {
  if (sheetIds.length === 0) return new Map();
  const rows = await db
    .selectFrom("people.score")
    .select(["sheet_id", "requirement", "level", "evidence"])
    .where("workspace_id", "=", workspaceId)
    .where("sheet_id", "in", sheetIds)
    .orderBy("requirement")
    .execute();
  const bySheet = Map.groupBy(rows, (row) => row.sheet_id);
  const scores = (some: typeof rows) =>
    some.map(({ requirement, level, evidence }) => ({ requirement, level: level as Level | null, evidence }));
  return new Map([...bySheet].map(([id, some]) => [id, scores(some)]));
}

export async function insertSheet(
  db: Db,
  workspaceId: string,
  given: Pick<Sheet, "id" | "candidateId" | "seat" | "interviewer"> & {
    readonly interviewerId: string | null;
  },
): Promise<void> {
  await db
    .insertInto("people.score_sheet")
    .values({
      workspace_id: workspaceId,
      id: given.id,
      candidate_id: given.candidateId,
      seat: given.seat,
      interviewer_id: given.interviewerId,
      interviewer: given.interviewer,
    })
    .execute();
}

/** Puts scores on a sheet in place of those that were on it. */
export async function storeScores(
  db: Db,
  workspaceId: string,
  sheetId: string,
  scores: readonly Score[],
): Promise<void> {
  await db
    .deleteFrom("people.score")
    .where("workspace_id", "=", workspaceId)
    .where("sheet_id", "=", sheetId)
    .execute();
  if (scores.length === 0) return;
  await db
    .insertInto("people.score")
    .values(scores.map((score) => ({ workspace_id: workspaceId, sheet_id: sheetId, ...score })))
    .execute();
}

export async function markHandedIn(
  db: Db,
  workspaceId: string,
  sheetId: string,
  now: Temporal.Instant,
): Promise<void> {
  await db
    .updateTable("people.score_sheet")
    .set({ handed_in_at: now })
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", sheetId)
    .execute();
}

/** Removes what is on all sheets on a candidate, for good; gives how many scores there were. */
export async function deleteScores(db: Db, workspaceId: string, candidateId: string): Promise<number> {
  const gone = await db
    .deleteFrom("people.score")
    .where("workspace_id", "=", workspaceId)
    .where("sheet_id", "in", (from) =>
      from
        .selectFrom("people.score_sheet")
        .select("id")
        .where("workspace_id", "=", workspaceId)
        .where("candidate_id", "=", candidateId),
    )
    .executeTakeFirst();
  return Number(gone.numDeletedRows);
}
