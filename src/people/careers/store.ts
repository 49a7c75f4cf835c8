import { sql } from "kysely";
import type { Db } from "#base/platform";
import type { Seen } from "./ladder.ts";

export interface CareerRecord extends Seen {
  readonly id: string;
  readonly version: number;
  readonly personId: string;
  readonly personName: string;
  readonly ladder: string;
  readonly evidence: string;
  readonly statedBy: string;
}

function records(db: Db, workspaceId: string) {
  return db
    .selectFrom("people.career_record as r")
    .innerJoin("people.person as p", (join) =>
      join.onRef("p.workspace_id", "=", "r.workspace_id").onRef("p.id", "=", "r.person_id"),
    )
    .select(["r.id", "r.version", "r.person_id as personId", "p.name as personName"])
    .select(["r.ladder", "r.competence", "r.level", "r.evidence"])
    .select(["r.seen_on as seenOn", "r.stated_by as statedBy"])
    .where("r.workspace_id", "=", workspaceId)
    .where("r.removed_at", "is", null);
}

/** What was seen, of one person or on one ladder or both, by name, the latest first. */
export async function listCareerRecords(
  db: Db,
  workspaceId: string,
  of: { readonly personId?: string; readonly ladder?: string },
): Promise<CareerRecord[]> {
  let query = records(db, workspaceId).where("p.removed_at", "is", null);
  if (of.personId !== undefined) query = query.where("r.person_id", "=", of.personId);
  if (of.ladder !== undefined) query = query.where("r.ladder", "=", of.ladder);
  return query
    .orderBy("p.name")
    .orderBy("r.person_id")
    .orderBy("r.seen_on", "desc")
    .orderBy("r.competence")
    .orderBy("r.id", "desc")
    .execute();
}

/** One record, held until the transaction ends. */
export async function holdCareerRecord(
  db: Db,
  workspaceId: string,
  id: string,
): Promise<CareerRecord | undefined> {
  return records(db, workspaceId).where("r.id", "=", id).forNoKeyUpdate("r").executeTakeFirst();
}

export async function insertCareerRecord(
  db: Db,
  workspaceId: string,
  given: Omit<CareerRecord, "version" | "personName">,
): Promise<void> {
  await db
    .insertInto("people.career_record")
    .values({
      workspace_id: workspaceId,
      id: given.id,
      person_id: given.personId,
      ladder: given.ladder,
      competence: given.competence,
      level: given.level,
      evidence: given.evidence,
      seen_on: given.seenOn,
      stated_by: given.statedBy,
    })
    .execute();
}

/** Marks a record as taken back and gives its new version. */
export async function markCareerRecordRemoved(db: Db, workspaceId: string, id: string): Promise<number> {
  const row = await db
    .updateTable("people.career_record")
    .set({ removed_at: sql`base.moment()` })
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", id)
    .returning("version")
    .executeTakeFirstOrThrow();
  return row.version;
}
