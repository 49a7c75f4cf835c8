import type { Db, Sight } from "#base/platform";
import type { Session } from "./session.ts";

export interface HeldSession extends Session {
  readonly workspaceId: string;
  readonly personId: string | null;
  readonly personName: string | null;
  /** The person was removed from the records, and with them their seat. */
  readonly personRemoved: boolean;
}

export async function insertLink(
  db: Db,
  workspaceId: string,
  link: { tokenHash: string; expiresAt: Temporal.Instant },
): Promise<void> {
  await db
    .insertInto("people.sign_in_link")
    .values({ workspace_id: workspaceId, token_hash: link.tokenHash, expires_at: link.expiresAt })
    .execute();
}

/** Uses up a link, if it is unused and not too old; gives its workspace. Of two at the same time one gets it. */
export async function useUpLink(
  db: Db,
  tokenHash: string,
  now: Temporal.Instant,
): Promise<string | undefined> {
  const row = await db
    .updateTable("people.sign_in_link")
    .set({ used_at: now })
    .where("token_hash", "=", tokenHash)
    .where("used_at", "is", null)
    .where("expires_at", ">", now)
    .returning("workspace_id")
    .executeTakeFirst();
  return row?.workspace_id;
}

export async function insertSession(
  db: Db,
  workspaceId: string,
  session: { tokenHash: string; openedAt: Temporal.Instant },
): Promise<void> {
  await db
    .insertInto("people.session")
    .values({
      workspace_id: workspaceId,
      token_hash: session.tokenHash,
      opened_at: session.openedAt,
      seen_at: session.openedAt,
    })
    .execute();
}

export async function findSession(db: Db, tokenHash: string): Promise<HeldSession | undefined> {
  const row = await db
    .selectFrom("people.session as session")
    .leftJoin("people.person as person", (join) =>
      join
        .onRef("person.workspace_id", "=", "session.workspace_id")
        .onRef("person.id", "=", "session.person_id"),
    )
    .where("session.token_hash", "=", tokenHash)
    .select([
      "session.workspace_id",
      "session.person_id",
      "session.opened_at",
      "session.seen_at",
      "session.ended_at",
      "person.name",
      "person.removed_at",
    ])
    .executeTakeFirst();
  if (!row) return undefined;
  return {
    workspaceId: row.workspace_id,
    personId: row.person_id,
    personName: row.name,
    personRemoved: row.removed_at !== null,
    openedAt: row.opened_at,
    seenAt: row.seen_at,
    endedAt: row.ended_at,
  };
}

/** Sessions of a workspace that nobody has ended, the one used last first; some may be too old by now. */
export async function listSessions(
  db: Db,
  sight: Sight,
): Promise<(Session & { readonly tokenHash: string; readonly personName: string | null })[]> {
  return db
    .selectFrom("people.session as session")
    .leftJoin("people.person as person", (join) =>
      join
        .onRef("person.workspace_id", "=", "session.workspace_id")
        .onRef("person.id", "=", "session.person_id"),
    )
    .where("session.workspace_id", "=", sight.workspaceId)
    .where("session.ended_at", "is", null)
    .where("person.removed_at", "is", null)
    .select([
      "session.token_hash as tokenHash",
      "session.opened_at as openedAt",
      "session.seen_at as seenAt",
      "session.ended_at as endedAt",
      "person.name as personName",
    ])
    .orderBy("session.seen_at", "desc")
    .orderBy("session.token_hash")
    .execute();
}

export async function markSessionSeen(db: Db, tokenHash: string, now: Temporal.Instant): Promise<void> {
  await db.updateTable("people.session").set({ seen_at: now }).where("token_hash", "=", tokenHash).execute();
}

/** Ends a session; gives whether it was open until now. */
export async function endSession(db: Db, tokenHash: string, now: Temporal.Instant): Promise<boolean> {
  const ended = await db
    .updateTable("people.session")
    .set({ ended_at: now })
    .where("token_hash", "=", tokenHash)
    .where("ended_at", "is", null)
    .returning("token_hash")
    .execute();
  return ended.length > 0;
}

/** Ends a session of a workspace; gives whether it was open until now. */
export async function endSessionOf(
  db: Db,
  workspaceId: string,
  tokenHash: string,
  now: Temporal.Instant,
): Promise<boolean> {
  const ended = await db
    .updateTable("people.session")
    .set({ ended_at: now })
    .where("workspace_id", "=", workspaceId)
    .where("token_hash", "=", tokenHash)
    .where("ended_at", "is", null)
    .returning("token_hash")
    .execute();
  return ended.length > 0;
}

/** Forgets links and sessions that nobody can use any more. */
export async function forgetSignIns(db: Db, before: Temporal.Instant): Promise<void> {
  await db.deleteFrom("people.sign_in_link").where("expires_at", "<", before).execute();
  await db.deleteFrom("people.session").where("opened_at", "<", before).execute();
}
