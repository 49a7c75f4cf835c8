import { sql } from "kysely";
import type { Db, Sight } from "#base/platform";

export interface SharedAccess {
  readonly id: string;
  readonly version: number;
  /** Whose records. */
  readonly ownerId: string;
  readonly ownerName: string;
  /** With whom. */
  readonly personId: string;
  readonly personName: string;
  readonly startsOn: Temporal.PlainDate;
  readonly endsOn: Temporal.PlainDate | null;
  readonly reason: string;
}

function shares(db: Db, workspaceId: string) {
  return db
    .selectFrom("people.shared_access as s")
    .innerJoin("people.person as o", (join) =>
      join.onRef("o.workspace_id", "=", "s.workspace_id").onRef("o.id", "=", "s.owner_id"),
    )
    .innerJoin("people.person as p", (join) =>
      join.onRef("p.workspace_id", "=", "s.workspace_id").onRef("p.id", "=", "s.person_id"),
    )
    .select(["s.id", "s.version", "s.owner_id as ownerId", "o.name as ownerName", "s.person_id as personId"])
    .select(["p.name as personName", "s.starts_on as startsOn", "s.ends_on as endsOn", "s.reason"])
    .where("s.workspace_id", "=", workspaceId)
    .where("s.removed_at", "is", null);
}

/** Whose records are, were and will be shared with whom, the latest first. */
export async function listShares(db: Db, sight: Sight): Promise<SharedAccess[]> {
  return shares(db, sight.workspaceId)
    .orderBy("s.starts_on", "desc")
    .orderBy("o.name")
    .orderBy("s.id")
    .execute();
}

export async function findShare(db: Db, workspaceId: string, id: string): Promise<SharedAccess | undefined> {
  return shares(db, workspaceId).where("s.id", "=", id).executeTakeFirst();
}

export async function insertShare(
  db: Db,
  workspaceId: string,
  share: Pick<SharedAccess, "id" | "ownerId" | "personId" | "startsOn" | "endsOn" | "reason">,
): Promise<void> {
  await db
    .insertInto("people.shared_access")
    .values({
      workspace_id: workspaceId,
      id: share.id,
      owner_id: share.ownerId,
      person_id: share.personId,
      starts_on: share.startsOn,
      ends_on: share.endsOn,
      reason: share.reason,
    })
    .execute();
}

/** Ends a share before a day; one that would not hold a single day is taken away, its history stays. */
export async function endShare(
  db: Db,
  workspaceId: string,
  id: string,
  endsOn: Temporal.PlainDate,
): Promise<void> {
  await sql`update people.shared_access set
      ends_on = case when starts_on < ${endsOn} then ${endsOn}::date else ends_on end,
      removed_at = case when starts_on < ${endsOn} then removed_at else base.moment() end
    where workspace_id = ${workspaceId} and id = ${id}`.execute(db);
}
