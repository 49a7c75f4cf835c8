import { sql } from "kysely";
import type { Db, Sight } from "#base/platform";
import type { Candidate, Outcome } from "./candidate.ts";
import type { Requirement } from "./requirement.ts";

function candidates(db: Db, workspaceId: string) {
  return db
    .selectFrom("people.candidate as c")
    .select(["c.id", "c.version", "c.role_key as roleKey", "c.role_name as roleName", "c.requirements"])
    .select(["c.added_on as addedOn", "c.closed_at as closedAt", "c.keep_until as keepUntil"])
    .select(["c.purged_at", "c.purged_by", "c.purged_sheets", "c.purged_scores"])
    .where("c.workspace_id", "=", workspaceId);
}
type Row = Awaited<ReturnType<ReturnType<typeof candidates>["executeTakeFirstOrThrow"]>>;

function candidateFrom(row: Row): Candidate {
  const { purged_at, purged_by, purged_sheets, purged_scores, requirements, ...said } = row;
  return {
    ...said,
    requirements: requirements as unknown as readonly Requirement[],
    purged:
      purged_at === null
        ? null
        : { at: purged_at, by: purged_by ?? "", sheets: purged_sheets ?? 0, scores: purged_scores ?? 0 },
  };
}

/** Candidates, the last added first; of one role where it is named. */
export async function listCandidates(db: Db, sight: Sight, roleKey?: string): Promise<Candidate[]> {
  let query = candidates(db, sight.workspaceId);
  if (roleKey !== undefined) query = query.where("c.role_key", "=", roleKey);
  return (await query.orderBy("c.added_on", "desc").orderBy("c.id", "desc").execute()).map(candidateFrom);
}

export async function findCandidate(db: Db, workspaceId: string, id: string): Promise<Candidate | undefined> {
  const row = await candidates(db, workspaceId).where("c.id", "=", id).executeTakeFirst();
  return row && candidateFrom(row);
}

/** One candidate, held until the transaction ends: whoever scores, closes or removes waits for the other. */
export async function holdCandidate(db: Db, workspaceId: string, id: string): Promise<Candidate | undefined> {
  const row = await candidates(db, workspaceId).where("c.id", "=", id).forNoKeyUpdate().executeTakeFirst();
  return row && candidateFrom(row);
}

export async function insertCandidate(
  db: Db,
  workspaceId: string,
  given: Pick<Candidate, "id" | "roleKey" | "roleName" | "requirements" | "addedOn">,
): Promise<void> {
  await db
    .insertInto("people.candidate")
    .values({
      workspace_id: workspaceId,
      id: given.id,
      role_key: given.roleKey,
      role_name: given.roleName,
      requirements: JSON.stringify(given.requirements),
      added_on: given.addedOn,
    })
    .execute();
}

/** Stores what a candidate's record holds and gives its new version; also when nothing of it changed. */
export async function storeCandidate(
  db: Db,
  workspaceId: string,
  id: string,
  said: Pick<Candidate, "closedAt" | "keepUntil" | "purged">,
): Promise<number> {
  const row = await db
    .updateTable("people.candidate")
    .set({
      closed_at: said.closedAt,
      keep_until: said.keepUntil,
      purged_at: said.purged?.at ?? null,
      purged_by: said.purged?.by ?? null,
      purged_sheets: said.purged?.sheets ?? null,
      purged_scores: said.purged?.scores ?? null,
    })
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", id)
    .returning("version")
    .executeTakeFirstOrThrow();
  return row.version;
}

export interface Decision {
  readonly id: string;
  readonly candidateId: string;
  readonly outcome: Outcome;
  readonly decidedAt: Temporal.Instant;
  readonly decidedBy: string;
}

/** The decisions on candidates, the last first. */
export async function listDecisions(
  db: Db,
  workspaceId: string,
  candidateIds: readonly string[],
): Promise<Decision[]> {
  if (candidateIds.length === 0) return [];
  const rows = await db
    .selectFrom("people.candidate_decision")
    .select(["id", "candidate_id as candidateId", "outcome"])
    .select(["decided_at as decidedAt", "decided_by as decidedBy"])
    .where("workspace_id", "=", workspaceId)
    .where("candidate_id", "in", candidateIds)
    .orderBy("decided_at", "desc")
    .orderBy("id", "desc")
    .execute();
  return rows.map((row) => ({ ...row, outcome: row.outcome as Outcome }));
}

export async function insertDecision(
  db: Db,
  workspaceId: string,
  given: Decision & { readonly decidedById: string | null },
): Promise<void> {
  await db
    .insertInto("people.candidate_decision")
    .values({
      workspace_id: workspaceId,
      id: given.id,
      candidate_id: given.candidateId,
      outcome: given.outcome,
      decided_by_id: given.decidedById,
      decided_by: given.decidedBy,
      decided_at: given.decidedAt,
    })
    .execute();
}

/** What is said of candidates in words: by candidate, and within it by what it is about. */
export async function wordsOf(
  db: Db,
  workspaceId: string,
  candidateIds: readonly string[],
): Promise<Map<string, Map<string, string>>> {
  if (candidateIds.length === 0) return new Map();
  const rows = await db
    .selectFrom("people.candidate_words")
    .select(["candidate_id", "about", "words"])
    .where("workspace_id", "=", workspaceId)
    .where("candidate_id", "in", candidateIds)
    .execute();
  const byCandidate = Map.groupBy(rows, (row) => row.candidate_id);
  return new Map(
    [...byCandidate].map(([id, some]) => [id, new Map(some.map(({ about, words }) => [about, words]))]),
  );
}

/** Keeps what is said about something of a candidate; empty words are kept as none. */
export async function keepWords(
  db: Db,
  workspaceId: string,
  candidateId: string,
  about: string,
  words: string,
): Promise<void> {
  if (words.trim() === "") {
    await db
      .deleteFrom("people.candidate_words")
      .where("workspace_id", "=", workspaceId)
      .where("candidate_id", "=", candidateId)
      .where("about", "=", about)
      .execute();
    return;
  }
  await db
    .insertInto("people.candidate_words")
    .values({ workspace_id: workspaceId, candidate_id: candidateId, about, words })
    .onConflict((on) =>
      on.columns(["workspace_id", "candidate_id", "about"]).doUpdateSet({ words: sql`excluded.words` }),
    )
    .execute();
}

/** Removes all that is said of a candidate in words, for good. */
export async function deleteWords(db: Db, workspaceId: string, candidateId: string): Promise<void> {
  await db
    .deleteFrom("people.candidate_words")
    .where("workspace_id", "=", workspaceId)
    .where("candidate_id", "=", candidateId)
    .execute();
}
